import {
  digitsIn,
  dots,
  fewestDigits,
  literal,
  maskEmail,
  mostDigits,
  separator,
} from '#src/domain/addresses.ts'
import { createNeedles } from '#src/platforms/needles.ts'

import { internationalOf, maskPhone, maskShapes } from './mask-address.ts'

/** The addresses that are known to be one person's: their email addresses and telephone numbers. */
export type Addresses = {
  readonly emails: ReadonlySet<string>
  readonly phones: ReadonlySet<string>
}

/** Characters; looking for anything shorter that has no @ would mask half of every text. */
const fewestCharacters = 6
/** Characters; what is longer is no address (RFC 3696), and slow to look for. */
const mostCharacters = 320

type Rule = (text: string) => string

const emailRule = (email: string): Rule => {
  const pattern = new RegExp(literal(email), 'giu')
  const mask = maskEmail(email)
  return (text) => text.replaceAll(pattern, () => mask)
}

const isNumber = (phone: string): boolean => {
  const { length } = digitsIn(phone)
  return length >= fewestDigits && length <= mostDigits && phone.length <= mostCharacters
}

const separators = new RegExp(separator, 'giu')
const spaced = (digits: readonly string[]): string => digits.join(`${separator}*`)

/** Finds a number with its country's code or without, plain, with a plus, 00 or blanks and the like. */
const phoneRule = (phone: string): Rule => {
  const whole = digitsIn(phone)
  const national = digitsIn(internationalOf(phone)?.national ?? '')
  const shortest = national.length >= fewestDigits ? national : whole
  const least = shortest.join('')
  return (text) => {
    // Nearly always so, and a pattern takes far longer to make than a text to search.
    if (!text.replaceAll(separators, '').includes(least)) return text
    const pattern = `(?:(?:\\+|%2B|00)${separator}*)?${spaced(whole)}|${spaced(shortest)}`
    const mask = maskPhone(phone)
    return text.replaceAll(new RegExp(pattern, 'giu'), () => mask)
  }
}

const apply = (text: string, rules: readonly Rule[]): string =>
  rules.reduce((masked, rule) => rule(masked), text)

// Our own instants (domain/user.ts): a number could be made to look like the digits of a date.
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u

/** Nothing that is sought can stand in a text without any of these, unless it is coded. */
const marks = /[@%\d]/u

/**
 * Makes what masks a text about one person: their own addresses in any spelling, and whatever else is
 * shaped like one. With `free`, also what is coded, and an own "address" that has no @ and is only a
 * word. The gateway's own words are never free: a person whose email is said to be "blocked" must not
 * spoil them.
 */
export const createMasker = (addresses: Addresses) => {
  const emails = [...addresses.emails].filter((email) => email.length <= mostCharacters)
  const real = emails.filter((email) => email.includes('@'))
  const words = emails
    .filter((email) => !email.includes('@') && email.length >= fewestCharacters)
    .map(emailRule)
  const phones = [...addresses.phones].filter(isNumber)
  // The shape finds nearly all of them; a blank or a bracket before the @ would hide the rest.
  const odd = real.filter((email) => maskShapes(email) !== maskEmail(email))
  const rules = [...odd.map(emailRule), ...phones.map(phoneRule)]
  const digits = phones.map((phone) => digitsIn(phone).join(''))
  const coded = createNeedles([...new Set([...real, ...phones, ...digits])])

  return (text: string, free: boolean): string => {
    const plain = free ? apply(text, words) : text
    const sought = marks.test(plain) && !instant.test(plain)
    const masked = sought ? maskShapes(apply(plain, rules)) : plain
    // Hexadecimal, base64: what is left of such a text is of no use to anybody.
    return (free || masked.includes('://')) && coded.foundIn(masked) ? dots : masked
  }
}
export type Masker = ReturnType<typeof createMasker>
