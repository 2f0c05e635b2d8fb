import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodings } from '#src/platforms/testing/traces.ts'

import { createNeedles, hasCodeOf } from './needles.ts'

// Bytes of 62 and 63 in base64, what URLs and JSON escape, and what they do not.
const signs = ['a', 'Z', '7', '.', '>', '?', '/', '+', '%', '"', '\\', ' ', 'é', 'û', '🍎', '~']
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 24 }).map((all) => all.join(''))
// Of more than a few secrets an index is made, which looks at every place of every text.
const many = Array.from({ length: 40 }, (_, index) => `\u{10ffff}-of-nobody-${index}`)

test('a secret sought alone is found wherever it is found among many', () => {
  const cases = fc.record({
    secret: texts.filter((text) => text.length >= 6),
    others: texts,
    shift: fc.constantFrom('', 'a', 'aa'),
    encode: fc.constantFrom(...encodings),
    isThere: fc.boolean(),
    before: texts,
    behind: texts,
  })
  fc.assert(
    fc.property(cases, ({ secret, others, shift, encode, isThere, before, behind }) => {
      const text = before + encode(shift + (isThere ? secret : others) + behind) + behind
      const found = createNeedles([secret]).foundIn(text)
      expect(found).toBe(createNeedles([secret, ...many]).foundIn(text))
      expect(found || !isThere || encode !== encodings[0]).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('signs of a code that stand together are found where a pattern finds them', () => {
  const text = fc
    .array(fc.constantFrom('a', 'Z', '7', '_', '+', '/', '-', '.', '=', ' ', 'é', '\u{1f34e}'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 8 }), (given, length) => {
      expect(hasCodeOf(length, given)).toBe(new RegExp(`[\\w+/-]{${length}}`).test(given))
    }),
    { numRuns: 2000 },
  )
})
