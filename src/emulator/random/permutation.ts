import { mix } from './dice.ts'

const rounds = 4

/**
 * A keyed shuffle of the whole numbers [0, size) that is never written down: both directions are
 * arithmetic, so the millionth place costs what the first does. An unbalanced Feistel network over
 * the digits (high, low) of a number in base `width`, walking on when a result falls outside
 * [0, size). The grid is at most one row larger than the size, so the walk hardly ever happens.
 */
export class Permutation {
  readonly size: number
  readonly #height: number
  readonly #width: number
  readonly #keys: readonly number[]

  /** Takes the size (0 to 2^40) and a 32-bit key; other keys give other shuffles. */
  constructor(size: number, key: number) {
    this.size = size
    this.#width = Math.max(1, Math.ceil(Math.sqrt(size)))
    this.#height = Math.max(1, Math.ceil(size / this.#width))
    this.#keys = Array.from({ length: rounds * 2 }, (_, round) => mix(key + round * 0x9e3779b1))
  }

  /** What stands at a place. Both are in [0, size); fails with a RangeError outside. */
  at(place: number): number {
    this.#check(place)
    let value = place
    do value = this.#scramble(value)
    while (value >= this.size)
    return value
  }

  /** The place where a value stands: the inverse of `at`. */
  placeOf(value: number): number {
    this.#check(value)
    let place = value
    do place = this.#unscramble(place)
    while (place >= this.size)
    return place
  }

  #scramble(value: number): number {
    let high = Math.floor(value / this.#width)
    let low = value - high * this.#width
    for (let round = 0; round < rounds; round += 1) {
      high = (high + this.#noise(low, round * 2, this.#height)) % this.#height
      low = (low + this.#noise(high, round * 2 + 1, this.#width)) % this.#width
    }
    return high * this.#width + low
  }

  #unscramble(value: number): number {
    let high = Math.floor(value / this.#width)
    let low = value - high * this.#width
    for (let round = rounds - 1; round >= 0; round -= 1) {
      low -= this.#noise(high, round * 2 + 1, this.#width)
      if (low < 0) low += this.#width
      high -= this.#noise(low, round * 2, this.#height)
      if (high < 0) high += this.#height
    }
    return high * this.#width + low
  }

  #noise(value: number, key: number, limit: number): number {
    return mix(value ^ (this.#keys[key] ?? 0)) % limit
  }

  #check(value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= this.size) {
      throw new RangeError(`${value} is outside [0, ${this.size})`)
    }
  }
}
