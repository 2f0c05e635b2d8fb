import type { UseQueryResult } from '@tanstack/react-query'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { UsersAnswer } from '#src/gateway/api.ts'
import { useLater } from '#src/web/lib/use-later.ts'
import type { Slot } from './columns.tsx'
import type { ListKey } from './queries.ts'
import { userQueries } from './queries.ts'
import type { Place, Trail } from './trail.ts'
import { emptyRunLimit, newTrail, nextPlace, placesBetween } from './trail.ts'

// Rows kept ready in the direction of reading and behind it; on the way back pages are known and can be asked for
// several at a time, so that they are there before a fast hand is. The range that the table reports is rounded to the
// quantum, so that the page around the list is not drawn for each row that is scrolled.
const ahead = 100
const behind = 100
const aheadUpwards = 500
const quantum = 100

/** Milliseconds. An outline of rows that come sooner would only hold them up. */
const patience = 150

const emptyTrail = newTrail()

/** `auto`: go on while the screen is not full. `all`: go on to the end. `stopped`: not at all. */
export type WalkMode = 'auto' | 'all' | 'stopped'

/** A page that could not be read, and how to ask for it again. `atEnd`: the list goes no further without it. */
export type Failure = {
  readonly place: Place
  readonly atEnd: boolean
  readonly error: Error
  readonly retry: () => void
}

/** `up`: the screen came to these rows from below. */
type Range = { readonly first: number; readonly last: number; readonly up: boolean }

/** Whether the list has more to ask for and is allowed to. */
export const canGoOn = (trail: Trail, mode: WalkMode): boolean =>
  trail.next !== null && mode !== 'stopped' && trail.emptyRun < emptyRunLimit

/** What `show` is told of the rows on a screen, both ends included. They change at once, at every hundredth row. */
export function rangeAround(first: number, last: number): Omit<Range, 'up'> {
  const start = Math.floor(first / quantum) * quantum
  const screen = Math.ceil((last - first) / quantum) * quantum
  return { first: start, last: start + quantum + screen }
}

/**
 * What the screen shows after it showed `before`. A screen that only became shorter wants no less: what says above the rows
 * that a page failed would take away the wish for that page, go with it, and have it asked for again, without an end.
 */
export function nextRange(before: Range, { first, last }: Omit<Range, 'up'>): Range {
  if (first === before.first) return { ...before, last: Math.max(last, before.last) }
  return { first, last, up: first < before.first }
}

/** The pages that rows on or near the screen need, the next unread one last if its turn has come. */
export function wantedPlaces(trail: Trail, range: Range, mode: WalkMode): readonly Place[] {
  const [before, after] = range.up ? [aheadUpwards, behind] : [behind, ahead]
  const known = placesBetween(trail, range.first - before, range.last + after)
  const due = mode === 'all' || trail.rows < range.last + after
  return canGoOn(trail, mode) && due ? [...known, nextPlace(trail)] : known
}

// A Map and not a plain object: React Query compares plain results value by value, page after page.
type Pages = ReadonlyMap<string | null, UseQueryResult<UsersAnswer>>

/** One slot for each row of the places, without a user where the page is missing, or nobody new stands there. */
export function slotsOf(
  places: readonly Place[],
  pages: ReadonlyMap<string | null, { readonly data: Pick<UsersAnswer, 'users'> | undefined }>,
): readonly Slot[] {
  const slots: Slot[] = []
  const ids = new Set<string>()
  for (const place of places) {
    const users = pages.get(place.cursor)?.data?.users
    for (let row = 0; row < place.count; row += 1) {
      const user = users?.[row] ?? null
      const again = user !== null && ids.has(user.id)
      if (user !== null) ids.add(user.id)
      const gone = users !== undefined && (user === null || again)
      slots.push({ index: place.start + row, user: gone ? null : user, gone })
    }
  }
  return slots
}

/**
 * The rows of a list around what is on the screen: a bounded number of pages however far one
 * scrolls, each asked for when it comes near, in either direction. Of a list that is not
 * `answerable` nothing is asked. `walk`: names one walk through one list.
 */
export function useUserRows(list: ListKey, walk: string, answerable: boolean) {
  const client = useQueryClient()
  const [{ range, mode }, setReading] = useReading(walk)
  const { data: trail = emptyTrail } = useQuery(userQueries.trail(list))

  const places = useMemo(
    () => (answerable ? wantedPlaces(trail, range, mode) : []),
    [trail, range, mode, answerable],
  )
  const pages: Pages = useQueries({
    queries: places.map((place) => userQueries.page(list, place)),
    combine: useCallback(
      (results: UseQueryResult<UsersAnswer>[]) =>
        new Map(results.map((result, index) => [places[index]?.cursor ?? null, result])),
      [places],
    ),
  })
  const slots = useMemo(() => slotsOf(places, pages), [places, pages])

  const failures = places.flatMap((place): Failure[] => {
    const page = pages.get(place.cursor)
    if (page?.error == null) return []
    const retry = () => void page.refetch()
    return [{ place, atEnd: place.start === trail.rows, error: page.error, retry }]
  })

  const starting = answerable && trail.next === undefined && failures.length === 0
  const late = useLater(patience, starting ? walk : null)

  const setMode = useCallback((next: WalkMode) => setReading({ mode: next }), [setReading])
  const show = useCallback(
    (first: number, last: number) => setReading({ rows: { first, last } }),
    [setReading],
  )

  const keepLooking = () => {
    client.setQueryData(userQueries.trail(list).queryKey, { ...trail, emptyRun: 0 })
    setMode('auto')
  }

  const restart = () => {
    // Not reset: whoever shows a page would ask for it again where it stood, and not from the top.
    client.removeQueries({ queryKey: userQueries.pages(list) })
    void client.resetQueries({ queryKey: userQueries.trail(list).queryKey })
  }

  return {
    trail,
    mode,
    setMode,
    /** The row of the first slot. */
    start: slots[0]?.index ?? 0,
    slots,
    failures,
    /** Nothing is known of the list yet. */
    starting,
    /** And that for longer than one looks at nothing without a sign. */
    late,
    busy: places.some((place) => pages.get(place.cursor)?.isFetching === true),
    /** Takes what `rangeAround` gives. */
    show,
    keepLooking,
    restart,
  }
}

type Reading = { readonly range: Range; readonly mode: WalkMode }

const start: Reading = { range: { first: 0, last: quantum, up: false }, mode: 'auto' }

/** What is on the screen of a list and how far to go on. Another walk begins at the top. */
function useReading(walk: string) {
  const [state, setState] = useState({ ...start, walk })
  const setReading = useCallback(
    (change: { readonly rows?: Omit<Range, 'up'>; readonly mode?: WalkMode }) =>
      setState((old) => {
        const before = old.walk === walk ? old : start
        const { rows = before.range, mode = before.mode } = change
        const range = nextRange(before.range, rows)
        const same =
          old.walk === walk &&
          old.mode === mode &&
          old.range.first === range.first &&
          old.range.last === range.last
        return same ? old : { range, mode, walk }
      }),
    [walk],
  )
  return [state.walk === walk ? state : start, setReading] as const
}

export type UserRows = ReturnType<typeof useUserRows>
