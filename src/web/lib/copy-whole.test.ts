import { expect, test } from 'vitest'
import { wholeText } from './copy-whole.ts'

test.each([
  ['ab…yz', [{ shown: 'ab…yz', whole: 'abcxyz' }], 'abcxyz'],
  ['Ada\nab…yz\tend', [{ shown: 'ab…yz', whole: 'abcxyz' }], 'Ada\nabcxyz\tend'],
  // Of one at an end, only a part is selected.
  [
    '…yz and a…b',
    [
      { shown: '…yz', whole: 'abcxyz' },
      { shown: 'a…b', whole: 'a-b' },
    ],
    'abcxyz and a-b',
  ],
  ['not there', [{ shown: 'x…y', whole: 'xy' }], 'not there'],
])('of %j copying gives the values themselves', (text, parts, copied) => {
  expect(wholeText(text, parts)).toBe(copied)
})
