import {
  earlier,
  later,
  Sequence,
  type Cut,
  type Place,
  type Sieve,
} from '#src/emulator/sequence/sequence.ts'

import type { ListQuery } from './query.ts'
import { firstUuidAt, lastUuidAt } from './uuid.ts'

/** Records that are computed when asked for. Number 0 is the oldest. */
export type Computed<T> = {
  readonly count: number
  /** The record of a number, or undefined where there is none after all. */
  readonly make: (index: number) => T | undefined
  /** The id alone, which is cheap; strictly increasing in the index. */
  readonly idOf: (index: number) => string
}

export type ListPage<T> = {
  readonly items: T[]
  readonly hasMoreAfter: boolean
  readonly hasMoreBefore: boolean
}

export type PageOptions<T> = {
  /** The ends of the creation filter are left out. */
  readonly strict: boolean
  /** What other filters let through; it is told numbers of computed records, not positions. */
  readonly sieve?: Sieve<T> | undefined
}

export const nothingComputed: Computed<never> = {
  count: 0,
  make: () => undefined,
  idOf: () => '',
}

/**
 * Anything that Notiflows lists: newest first, by ids that sort as their instants of creation (§4). Computed
 * records with written ones laid over them; a page costs the same wherever it is.
 */
export class Timeline<T extends { readonly id: string }> {
  readonly #computed: Computed<T>
  readonly #sequence: Sequence<T>

  constructor(computed: Computed<T>) {
    this.#computed = computed
    const { count } = computed
    this.#sequence = new Sequence(count, (position) => computed.make(count - 1 - position))
  }

  get length(): number {
    return this.#sequence.length
  }

  get(id: string): T | undefined {
    return this.#sequence.get(this.#placeOf(id))
  }

  put(value: T): void {
    this.#sequence.put(this.#placeOf(value.id), value)
  }

  /** Takes a record away. False when there was none of that id. */
  remove(id: string): boolean {
    return this.#sequence.remove(this.#placeOf(id))
  }

  /**
   * One page (§4). After a cursor: the next older ones. Before one: those nearest to it on the newer
   * side, still newest first. The filters hold from the cursor on, whatever they were before.
   */
  page(
    { limit, after, before, createdAfter, createdBefore }: ListQuery,
    { strict, sieve: given }: PageOptions<T>,
  ): ListPage<T> {
    const sequence = this.#sequence
    const sieve = given === undefined ? undefined : this.#byPosition(given)
    const newest = this.#cutBefore(createdBefore, strict)
    const oldest = later(newest, this.#cutAfter(createdAfter, strict))
    if (before !== null) {
      const from = later(newest, earlier(oldest, sequence.before(this.#placeOf(before))))
      const { items, stop } = sequence.backward(from, newest, limit, sieve)
      return {
        items,
        hasMoreAfter: items.length > 0 && sequence.some(from, oldest, sieve),
        hasMoreBefore: sequence.some(newest, stop, sieve),
      }
    }
    const cursor = after === null ? newest : sequence.after(this.#placeOf(after))
    const from = earlier(oldest, later(newest, cursor))
    const { items, stop } = sequence.forward(from, oldest, limit, sieve)
    return {
      items,
      hasMoreAfter: sequence.some(stop, oldest, sieve),
      hasMoreBefore: items.length > 0 && sequence.some(newest, from, sieve),
    }
  }

  #byPosition({ positions, values }: Sieve<T>): Sieve<T> {
    const last = this.#computed.count - 1
    return {
      positions: positions === null ? null : (position) => positions(last - position),
      values,
    }
  }

  /** The cut before the newest record that `created_before` lets through. */
  #cutBefore(end: number | null, strict: boolean): Cut {
    if (end === null) return this.#sequence.start
    const last = strict ? Math.ceil(end) - 1 : Math.floor(end)
    return last < 0 ? this.#sequence.end : this.#sequence.before(this.#placeOf(lastUuidAt(last)))
  }

  /** The cut after the oldest record that `created_after` lets through. */
  #cutAfter(end: number | null, strict: boolean): Cut {
    if (end === null) return this.#sequence.end
    const first = strict ? Math.floor(end) + 1 : Math.ceil(end)
    return this.#sequence.after(this.#placeOf(firstUuidAt(first)))
  }

  /** Where an id stands, whether or not anything has it: bisection over the computed ids. */
  #placeOf(id: string): Place {
    const { count, idOf } = this.#computed
    let oldest = 0
    let newest = count
    while (oldest < newest) {
      const middle = Math.floor((oldest + newest) / 2)
      if (idOf(middle) < id) oldest = middle + 1
      else newest = middle
    }
    // `oldest` of them are older than the id; whichever has it, or comes next, is number `oldest`.
    const taken = oldest < count && idOf(oldest) === id
    return taken ? { gap: count - 1 - oldest, tie: null } : { gap: count - oldest, tie: id }
  }
}

/** A page of a short list that is at hand. */
export const pageOf = <T extends { readonly id: string }>(
  values: readonly T[],
  query: ListQuery,
  options: PageOptions<T>,
): ListPage<T> => {
  const timeline = new Timeline<T>(nothingComputed)
  for (const value of values) timeline.put(value)
  return timeline.page(query, options)
}
