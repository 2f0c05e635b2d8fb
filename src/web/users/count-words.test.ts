import { expect, test } from 'vitest'
import { countInWords } from './count-words.ts'
import { newTrail } from './trail.ts'

const begun = { ...newTrail(), rows: 100, scanned: 100, next: 'c1' }
const ended = { ...begun, next: null, complete: true }

test('nothing is said before the first answer', () => {
  expect(countInWords(newTrail(), 'not')).toBeNull()
})

test('what is loaded is no total while there is more', () => {
  expect(countInWords(begun, 'not')).toBe('100 users loaded, more to come')
  expect(countInWords(ended, 'not')).toBe('100 users loaded, that is all')
  expect(countInWords({ ...ended, rows: 1 }, 'not')).toBe('1 user loaded, that is all')
})

test('a scan says how many it looked at', () => {
  const scanned = { ...begun, rows: 12, scanned: 18_200 }
  expect(countInWords(scanned, 'scan')).toBe('12 users match so far, 18,200 scanned, more to come')
  expect(countInWords({ ...scanned, next: null, complete: true }, 'scan')).toBe(
    '12 of all 18,200 users match',
  )
  expect(countInWords({ ...ended, rows: 12 }, 'platform')).toBe('12 users match, that is all')
})

test('a list that cannot be read to its end is not called complete', () => {
  expect(countInWords({ ...begun, next: null, looped: true }, 'not')).toMatch(/cannot be read/)
})
