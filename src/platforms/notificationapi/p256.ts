// FIPS 186-4 D.1.2.3, of the curve y² = x³ − 3x + b over the integers modulo `prime`.
const prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n
const b = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn

/**
 * Whether these bytes are an uncompressed point on P-256 (SEC 1 §2.3.3); on any other nothing can be
 * agreed. Reckoned here, because `ECDH.convertKey` takes seven times as long for the same answer.
 */
export function isPoint(bytes: Buffer): boolean {
  if (bytes.length !== 65 || bytes[0] !== 4) return false
  const x = BigInt(`0x${bytes.toString('hex', 1, 33)}`)
  const y = BigInt(`0x${bytes.toString('hex', 33)}`)
  return x < prime && y < prime && (y * y - ((x * x) % prime) * x + 3n * x - b) % prime === 0n
}
