import type { PageWarning, UserPage } from '#src/domain/page.ts'
import type { User } from '#src/domain/user.ts'

/** Where a page stands in the list: the cursor that asks for it, its first row, how many rows it holds. */
export type Place = {
  readonly cursor: string | null
  readonly start: number
  readonly count: number
}

/**
 * What a walk through an environment leaves behind: the cursor of every page so far, and what the
 * answers rested on. Pages themselves come and go with the scroll position; with the trail any of
 * them can be asked for again, in either direction, and every row keeps its place.
 */
export type Trail = {
  readonly places: readonly Place[]
  readonly rows: number
  /** The cursor of the page after the last place: undefined before the first answer, null at the end. */
  readonly next: string | null | undefined
  readonly scanned: number
  readonly matched: number
  readonly complete: boolean
  readonly warnings: readonly PageWarning[]
  /** Answers in a row for which the platform gave no record at all. */
  readonly emptyRun: number
  /** The platform gave a cursor for the second time: the list ends here, with an error. */
  readonly looped: boolean
}

/** How many empty answers in a row are followed before the operator is asked whether to go on (checks F08). */
export const emptyRunLimit = 50

export const emptyTrail: Trail = {
  places: [],
  rows: 0,
  next: undefined,
  scanned: 0,
  matched: 0,
  complete: false,
  warnings: [],
  emptyRun: 0,
  looped: false,
}

/**
 * Adds an answer to the trail. Only the answer to the cursor that the trail waits for extends it;
 * a page read again, or one that comes late, changes nothing.
 */
export function extendTrail(trail: Trail, cursor: string | null, page: UserPage<User>): Trail {
  if (cursor !== (trail.next ?? null) || trail.next === null) return trail
  const next = page.page.after
  const looped =
    next !== null && (next === cursor || trail.places.some((place) => place.cursor === next))
  const count = page.users.length
  return {
    places: [...trail.places, { cursor, start: trail.rows, count }],
    rows: trail.rows + count,
    next: looped ? null : next,
    scanned: trail.scanned + page.coverage.scanned,
    matched: trail.matched + page.coverage.matched,
    complete: page.coverage.complete && !looped,
    warnings: [...trail.warnings, ...page.warnings],
    emptyRun: page.coverage.scanned === 0 ? trail.emptyRun + 1 : 0,
    looped,
  }
}

/** The places that hold any of the rows from `first` to `last`, both included. */
export function placesBetween(trail: Trail, first: number, last: number): readonly Place[] {
  const from = lowestAfter(trail.places, first)
  let to = from
  while (to < trail.places.length && (trail.places[to]?.start ?? Infinity) <= last) to += 1
  return trail.places.slice(from, to).filter((place) => place.count > 0)
}

/** The index of the first place that ends behind a row. */
function lowestAfter(places: readonly Place[], row: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const place = places[middle]
    if (place !== undefined && place.start + place.count <= row) low = middle + 1
    else high = middle
  }
  return low
}
