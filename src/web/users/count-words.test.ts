import { expect, test } from 'vitest'
import { countInWords } from './count-words.ts'
import { newTrail } from './trail.ts'

const begun = { ...newTrail(), rows: 100, scanned: 100, next: 'c1' }
const ended = { ...begun, next: null, complete: true }

test('nothing is said before the first answer', () => {
  expect(countInWords(newTrail(), false, false)).toBeNull()
})

test('what is loaded is no total while there is more', () => {
  expect(countInWords(begun, false, false)).toBe('100 users loaded, more to come')
  expect(countInWords(ended, false, false)).toBe('100 users loaded, that is all')
  expect(countInWords({ ...ended, rows: 1 }, false, false)).toBe('1 user loaded, that is all')
})

test('a scan says how many it looked at', () => {
  const scanned = { ...begun, rows: 12, scanned: 18_200 }
  expect(countInWords(scanned, true, true)).toBe(
    '12 users match so far, 18,200 scanned, more to come',
  )
  expect(countInWords({ ...scanned, next: null, complete: true }, true, true)).toBe(
    '12 of all 18,200 users match',
  )
  expect(countInWords({ ...ended, rows: 12 }, true, false)).toBe('12 users match, that is all')
})

test('a list that cannot be read to its end is not called complete', () => {
  expect(countInWords({ ...begun, next: null, looped: true }, false, false)).toMatch(
    /cannot be read/,
  )
})
