// Long tokens are rolled into these bytes and encoded at once: joined up digit by digit they were the
// dearest part of a page. (A big-endian machine would show other tokens, as good as these.)
const scratch = Buffer.alloc(256)
const scratchWords = new Uint32Array(scratch.buffer, scratch.byteOffset, scratch.length / 4)

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const rotate = (value: number, by: number) => (value << by) | (value >>> (32 - by))

/** Scrambles 32 bits. A bijection (murmur3's finaliser): different values stay different. */
export const mix = (value: number): number => {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 32-bit hash of a text. Not for secrets: for places and seeds. */
export const hashText = (text: string, seed = 0): number => {
  let h = (0x811c9dc5 ^ seed) | 0
  for (let at = 0; at < text.length; at += 1) h = Math.imul(h ^ text.charCodeAt(at), 0x01000193)
  return mix(h)
}

/**
 * The chances of one person: an endless row of numbers that depends on nothing but (seed, index), so
 * that a person is the same on every run and no page costs more than another. xoroshiro64**, because
 * a 32-bit state would give the same tokens to several people among ten million.
 */
export class Dice {
  #a: number
  #b: number

  constructor(seed: number, index: number) {
    this.#a = mix(index ^ seed)
    this.#b = mix((index + Math.imul(seed, 0x9e3779b1)) | 0) | 1
    this.next()
  }

  /** The next 32 bits, unsigned. */
  next(): number {
    const a = this.#a
    const result = Math.imul(rotate(Math.imul(a, 0x9e3779bb), 5), 5) >>> 0
    const b = this.#b ^ a
    this.#a = rotate(a, 26) ^ b ^ (b << 9)
    this.#b = rotate(b, 13)
    return result
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.next() / 0x1_0000_0000
  }

  /** A whole number in [0, limit). */
  below(limit: number): number {
    return Math.floor(this.unit() * limit)
  }

  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean {
    return this.unit() * 100 < percent
  }

  /** One of the list. Fails on an empty list. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)]
    if (found === undefined) throw new RangeError('nothing to pick from')
    return found
  }

  /** `count` hexadecimal digits, lower case; 512 at most. */
  hex(count: number): string {
    const bytes = (count + 1) >>> 1
    this.#fill(bytes)
    const text = scratch.toString('hex', 0, bytes)
    return text.length === count ? text : text.slice(0, count)
  }

  /** `count` characters of the URL-safe base 64 alphabet; 340 at most. */
  base64(count: number): string {
    const bytes = Math.ceil((count * 3) / 4)
    this.#fill(bytes)
    const text = scratch.toString('base64url', 0, bytes)
    return text.length === count ? text : text.slice(0, count)
  }

  /** `count` letters and digits. */
  letters(count: number, alphabet = alphanumeric): string {
    let text = ''
    for (let at = 0; at < count; at += 1) text += alphabet[this.below(alphabet.length)] ?? ''
    return text
  }

  /** `count` decimal digits. */
  digits(count: number): string {
    return this.letters(count, '0123456789')
  }

  /** A random-looking UUID, version 4. */
  uuid(): string {
    const h = this.hex(31)
    const variant = '89ab'[this.below(4)] ?? '8'
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(12, 15)}-${variant}${h.slice(15, 18)}-${h.slice(18, 30)}`
  }

  /** Rolls the first bytes of the scratch anew. */
  #fill(bytes: number): void {
    for (let word = 0; word * 4 < bytes; word += 1) scratchWords[word] = this.next()
  }
}
