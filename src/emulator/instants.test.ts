import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isoMilliseconds, isoSeconds } from './instants.ts'

test('instants are written as Date writes them', () => {
  const epochMs = fc.integer({
    min: Date.UTC(1900, 0, 1),
    max: Date.UTC(2400, 11, 31, 23, 59, 59, 999),
  })
  fc.assert(
    fc.property(epochMs, (instant) => {
      const iso = new Date(instant).toISOString()
      expect(isoMilliseconds(instant)).toBe(iso)
      expect(isoSeconds(instant)).toBe(`${iso.slice(0, 19)}Z`)
    }),
    { numRuns: 2000 },
  )
})
