import type { IdScheme } from '#src/emulator/random/ids.ts'

import type { ListQuery } from './query.ts'
import { Timeline, type Computed, type ListPage, type ListRules } from './timeline.ts'
import type { User } from './wire.ts'

/** The generated people of a project. Person 0 is the oldest. */
export type Records = Omit<Computed<User>, 'make'> & { readonly make: (index: number) => User }

export type UsersOptions = {
  readonly fixtures: readonly User[]
  readonly externalIds: IdScheme
  /** The generated people: as many as are not fixtures. */
  readonly records: Records
}

/** The users of one Notiflows project, newest first (§4). */
export class Users {
  readonly #externalIds: IdScheme
  readonly #records: Records
  readonly #timeline: Timeline<User>
  /** External id → internal id of everybody who is not where their number puts them. */
  readonly #added = new Map<string, string>()

  constructor({ fixtures, externalIds, records }: UsersOptions) {
    this.#externalIds = externalIds
    this.#records = records
    this.#timeline = new Timeline(records)
    for (const user of fixtures) this.put(user)
  }

  get size(): number {
    return this.#timeline.length
  }

  /** The user of an external id; internal ids do not resolve (§9). Undefined when there is none. */
  get(externalId: string): User | undefined {
    const added = this.#added.get(externalId)
    if (added !== undefined) return this.#timeline.get(added)
    const index = this.#indexOf(externalId)
    return index === null ? undefined : this.#timeline.get(this.#records.idOf(index))
  }

  /** The user of an internal id. */
  getInternal(id: string): User | undefined {
    return this.#timeline.get(id)
  }

  /** The number of a generated user, or null for a fixture or somebody written. */
  numberOf(user: User): number | null {
    const index = this.#indexOf(user.external_id)
    return index !== null && this.#records.idOf(index) === user.id ? index : null
  }

  /** Writes a user, new or changed; the internal id says where they stand. */
  put(user: User): void {
    this.#timeline.put(user)
    if (this.numberOf(user) === null) this.#added.set(user.external_id, user.id)
  }

  /** Takes a user away. */
  remove(user: User): void {
    this.#timeline.remove(user.id)
    this.#added.delete(user.external_id)
  }

  page(query: ListQuery, rules: ListRules): ListPage<User> {
    return this.#timeline.page(query, { rules })
  }

  #indexOf(externalId: string): number | null {
    const index = this.#externalIds.indexOf(externalId)
    return index === null || index >= this.#records.count ? null : index
  }
}
