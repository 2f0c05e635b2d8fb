import { Dice, hashText } from '#src/emulator/random/dice.ts'

import { fixturePersona, newcomer, rollPersona, type Persona } from './persona.ts'
import type { Records, Users } from './users.ts'
import type { User } from './wire.ts'

/**
 * Who somebody is beside their record: a generated person, a fixture, or somebody whom the application
 * wrote. Told by internal id, so that a person deleted and written anew is a new person.
 */
export class People {
  readonly records: Records
  readonly fixtures: readonly User[]
  readonly #users: Users
  readonly #seed: number
  readonly #fixtureIds: ReadonlySet<string>

  constructor(projectId: string, records: Records, fixtures: readonly User[], users: Users) {
    this.records = records
    this.fixtures = fixtures
    this.#users = users
    this.#seed = hashText(`${projectId} persona`)
    this.#fixtureIds = new Set(fixtures.map(({ id }) => id))
  }

  /** The persona of a generated person, which is cheap. */
  generated(index: number): Persona {
    return rollPersona(new Dice(this.#seed, index))
  }

  personaOf(user: User): Persona {
    if (this.#fixtureIds.has(user.id)) return fixturePersona(user.external_id)
    const index = this.#users.numberOf(user)
    return index === null ? newcomer : this.generated(index)
  }

  numberOf(user: User): number | null {
    return this.#users.numberOf(user)
  }
}
