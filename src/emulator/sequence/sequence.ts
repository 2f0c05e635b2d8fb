/**
 * Where somebody stands in a list, whether or not they exist: at base position `gap` itself (tie
 * null), or in the gap before it, among others in that gap by descending `tie`. A place depends on
 * an id alone, so a cursor still works when its user has been deleted (both contracts).
 */
export type Place = { readonly gap: number; readonly tie: string | null }

/** A cut between two neighbours: how many of the base, and how many extras, come before it. */
export type Cut = { readonly base: number; readonly extras: number }

type Extra<T> = { readonly gap: number; readonly tie: string; readonly value: T }

/** Lets through some of a list. Either question may be asked first, and both must be answered yes. */
export type Sieve<T> = {
  /** Whether the computed record at a position can pass at all, told cheaply; null when none can. */
  readonly positions: ((position: number) => boolean) | null
  readonly values: (value: T) => boolean
}

const rank = (cut: Cut) => cut.base + cut.extras

/** The one of two cuts that comes first. */
export const earlier = (a: Cut, b: Cut): Cut => (rank(a) <= rank(b) ? a : b)

/** The one of two cuts that comes last. */
export const later = (a: Cut, b: Cut): Cut => (rank(a) >= rank(b) ? a : b)

/**
 * A long computed list with a small list of real records laid over it: people added (the fixtures,
 * and later whatever is written), changed or removed. Reading from any cut costs the same; finding
 * a cut takes O(log extras).
 */
export class Sequence<T> {
  readonly size: number
  readonly #make: (position: number) => T | undefined
  readonly #extras: Extra<T>[] = []
  readonly #changed = new Map<number, T>()
  readonly #removed = new Set<number>()

  /**
   * Takes the length of the computed list and what computes the record at a position; undefined where
   * there is nobody. Such holes must be many times rarer than pages are long.
   */
  constructor(size: number, make: (position: number) => T | undefined) {
    this.size = size
    this.#make = make
  }

  /** How many records there are, all told, holes among them. */
  get length(): number {
    return this.size - this.#removed.size + this.#extras.length
  }

  get start(): Cut {
    return { base: 0, extras: 0 }
  }

  get end(): Cut {
    return { base: this.size, extras: this.#extras.length }
  }

  /** The cut just before a place. */
  before(place: Place): Cut {
    const extras = this.#countExtras(place)
    return { base: place.gap, extras }
  }

  /** The cut just after a place; where nobody stands there, the same cut as before it. */
  after(place: Place): Cut {
    const cut = this.before(place)
    if (place.tie === null) return place.gap < this.size ? { ...cut, base: cut.base + 1 } : cut
    return this.#extraAt(place) === undefined ? cut : { ...cut, extras: cut.extras + 1 }
  }

  /** The record at a place, or undefined when nobody stands there. */
  get(place: Place): T | undefined {
    return place.tie === null ? this.#baseAt(place.gap) : this.#extraAt(place)?.value
  }

  /** Puts a record at a place, over whatever was there. */
  put(place: Place, value: T): void {
    if (place.tie === null) {
      this.#removed.delete(place.gap)
      this.#changed.set(place.gap, value)
      return
    }
    const replaced = this.#extraAt(place) === undefined ? 0 : 1
    const extra = { gap: place.gap, tie: place.tie, value }
    this.#extras.splice(this.#countExtras(place), replaced, extra)
  }

  /** Takes away whoever stands at a place. False when nobody did. */
  remove(place: Place): boolean {
    if (this.get(place) === undefined) return false
    if (place.tie === null) {
      this.#changed.delete(place.gap)
      this.#removed.add(place.gap)
    } else {
      this.#extras.splice(this.#countExtras(place), 1)
    }
    return true
  }

  /** Up to `count` records from a cut on, not beyond another, and the cut where reading stopped. */
  forward(
    from: Cut,
    to: Cut,
    count: number,
    sieve?: Sieve<T>,
  ): { readonly items: T[]; readonly stop: Cut } {
    const items: T[] = []
    let { base, extras } = from
    const last = rank(to)
    while (items.length < count && base + extras < last) {
      const extra = this.#extras[extras]
      if (extra !== undefined && extra.gap <= base) {
        if (sieve?.values(extra.value) ?? true) items.push(extra.value)
        extras += 1
      } else if (sieve?.positions === null) {
        base = extra !== undefined && extras < to.extras ? extra.gap : to.base
      } else {
        const value = this.#sifted(base, sieve)
        if (value !== undefined) items.push(value)
        base += 1
      }
    }
    return { items, stop: { base, extras } }
  }

  /** Up to `count` records before a cut, nearest last, not beyond another cut. List order is kept. */
  backward(
    from: Cut,
    to: Cut,
    count: number,
    sieve?: Sieve<T>,
  ): { readonly items: T[]; readonly stop: Cut } {
    const items: T[] = []
    let { base, extras } = from
    const first = rank(to)
    while (items.length < count && base + extras > first) {
      const extra = this.#extras[extras - 1]
      if (extra !== undefined && extra.gap >= base) {
        if (sieve?.values(extra.value) ?? true) items.push(extra.value)
        extras -= 1
      } else if (sieve?.positions === null) {
        base = extra !== undefined && extras > to.extras ? extra.gap : to.base
      } else {
        base -= 1
        const value = this.#sifted(base, sieve)
        if (value !== undefined) items.push(value)
      }
    }
    return { items: items.toReversed(), stop: { base, extras } }
  }

  /** Whether anybody stands between two cuts. */
  some(from: Cut, to: Cut, sieve?: Sieve<T>): boolean {
    return this.forward(from, to, 1, sieve).items.length > 0
  }

  #sifted(position: number, sieve: Sieve<T> | undefined): T | undefined {
    if (sieve?.positions?.(position) === false) return undefined
    const value = this.#baseAt(position)
    return value === undefined || (sieve?.values(value) ?? true) ? value : undefined
  }

  #baseAt(position: number): T | undefined {
    if (position >= this.size || this.#removed.has(position)) return undefined
    return this.#changed.get(position) ?? this.#make(position)
  }

  #extraAt(place: Place): Extra<T> | undefined {
    const extra = this.#extras[this.#countExtras(place)]
    return extra?.gap === place.gap && extra.tie === place.tie ? extra : undefined
  }

  /** How many extras stand strictly before a place. */
  #countExtras(place: Place): number {
    let low = 0
    let high = this.#extras.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const extra = this.#extras[middle]
      if (extra !== undefined && standsBefore(extra, place)) low = middle + 1
      else high = middle
    }
    return low
  }
}

const standsBefore = (extra: { gap: number; tie: string }, place: Place): boolean => {
  if (extra.gap !== place.gap) return extra.gap < place.gap
  return place.tie === null || extra.tie > place.tie
}
