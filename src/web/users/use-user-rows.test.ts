import fc from 'fast-check'
import { expect, test } from 'vitest'
import { userNamed } from './fakes.ts'
import type { Place, Trail } from './trail.ts'
import { emptyRunLimit, newTrail } from './trail.ts'
import { canGoOn, nextRange, rangeAround, slotsOf, wantedPlaces } from './use-user-rows.ts'

const place = (cursor: string | null, start: number, count: number): Place => ({
  cursor,
  start,
  count,
  pin: null,
  dropped: [],
})

/** A list of `pages` pages of a hundred that goes on. */
const long = (pages: number): Trail => ({
  ...newTrail(),
  places: Array.from({ length: pages }, (_, index) =>
    place(index === 0 ? null : `c${index}`, index * 100, 100),
  ),
  rows: pages * 100,
  next: `c${pages}`,
})

const cursors = (places: readonly Place[]) => places.map(({ cursor }) => cursor)

test('a bounded number of pages is wanted, however long the list and wherever one is in it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.nat(1_000_000),
      fc.boolean(),
      (pages, at, up) => {
        const first = Math.min(at, pages * 100)
        const wanted = wantedPlaces(long(pages), { first, last: first + 50, up }, 'auto')
        expect(wanted.length).toBeLessThanOrEqual(up ? 9 : 6)
      },
    ),
  )
})

const wantedAt = (first: number) =>
  cursors(wantedPlaces(long(10), { ...rangeAround(first, first + 30), up: false }, 'auto'))

test('the next page is asked for when the end comes near, not before', () => {
  expect(wantedAt(0)).not.toContain('c10')
  expect(wantedAt(799)).not.toContain('c10')
  expect(wantedAt(800)).toContain('c10')
})

test('what a list is told of a screen holds all of it, and is another only at every hundredth row', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(300), (first, height) => {
      const range = rangeAround(first, first + height)
      expect(range.first).toBeLessThanOrEqual(first)
      expect(range.last).toBeGreaterThanOrEqual(first + height)
      const hundred = first - (first % 100)
      expect(range).toEqual(rangeAround(hundred, hundred + height))
    }),
  )
})

test('on the way back the pages before the screen are asked for early, and fewer behind it', () => {
  const wanted = cursors(wantedPlaces(long(20), { first: 1_000, last: 1_050, up: true }, 'auto'))
  expect(wanted).toEqual(['c5', 'c6', 'c7', 'c8', 'c9', 'c10', 'c11'])
})

test('a screen that becomes shorter wants no less, one that becomes longer more, and one that goes on its own', () => {
  const before = { first: 200, last: 400, up: true }
  expect(nextRange(before, { first: 200, last: 300 })).toEqual(before)
  expect(nextRange(before, { first: 200, last: 500 })).toEqual({ ...before, last: 500 })
  expect(nextRange(before, { first: 300, last: 300 })).toEqual({ first: 300, last: 300, up: false })
  expect(nextRange(before, { first: 100, last: 300 })).toEqual({ first: 100, last: 300, up: true })
})

test('a walk to the end goes on wherever the screen is; a stopped one nowhere', () => {
  expect(cursors(wantedPlaces(long(10), { first: 0, last: 50, up: false }, 'all'))).toContain('c10')
  expect(
    cursors(wantedPlaces(long(10), { first: 950, last: 999, up: false }, 'stopped')),
  ).not.toContain('c10')
})

test('nothing is asked for behind the end, nor after too many empty pages', () => {
  expect(canGoOn({ ...long(1), next: null }, 'all')).toBe(false)
  expect(canGoOn({ ...long(1), emptyRun: emptyRunLimit }, 'auto')).toBe(false)
  expect(canGoOn(long(1), 'auto')).toBe(true)
})

const users = (...ids: string[]) => ({ data: { users: ids.map((id) => userNamed(id)) } })

test('every row has a slot: its user, or none yet, or nobody any more', () => {
  const places = [place(null, 0, 2), place('c1', 2, 2), place('c2', 4, 2)]
  const pages = new Map<string | null, ReturnType<typeof users> | { data: undefined }>([
    [null, users('a', 'b')],
    ['c1', { data: undefined }],
    // Read again, one has moved up from the page before, and one is missing.
    ['c2', users('b')],
  ])
  expect(slotsOf(places, pages).map(({ index, user, gone }) => [index, user?.id, gone])).toEqual([
    [0, 'a', false],
    [1, 'b', false],
    [2, undefined, false],
    [3, undefined, false],
    [4, undefined, true],
    [5, undefined, true],
  ])
})
