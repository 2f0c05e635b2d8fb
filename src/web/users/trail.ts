import type { PageWarning, UserPage } from '#src/domain/page.ts'
import type { User } from '#src/domain/user.ts'
import { IdSet } from '#src/domain/id-set.ts'

/** Where a page stands in the list, and how to ask for it again. */
export type Place = {
  /** The cursor that the page follows; null for the first. */
  readonly cursor: string | null
  /** Its first row, and how many rows it holds. */
  readonly start: number
  readonly count: number
  /**
   * The cursor of the page behind it that leads back here, where the platform has one. The first page
   * is read again with it: asked for from the top it would hold whoever came since, and lose as many.
   */
  readonly pin: string | null
  /** Ids that stood in it but were in the list already. */
  readonly dropped: readonly string[]
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
  /** How often the platform did something odd that cost no row, by kind. */
  readonly warnings: Readonly<Partial<Record<PageWarning['code'], number>>>
  /** Answers in a row for which the platform gave no record at all. */
  readonly emptyRun: number
  /** The platform gave a cursor for the second time: the list ends here, with an error. */
  readonly looped: boolean
  /** A page that was read again differs from the first reading. */
  readonly changed: boolean
  /** Everybody in the list. Grows in place: a copy for each page would cost more than the page. */
  readonly ids: IdSet
}

/** How many empty answers in a row are followed before the operator is asked whether to go on (checks F08). */
export const emptyRunLimit = 50

export const newTrail = (): Trail => ({
  places: [],
  rows: 0,
  next: undefined,
  scanned: 0,
  matched: 0,
  complete: false,
  warnings: {},
  emptyRun: 0,
  looped: false,
  changed: false,
  ids: new IdSet(),
})

type Admitted = { readonly trail: Trail; readonly page: UserPage<User> }

/**
 * Takes an answer into the trail, and gives it back without the users who are in the list already.
 * The answer to the cursor that the trail waits for extends it; a page read again only shows whether
 * the list has changed; any other answer is too late and changes nothing.
 */
export function admit(trail: Trail, cursor: string | null, page: UserPage<User>): Admitted {
  const known = trail.places.findIndex((place) => place.cursor === cursor)
  if (known >= 0) return readAgain(trail, known, page)
  return cursor === (trail.next ?? null) && trail.next !== null
    ? extend(trail, cursor, page)
    : { trail, page }
}

function extend(trail: Trail, cursor: string | null, page: UserPage<User>): Admitted {
  const next = page.page.after
  const looped =
    next !== null && (next === cursor || trail.places.some((place) => place.cursor === next))
  const users = page.users.filter((user) => trail.ids.add(user.id))
  const dropped = page.users.length - users.length
  const place: Place = {
    cursor,
    start: trail.rows,
    count: users.length,
    pin: null,
    dropped: dropped === 0 ? [] : page.users.filter((user) => !users.includes(user)).map(idOf),
  }
  const [first, ...others] = trail.places
  const before =
    first !== undefined && others.length === 0
      ? [{ ...first, pin: page.page.before }]
      : trail.places
  return {
    page: { ...page, users },
    trail: {
      ...trail,
      places: [...before, place],
      rows: trail.rows + users.length,
      next: looped ? null : next,
      scanned: trail.scanned + page.coverage.scanned,
      matched: trail.matched + page.coverage.matched - dropped,
      complete: page.coverage.complete && !looped,
      warnings: count(trail.warnings, page.warnings, dropped),
      emptyRun: page.coverage.scanned === 0 ? trail.emptyRun + 1 : 0,
      looped,
    },
  }
}

const idOf = (user: User): string => user.id

function count(
  sum: Trail['warnings'],
  added: readonly PageWarning[],
  dropped: number,
): Trail['warnings'] {
  const all: readonly PageWarning[] =
    dropped === 0 ? added : [...added, { code: 'duplicates-dropped', count: dropped }]
  const result = { ...sum }
  for (const warning of all) result[warning.code] = (result[warning.code] ?? 0) + warning.count
  return result
}

function readAgain(trail: Trail, index: number, page: UserPage<User>): Admitted {
  const place = trail.places[index]
  const dropped = new Set(place?.dropped)
  const users = page.users.filter((user) => !dropped.has(user.id))
  const next = index + 1 < trail.places.length ? trail.places[index + 1]?.cursor : trail.next
  // Where Rollcall filters itself, answers end where their time was up, not always at the same user.
  const cut = page.coverage.scanned > page.coverage.matched
  const same = users.length === place?.count && (cut || trail.looped || page.page.after === next)
  return {
    page: { ...page, users },
    trail: same || trail.changed ? trail : { ...trail, changed: true },
  }
}

/** The page after all that were read. */
export const nextPlace = (trail: Trail): Place => ({
  cursor: trail.next ?? null,
  start: trail.rows,
  count: 0,
  pin: null,
  dropped: [],
})

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
