/** Every way in which a text is written elsewhere. */
export const encodings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => encodeURIComponent(text),
  (text) => JSON.stringify(text),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text).toString('hex').toUpperCase(),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
]

/**
 * What the canary harness looks for (checks §2.0), made in another way than the code makes it: of
 * base64 the middle, which is the same whatever surrounds the secret, at each of three alignments.
 */
export function traces(secret: string): string[] {
  const middles = [0, 1, 2].flatMap((shift) => {
    const text = Buffer.from(`${'a'.repeat(shift)}${secret}zzzz`).toString('base64')
    const middle = text.slice(4, 4 + Math.floor(((secret.length - 4) * 4) / 3))
    return [middle, middle.replaceAll('+', '-').replaceAll('/', '_')]
  })
  const [raw, url, , hex, upperHex] = encodings.map((encode) => encode(secret))
  return [
    raw ?? '',
    url ?? '',
    JSON.stringify(secret).slice(1, -1),
    hex ?? '',
    upperHex ?? '',
    ...middles,
  ]
}
