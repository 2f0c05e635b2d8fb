import fc from 'fast-check'
import { expect, test } from 'vitest'

import { addressForm, formByParts } from './address.ts'

// A long s and the Kelvin sign are letters to a pattern that ignores case; 。 is a full stop of another script.
const signs = [
  'a',
  'Z',
  '7',
  '.',
  '-',
  '_',
  '@',
  '+',
  ' ',
  '"',
  '[',
  ']',
  '。',
  'é',
  'ſ',
  'K',
  '\u200d',
]
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((parts) => parts.join(''))
const longs = fc.integer({ min: 60, max: 66 }).map((length) => 'a'.repeat(length))
const words = fc.oneof(texts, longs, fc.constantFrom('ines', 'orchard', 'test', 'a-b', 'a_b'))
const domains = fc.array(words, { minLength: 1, maxLength: 5 }).map((labels) => labels.join('.'))
const addresses = fc.tuple(words, domains).map(([mailbox, domain]) => `${mailbox}@${domain}`)

test('an address judged in one look is judged as it would be part by part', () => {
  fc.assert(
    fc.property(fc.oneof(addresses, texts), (address) => {
      expect(addressForm(address)).toBe(formByParts(address))
    }),
    { numRuns: 5000 },
  )
})
