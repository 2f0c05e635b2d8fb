import { expect, test } from 'vitest'
import { askedFor } from './asked-for.ts'

test.each([
  ['cust-0107', 'id'],
  ['1007580', 'id'],
  ['0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0', 'id'],
  ['demo with spaces', 'id'],
  ['2026-03-11', 'id'],
  ['auth0|5f7c8ec7c33c6c004bbafe82', 'id'],
  ['ines@orchard.test', 'email'],
  ['+351210000042', 'phone'],
  ['+351 21 000 00 42', 'phone'],
  ['(020) 7946 0123', 'phone'],
  ['9f3c'.repeat(16), 'token'],
  ['9F3C'.repeat(16), 'token'],
  [`<${'9f3c9f3c '.repeat(8).trim()}>`, 'token'],
  ['12345678 '.repeat(8).trim(), 'token'],
  [`  <${'9F3C'.repeat(16)}>  `, 'token'],
  [`cXh1:APA91b${'Zk_-'.repeat(32)}`, 'token'],
  [`https://fcm.googleapis.com/fcm/send/${'a'.repeat(40)}`, 'endpoint'],
  ['http://example.test/a', 'id'],
  ['', 'id'],
])('%s is taken for an %s', (text, kind) => {
  expect(askedFor(text)).toBe(kind)
})
