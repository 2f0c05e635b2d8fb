import {
  earlier,
  later,
  Sequence,
  type Cut,
  type Place,
  type Sieve,
} from '#src/emulator/sequence/sequence.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import type { Cursor } from './cursor.ts'
import { badParam } from './failures.ts'
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
  /** The ids that the cursors name; null where there is no more. */
  readonly after: string | null
  readonly before: string | null
  /** The newest item of the whole list, where a switch has cursors remember it. */
  readonly top: string | null
}

export const emptyPage: ListPage<never> = {
  items: [],
  hasMoreAfter: false,
  hasMoreBefore: false,
  after: null,
  before: null,
  top: null,
}

/** What a list leaves open (§4). */
export type ListRules = Pick<
  NotiflowsSwitches,
  | 'strictFilterEnds'
  | 'cursorNames'
  | 'deletedCursor'
  | 'beforePage'
  | 'beforeFlags'
  | 'moreBefore'
  | 'insertsDuringWalk'
>

export type PageOptions<T> = {
  readonly rules: ListRules
  /** What other filters let through; it is told numbers of computed records, not positions. */
  readonly sieve?: Sieve<T> | undefined
}

export const nothingComputed: Computed<never> = {
  count: 0,
  make: () => undefined,
  idOf: () => '',
}

type Stretch<T> = {
  /** Where the filters begin and end. */
  readonly newest: Cut
  readonly oldest: Cut
  readonly start: Cut
  readonly end: Cut
  readonly sieve: Sieve<T> | undefined
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
  page(query: ListQuery, { rules, sieve: given }: PageOptions<T>): ListPage<T> {
    const sequence = this.#sequence
    const sieve = given === undefined ? undefined : this.#byPosition(given)
    const { limit, after, before, createdAfter, createdBefore } = query
    const newest = this.#cutBefore(createdBefore, rules)
    const oldest = later(newest, this.#cutAfter(createdAfter, rules))
    const bounds = { newest, oldest, sieve }
    if (before !== null) {
      const end = later(newest, earlier(oldest, this.#cutAt('before', before, rules)))
      if (rules.beforePage === 'newest') {
        const { items, stop } = sequence.forward(newest, end, limit, sieve)
        return this.#tell(items, { ...bounds, start: newest, end: stop }, query, rules)
      }
      const { items, stop } = sequence.backward(end, newest, limit, sieve)
      return this.#tell(items, { ...bounds, start: stop, end }, query, rules)
    }
    const cursor = after === null ? newest : this.#cutAt('after', after, rules)
    const start = earlier(oldest, later(newest, cursor))
    const { items, stop } = sequence.forward(start, oldest, limit, sieve)
    return this.#tell(items, { ...bounds, start, end: stop }, query, rules)
  }

  /** The items between `start` and `end`, with what there is on either side of them. */
  #tell(
    items: T[],
    { newest, oldest, start, end, sieve }: Stretch<T>,
    { limit, before }: ListQuery,
    rules: ListRules,
  ): ListPage<T> {
    const [first, last] = [items[0], items.at(-1)]
    if (first === undefined || last === undefined) return emptyPage
    const next = this.#sequence.forward(end, oldest, 1, sieve).items[0]
    const previous = this.#sequence.backward(start, newest, 1, sieve).items[0]
    const isBack = before !== null
    const hasMoreAfter = next !== undefined && !(isBack && rules.beforeFlags === 'newer-only')
    const hasMoreBefore =
      isBack && rules.moreBefore === 'guessed' ? items.length === limit : previous !== undefined
    const named = rules.cursorNames === 'neighbour' ? { next, previous } : {}
    return {
      items: isBack && rules.beforePage === 'reversed' ? items.toReversed() : items,
      hasMoreAfter,
      hasMoreBefore,
      after: hasMoreAfter ? (named.next ?? last).id : null,
      before: hasMoreBefore ? (named.previous ?? first).id : null,
      top: rules.insertsDuringWalk === 'shift' ? this.#top() : null,
    }
  }

  #top(): string | null {
    const { start, end } = this.#sequence
    return this.#sequence.forward(start, end, 1).items[0]?.id ?? null
  }

  /**
   * The cut that a cursor stands for. A position, not a lookup (§4): whether the item is still there does not
   * matter. Fails with 400 where a switch makes it matter.
   */
  #cutAt(param: 'after' | 'before', { id, top }: Cursor, rules: ListRules): Cut {
    const sequence = this.#sequence
    const place = this.#placeOf(id)
    if (rules.deletedCursor === 'refuse' && sequence.get(place) === undefined) {
      throw badParam(param, 'the item of the cursor is gone')
    }
    // A cursor that names a neighbour names somebody who belongs to the page.
    const isOutside = rules.cursorNames === 'page-end'
    const cut = isOutside === (param === 'after') ? sequence.after(place) : sequence.before(place)
    if (top === null || param === 'before') return cut
    const { base, extras } = sequence.before(this.#placeOf(top))
    return sequence.backward(cut, sequence.start, base + extras).stop
  }

  #byPosition({ positions, values }: Sieve<T>): Sieve<T> {
    const last = this.#computed.count - 1
    return {
      positions: positions === null ? null : (position) => positions(last - position),
      values,
    }
  }

  /** The cut before the newest record that `created_before` lets through. */
  #cutBefore(end: number | null, { strictFilterEnds }: ListRules): Cut {
    if (end === null) return this.#sequence.start
    const last = strictFilterEnds ? Math.ceil(end) - 1 : Math.floor(end)
    return last < 0 ? this.#sequence.end : this.#sequence.before(this.#placeOf(lastUuidAt(last)))
  }

  /** The cut after the oldest record that `created_after` lets through. */
  #cutAfter(end: number | null, { strictFilterEnds }: ListRules): Cut {
    if (end === null) return this.#sequence.end
    const first = strictFilterEnds ? Math.floor(end) + 1 : Math.ceil(end)
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
