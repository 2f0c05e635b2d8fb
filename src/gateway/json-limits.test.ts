import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { cutAttributes, cutToFit } from './json-limits.ts'

test('attributes that are given on as they are would all have been kept', () => {
  const character = fc.constantFrom('a', '"', '\u0000', 'é', '漢', '\ud83d', '😀')
  const text = fc
    .tuple(character, fc.integer({ min: 0, max: 700 }))
    .map(([one, times]) => one.repeat(times))
  const value = fc.oneof(
    text,
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.constantFrom(null, true, -5e-324, -1.7976931348623157e308),
    fc.array(fc.boolean(), { maxLength: 2 }),
    fc.dictionary(fc.string(), fc.integer(), { maxKeys: 2 }),
  )
  const name = fc.oneof(fc.string(), text, fc.constantFrom('__proto__', '1', 'constructor'))
  const attributes = fc
    .array(fc.tuple(name, value), { maxLength: 12 })
    .map((entries) => Object.fromEntries(entries))
  fc.assert(
    fc.property(attributes, (given) => {
      expect(JSON.stringify(cutAttributes(given))).toBe(JSON.stringify(cutToFit(given)))
    }),
    { numRuns: 500 },
  )
})
