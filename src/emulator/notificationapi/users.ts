import { hashText } from '#src/emulator/random/dice.ts'
import type { IdScheme } from '#src/emulator/random/ids.ts'
import { Permutation } from '#src/emulator/random/permutation.ts'
import { Sequence, type Place } from '#src/emulator/sequence/sequence.ts'

import type { User } from './wire.ts'

export type UsersOptions = {
  /** Separates the order of one environment from another's. */
  readonly clientId: string
  /** How many users there are in all, fixtures among them. */
  readonly size: number
  readonly fixtures: readonly User[]
  readonly ids: IdScheme
  /** The record of generated person `index` of `count`. */
  readonly make: (index: number, count: number) => User
}

/**
 * The users of one NotificationAPI environment in their listed order, which is stable and means
 * nothing (§5). Where an id stands follows from the id alone, so that a token outlives its user.
 */
export class Users {
  readonly #ids: IdScheme
  readonly #order: Permutation
  readonly #salt: number
  readonly #sequence: Sequence<User>

  constructor({ clientId, size, fixtures, ids, make }: UsersOptions) {
    const known = fixtures.slice(0, size)
    const count = size - known.length
    this.#ids = ids
    this.#salt = hashText(clientId, orderSeed)
    this.#order = new Permutation(count, this.#salt)
    this.#sequence = new Sequence(count, (position) => make(this.#order.at(position), count))
    for (const user of known) this.#sequence.put(this.#placeOf(user.id), user)
  }

  get size(): number {
    return this.#sequence.length
  }

  /** The user of an id, or undefined when the environment has no record of it. */
  get(id: string): User | undefined {
    return this.#sequence.get(this.#placeOf(id))
  }

  /** Writes a user, in the place that follows from the id. */
  put(user: User): void {
    this.#sequence.put(this.#placeOf(user.id), user)
  }

  /** Takes a user away. False when there was none. */
  remove(id: string): boolean {
    return this.#sequence.remove(this.#placeOf(id))
  }

  /** Up to `count` users after an id, or from the start for null; and whether any follow those. */
  after(id: string | null, count: number): { readonly users: User[]; readonly more: boolean } {
    const from = id === null ? this.#sequence.start : this.#sequence.after(this.#placeOf(id))
    const { items, stop } = this.#sequence.forward(from, this.#sequence.end, count)
    return { users: items, more: this.#sequence.some(stop, this.#sequence.end) }
  }

  #placeOf(id: string): Place {
    const index = this.#ids.indexOf(id)
    if (index !== null && index < this.#order.size) {
      return { gap: this.#order.placeOf(index), tie: null }
    }
    const hash = hashText(id, this.#salt)
    return {
      gap: Math.floor((hash / 0x1_0000_0000) * (this.#order.size + 1)),
      // Ties descend, hashes ascend: so two of these stand in the same order in any environment size.
      tie: (0xffff_ffff - hash).toString(16).padStart(8, '0') + id,
    }
  }
}

// Chosen so that the three people of the contract's worked example (§12) come in its order.
const orderSeed = 25
