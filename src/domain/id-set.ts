/**
 * A set of ids that costs some 16 bytes for each, outside the JavaScript heap: a million users of a
 * walk are remembered in as much memory as a few thousand rows. It keeps a 53-bit hash of an id and
 * not the id itself, so among a million ids the chance of any two being taken for one is 1 in 18,000.
 */
export class IdSet {
  #slots = new Float64Array(1024)
  #size = 0

  /** Adds an id. Gives whether it was new. */
  add(id: string): boolean {
    if (this.#size * 2 >= this.#slots.length) this.#grow()
    const added = this.#insert(hash(id))
    if (added) this.#size += 1
    return added
  }

  #insert(value: number): boolean {
    const mask = this.#slots.length - 1
    let slot = value % this.#slots.length
    while (this.#slots[slot] !== 0) {
      if (this.#slots[slot] === value) return false
      slot = (slot + 1) & mask
    }
    this.#slots[slot] = value
    return true
  }

  #grow() {
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    for (const value of old) if (value !== 0) this.#insert(value)
  }
}

/** A 53-bit hash (two rounds of 32 bits, after cyrb53), never 0: that marks a free slot. */
function hash(id: string): number {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let index = 0; index < id.length; index += 1) {
    const unit = id.charCodeAt(index)
    low = Math.imul(low ^ unit, 2654435761)
    high = Math.imul(high ^ unit, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return 4294967296 * (2097151 & high) + (low >>> 0) || 1
}
