import { expect, test } from 'vitest'
import { longestHead, widest } from './fit-middle.ts'

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

test('nobody knows how wide it is, but no wider than this: wide letters count more', () => {
  expect(widest('iiiii', false)).toBe(43)
  expect(widest('WWWWW', false)).toBe(65)
  expect(widest('Élise', false)).toBeGreaterThan(widest('elise', false))
  expect(widest('cust-0107', true)).toBeCloseTo(68.4)
  expect(widest('高橋', false)).toBe(Infinity)
})
