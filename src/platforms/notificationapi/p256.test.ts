import { createECDH, ECDH } from 'node:crypto'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isPoint } from './p256.ts'

// The field's prime, and a root of the curve's b.
const prime = 'ffffffff00000001000000000000000000000000ffffffffffffffffffffffff'
const root = '66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4'

/** What OpenSSL takes for a point. */
const isTaken = (bytes: Buffer): boolean => {
  if (bytes.length !== 65 || bytes[0] !== 4) return false
  try {
    return ECDH.convertKey(bytes, 'prime256v1').length > 0
  } catch {
    return false
  }
}

/** The point of a private key. */
const pointOf = (key: Uint8Array): Buffer => {
  const exchange = createECDH('prime256v1')
  exchange.setPrivateKey(key)
  return exchange.getPublicKey()
}

// Below the order of the curve and above nothing: the first byte and the last may be neither all nor none.
const privateKeys = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((key) =>
    Uint8Array.from(key, (byte, at) => (at === 0 || at === 31 ? (byte & 127) | 1 : byte)),
  )

test('every point of the curve is one', () => {
  fc.assert(
    fc.property(privateKeys, (key) => {
      expect(isPoint(pointOf(key))).toBe(true)
    }),
  )
})

test('a point with one byte changed is judged as OpenSSL judges it', () => {
  const changes = fc.record({
    at: fc.integer({ min: 0, max: 64 }),
    to: fc.integer({ max: 255, min: 0 }),
  })
  fc.assert(
    fc.property(privateKeys, changes, (key, { at, to }) => {
      const bytes = pointOf(key)
      bytes[at] = to
      expect(isPoint(bytes)).toBe(isTaken(bytes))
    }),
  )
})

test.each([
  ['nothing', ''],
  ['one half', `04${'11'.repeat(32)}`],
  ['the compressed form', `02${'11'.repeat(32)}`],
  ['the point at infinity', '00'],
  ['zeros', `04${'00'.repeat(64)}`],
  // The same point modulo the prime, which SEC 1 §2.3.4 does not take.
  ['a coordinate of the prime', `04${prime}${root}`],
  ['the same coordinate as zero', `04${'00'.repeat(32)}${root}`],
])('%s is judged as OpenSSL judges it', (_, hex) => {
  const bytes = Buffer.from(hex, 'hex')
  expect(isPoint(bytes)).toBe(isTaken(bytes))
})
