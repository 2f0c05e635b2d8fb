import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserPage } from '#src/domain/page.ts'
import type { User } from '#src/domain/user.ts'
import { userNamed } from './fakes.ts'
import type { Trail } from './trail.ts'
import { admit, newTrail, placesBetween } from './trail.ts'

const pageOf = (
  ids: readonly string[],
  after: string | null,
  more: { before?: string | null; scanned?: number } = {},
): UserPage<User> => ({
  users: ids.map((id) => userNamed(id)),
  page: { after, before: more.before ?? null },
  coverage: {
    scanned: more.scanned ?? ids.length,
    matched: ids.length,
    complete: after === null,
  },
  warnings: [],
})

const idsOf = (page: UserPage<User>) => page.users.map(({ id }) => id)

/** A walk over pages of new users of the given sizes, cursors c1, c2, … */
function walk(sizes: readonly number[]): Trail {
  let trail = newTrail()
  let made = 0
  sizes.forEach((size, index) => {
    const after = index === sizes.length - 1 ? null : `c${index + 1}`
    const ids = Array.from({ length: size }, () => `u${(made += 1)}`)
    trail = admit(trail, index === 0 ? null : `c${index}`, pageOf(ids, after)).trail
  })
  return trail
}

test('finds the pages of any rows, and only those, whatever the sizes of the pages', () => {
  const sizes = fc.array(fc.nat(30), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(sizes, fc.nat(500), fc.nat(200), (counts, first, span) => {
      const trail = walk(counts)
      const found = placesBetween(trail, first, first + span)
      const expected = trail.places.filter(
        ({ start, count }) => count > 0 && start <= first + span && start + count > first,
      )
      expect(found).toEqual(expected)
      expect(trail.rows).toBe(counts.reduce((sum, count) => sum + count, 0))
    }),
  )
})

test('is complete only when the last answer says so', () => {
  expect(admit(newTrail(), null, pageOf(['a'], 'c1')).trail.complete).toBe(false)
  expect(walk([3, 2]).complete).toBe(true)
})

test('an answer that comes late changes nothing', () => {
  const once = walk([3, 1]).places.length
  expect(once).toBe(2)
  const trail = walk([3, 1])
  expect(admit(trail, 'never-asked', pageOf(['z'], 'c9')).trail).toBe(trail)
})

test('a user that comes twice in a walk is dropped and not counted', () => {
  const first = admit(newTrail(), null, pageOf(['a', 'b', 'c'], 'c1'))
  const second = admit(first.trail, 'c1', pageOf(['c', 'd', 'a'], null))
  expect(idsOf(second.page)).toEqual(['d'])
  expect(second.trail).toMatchObject({
    rows: 4,
    matched: 4,
    warnings: { 'duplicates-dropped': 2 },
  })
  // Read again, the same users are dropped again.
  expect(idsOf(admit(second.trail, 'c1', pageOf(['c', 'd', 'a'], null)).page)).toEqual(['d'])
})

test('a page read again as it was leaves the list unchanged; a different one says that it has changed', () => {
  const first = admit(newTrail(), null, pageOf(['a', 'b'], 'c1')).trail
  const { trail } = admit(first, 'c1', pageOf(['c'], null))
  expect(admit(trail, null, pageOf(['a', 'b'], 'c1')).trail).toBe(trail)
  expect(admit(trail, null, pageOf(['a'], 'c1')).trail.changed).toBe(true)
  expect(admit(trail, null, pageOf(['new', 'a'], 'other')).trail.changed).toBe(true)
})

test('the first page is pinned by the way back from the second, where the platform has one', () => {
  const first = admit(newTrail(), null, pageOf(['a'], 'c1')).trail
  expect(first.places[0]?.pin).toBeNull()
  const second = admit(first, 'c1', pageOf(['b'], 'c2', { before: 'back' })).trail
  const third = admit(second, 'c2', pageOf(['c'], null, { before: 'other' })).trail
  expect(third.places.map(({ pin }) => pin)).toEqual(['back', null, null])
})

test.each([
  ['itself', ['c1'], 'c1'],
  ['the one before', ['c1', 'c2'], 'c1'],
  ['one long ago', ['c1', 'c2', 'c3', 'c4', 'c5'], 'c2'],
  ['one a thousand pages ago', Array.from({ length: 1001 }, (_, i) => `c${i + 1}`), 'c1'],
])('a cursor that leads back to %s ends the list with an error', (_name, cursors, again) => {
  let trail = newTrail()
  let asked: string | null = null
  for (const next of [...cursors, again]) {
    trail = admit(trail, asked, pageOf([`after ${asked}`], next)).trail
    asked = next
  }
  expect(trail.looped).toBe(true)
  expect(trail.next).toBeNull()
  expect(trail.complete).toBe(false)
})

test('pages without users are passed through, and empty answers counted', () => {
  let { trail } = admit(newTrail(), null, pageOf([], 'c1'))
  trail = admit(trail, 'c1', pageOf([], 'c2')).trail
  expect(trail.emptyRun).toBe(2)
  trail = admit(trail, 'c2', pageOf([], 'c3', { scanned: 1000 })).trail
  expect(trail.emptyRun).toBe(0)
  expect(trail.scanned).toBe(1000)
  trail = admit(trail, 'c3', pageOf(['a', 'b'], null)).trail
  expect(placesBetween(trail, 0, 10)).toMatchObject([{ cursor: 'c3', start: 0, count: 2 }])
})
