import { expect, test } from 'vitest'
import { longestHead, surelyFits } from './fit-middle.ts'

// Each character ten wide.
const wide = (from: number, to: number) => (to - from) * 10

test.each([
  [20, 6, 100, 4],
  [20, 6, 99, 3],
  [20, 6, 60, 0],
  [20, 6, 50, 0],
])(
  'of %i characters with %i at the end, in %i, %i stay at the beginning',
  (count, tail, room, head) => {
    expect(longestHead(count, tail, room, wide)).toBe(head)
  },
)

test.each([
  ['ines@orchard.test', 200, false, true],
  ['ines@orchard.test', 150, false, false],
  ['WWWWWWWWWW', 110, false, false],
  ['iiiiiiiiii', 86, false, true],
  ['cust-0107-4f', 92, true, true],
  ['cust-0107-4f', 91, true, false],
  ['高橋', 500, false, false],
])(
  'whether "%s" fits %i pixels is certain only with room for wide letters',
  (text, room, mono, fits) => {
    expect(surelyFits(text, room, mono)).toBe(fits)
  },
)
