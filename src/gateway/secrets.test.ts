import { expect, test } from 'vitest'

import { createFingerprinter } from './secrets.ts'

const fingerprint = createFingerprinter(new Uint8Array(32))
const token = '9f3c'.repeat(16)

test.each([
  ['in capitals', token.toUpperCase()],
  [
    'in angle brackets and with blanks, as iOS once printed it',
    `<${'9f3c9f3c '.repeat(8).trim()}>`,
  ],
  ['with blanks around', ` ${token}\n`],
])('a token of Apple %s is the same token', (_title, written) => {
  expect(fingerprint(written)).toEqual(fingerprint(token))
})

test.each([
  ['another of Firebase for its capitals', 'dYk1:APA91bFirebase', 'dYk1:apa91bFirebase'],
  ['another for a blank in what is no token of Apple', 'a b', 'ab'],
  ['another for capitals in what is too short to be one of Apple', 'ABCD', 'abcd'],
])('a secret is %s', (_title, one, other) => {
  expect(fingerprint(one).hash).not.toBe(fingerprint(other).hash)
})
