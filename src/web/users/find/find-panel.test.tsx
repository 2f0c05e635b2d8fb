import { expect, test } from 'vitest'
import { foundInWords } from './find-panel.tsx'

test.each([
  [0, 0, 'No user of this environment was loaded yet.'],
  [0, 1200, 'Nobody has this device token among the 1,200 users loaded so far.'],
  [1, 1200, 'One user has this device token, among the 1,200 users loaded so far.'],
  [2, 1200, '2 users have this device token, among the 1,200 users loaded so far.'],
])('%i of %i: a find says among whom it looked, and no more', (count, among, words) => {
  expect(foundInWords(count, among, 'device token')).toBe(words)
})
