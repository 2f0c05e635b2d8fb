import type { IdScheme } from '#src/emulator/random/ids.ts'
import { earlier, later, Sequence, type Cut, type Place } from '#src/emulator/sequence/sequence.ts'

import type { ListQuery } from './query.ts'
import { firstUuidAt, lastUuidAt } from './uuid.ts'
import type { User } from './wire.ts'

/** The generated people of a project. Person 0 is the oldest. */
export type Records = {
  readonly count: number
  make(index: number): User
  /** The internal id alone, which is cheap; strictly increasing in the index. */
  idOf(index: number): string
}

export type UsersOptions = {
  /** How many users there are in all, fixtures among them. */
  readonly size: number
  readonly fixtures: readonly User[]
  readonly externalIds: IdScheme
  /** Makes the generated people, given how many there are to be. */
  readonly records: (count: number) => Records
}

export type UserPage = {
  readonly items: User[]
  readonly hasMoreAfter: boolean
  readonly hasMoreBefore: boolean
}

/** The users of one Notiflows project, newest first (§4). */
export class Users {
  readonly #externalIds: IdScheme
  readonly #records: Records
  readonly #sequence: Sequence<User>
  /** External id → internal id of everybody who is not where their number puts them. */
  readonly #added = new Map<string, string>()

  constructor({ size, fixtures, externalIds, records }: UsersOptions) {
    const known = fixtures.slice(0, size)
    this.#externalIds = externalIds
    this.#records = records(size - known.length)
    const { count } = this.#records
    this.#sequence = new Sequence(count, (position) => this.#records.make(count - 1 - position))
    for (const user of known) {
      this.#sequence.put(this.#placeOf(user.id), user)
      this.#added.set(user.external_id, user.id)
    }
  }

  get size(): number {
    return this.#sequence.length
  }

  /** The user of an external id; internal ids do not resolve (§9). Undefined when there is none. */
  get(externalId: string): User | undefined {
    const added = this.#added.get(externalId)
    if (added !== undefined) return this.#sequence.get(this.#placeOf(added))
    const index = this.#externalIds.indexOf(externalId)
    if (index === null || index >= this.#records.count) return undefined
    return this.#sequence.get({ gap: this.#records.count - 1 - index, tie: null })
  }

  /**
   * One page (§4). After a cursor: the next older users. Before one: those nearest to it on the
   * newer side, still newest first. The filters hold from the cursor on, whatever they were before.
   */
  page(
    { limit, after, before, createdAfter, createdBefore }: ListQuery,
    strict: boolean,
  ): UserPage {
    const newest = this.#cutBefore(createdBefore, strict)
    const oldest = later(newest, this.#cutAfter(createdAfter, strict))
    const sequence = this.#sequence
    if (before !== null) {
      const from = later(newest, earlier(oldest, sequence.before(this.#placeOf(before))))
      const { items, stop } = sequence.backward(from, newest, limit)
      return {
        items,
        hasMoreAfter: items.length > 0 && sequence.some(from, oldest),
        hasMoreBefore: sequence.some(newest, stop),
      }
    }
    const cursor = after === null ? newest : sequence.after(this.#placeOf(after))
    const from = earlier(oldest, later(newest, cursor))
    const { items, stop } = sequence.forward(from, oldest, limit)
    return {
      items,
      hasMoreAfter: sequence.some(stop, oldest),
      hasMoreBefore: items.length > 0 && sequence.some(newest, from),
    }
  }

  /** The cut before the newest user that `created_before` lets through. */
  #cutBefore(end: number | null, strict: boolean): Cut {
    if (end === null) return this.#sequence.start
    const last = strict ? Math.ceil(end) - 1 : Math.floor(end)
    return last < 0 ? this.#sequence.end : this.#sequence.before(this.#placeOf(lastUuidAt(last)))
  }

  /** The cut after the oldest user that `created_after` lets through. */
  #cutAfter(end: number | null, strict: boolean): Cut {
    if (end === null) return this.#sequence.end
    const first = strict ? Math.floor(end) + 1 : Math.ceil(end)
    return this.#sequence.after(this.#placeOf(firstUuidAt(first)))
  }

  /** Where an internal id stands, whether or not anybody has it: bisection over the generated ids. */
  #placeOf(id: string): Place {
    let oldest = 0
    let newest = this.#records.count
    while (oldest < newest) {
      const middle = Math.floor((oldest + newest) / 2)
      if (this.#records.idOf(middle) < id) oldest = middle + 1
      else newest = middle
    }
    // `oldest` people are older than the id; whoever has it, or comes next, is number `oldest`.
    const { count } = this.#records
    const taken = oldest < count && this.#records.idOf(oldest) === id
    return taken ? { gap: count - 1 - oldest, tie: null } : { gap: count - oldest, tie: id }
  }
}
