import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserPage } from '#src/domain/page.ts'
import type { User } from '#src/domain/user.ts'
import { userNamed } from './fakes.ts'
import type { Trail } from './trail.ts'
import { emptyTrail, extendTrail, placesBetween } from './trail.ts'

const page = (count: number, after: string | null, scanned = count): UserPage<User> => ({
  users: Array.from({ length: count }, (_, index) => userNamed(`u${index}`)),
  page: { after, before: null },
  coverage: { scanned, matched: count, complete: after === null },
  warnings: [],
})

/** A walk over pages of the given sizes, cursors c1, c2, … */
const walk = (sizes: readonly number[]): Trail => {
  let trail = emptyTrail
  sizes.forEach((size, index) => {
    const after = index === sizes.length - 1 ? null : `c${index + 1}`
    trail = extendTrail(trail, index === 0 ? null : `c${index}`, page(size, after))
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
  expect(extendTrail(emptyTrail, null, page(3, 'c1')).complete).toBe(false)
  expect(walk([3, 2]).complete).toBe(true)
})

test('an answer that comes late or twice changes nothing', () => {
  const once = extendTrail(emptyTrail, null, page(3, 'c1'))
  expect(extendTrail(once, null, page(3, 'c1'))).toBe(once)
  expect(extendTrail(once, 'other', page(3, null))).toBe(once)
  const ended = extendTrail(once, 'c1', page(3, null))
  expect(extendTrail(ended, null, page(3, 'c9'))).toBe(ended)
})

test.each([
  ['itself', ['c1'], 'c1'],
  ['the one before', ['c1', 'c2'], 'c1'],
  ['one long ago', ['c1', 'c2', 'c3', 'c4', 'c5'], 'c2'],
])('a cursor that leads back to %s ends the list with an error', (_name, cursors, again) => {
  let trail = emptyTrail
  let asked: string | null = null
  for (const next of [...cursors, again]) {
    trail = extendTrail(trail, asked, page(2, next))
    asked = next
  }
  expect(trail.looped).toBe(true)
  expect(trail.next).toBeNull()
  expect(trail.complete).toBe(false)
})

test('pages without rows are passed through, and empty answers counted', () => {
  let trail = extendTrail(emptyTrail, null, page(0, 'c1', 0))
  trail = extendTrail(trail, 'c1', page(0, 'c2', 0))
  expect(trail.emptyRun).toBe(2)
  trail = extendTrail(trail, 'c2', page(0, 'c3', 1000))
  expect(trail.emptyRun).toBe(0)
  expect(trail.scanned).toBe(1000)
  trail = extendTrail(trail, 'c3', page(4, null))
  expect(placesBetween(trail, 0, 10)).toEqual([{ cursor: 'c3', start: 0, count: 4 }])
})
