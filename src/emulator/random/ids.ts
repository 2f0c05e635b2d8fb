import { hashText } from './dice.ts'
import { Permutation } from './permutation.ts'

/** How an application names its people: from the number of a person to their id, and back. */
export type IdScheme = {
  readonly idOf: (index: number) => string
  /** The number behind an id, or null for an id that this scheme never made. */
  readonly indexOf: (id: string) => number | null
}

const capacity = 2 ** 40

/**
 * Ids that show nothing of the order they were made in: eight digits of a 32-letter alphabet, from a
 * shuffle of 40 bits, so that no two people share one and each can be read back.
 */
const opaqueDigits = (key: string, alphabet: string) => {
  const shuffle = new Permutation(capacity, hashText(key))
  return {
    encode(index: number): string {
      let rest = shuffle.at(index)
      let text = ''
      for (let digit = 0; digit < 8; digit += 1) {
        const quotient = Math.floor(rest / 32)
        text = (alphabet[rest - quotient * 32] ?? '') + text
        rest = quotient
      }
      return text
    },
    decode(text: string): number | null {
      if (text.length !== 8) return null
      let value = 0
      for (const letter of text) {
        const digit = alphabet.indexOf(letter)
        if (digit < 0) return null
        value = value * 32 + digit
      }
      return shuffle.placeOf(value)
    },
  }
}

type Form = { write(index: number): string; read(id: string): number | null }

/** `usr_7k2m9xqd`, or with `grouped` `C-7KM2-9XQD`. */
export const opaqueForm = (key: string, prefix: string, grouped = false): Form => {
  const alphabet = grouped ? '23456789ABCDEFGHJKLMNPQRSTUVWXYZ' : '0123456789abcdefghjkmnpqrstvwxyz'
  const digits = opaqueDigits(key, alphabet)
  return {
    write(index) {
      const text = digits.encode(index)
      return prefix + (grouped ? `${text.slice(0, 4)}-${text.slice(4)}` : text)
    },
    read(id) {
      if (!id.startsWith(prefix)) return null
      const text = id.slice(prefix.length)
      return digits.decode(grouped ? text.slice(0, 4) + text.slice(5) : text)
    },
  }
}

/** Plain numbers with gaps, `prefix` before them: an older part of the application made these. */
export const numberForm = (key: string, prefix: string, from: number, width = 1): Form => {
  const gap = 3
  const salt = hashText(key)
  return {
    write(index) {
      const number = from + index * gap + ((Math.imul(index, salt | 1) >>> 30) % gap)
      return prefix + String(number).padStart(width, '0')
    },
    read(id) {
      const digits = id.slice(prefix.length)
      return id.startsWith(prefix) && /^\d{1,15}$/.test(digits)
        ? Math.floor((Number(digits) - from) / gap)
        : null
    },
  }
}

/**
 * The ids of one environment: mostly the first form, one in `rareEvery` the second. An id read back
 * is written again and compared, so that look-alikes do not count.
 */
export const idScheme = (common: Form, rare: Form = common, rareEvery = 8): IdScheme => {
  const idOf = (index: number) =>
    ((Math.imul(index, 0x9e3779b1) >>> 8) % rareEvery === 0 ? rare : common).write(index)
  return {
    idOf,
    indexOf(id) {
      for (const form of [common, rare]) {
        const index = form.read(id)
        if (index !== null && index >= 0 && index < capacity && idOf(index) === id) return index
      }
      return null
    },
  }
}
