import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** What stands for everything that is hidden, however long it is. */
export const dots = '•••'

const isMasked = (local: string): boolean => /^.?•••$/u.test(local)

const maskLocal = (local: string): string => {
  if (isMasked(local)) return local
  const [first = '', ...rest] = local
  // One character alone would be the whole of it.
  return rest.length === 0 ? dots : `${first}${dots}`
}

/** `ines@orchard.test` as `i•••@orchard.test`; nothing at all of what has no @. */
export const maskEmail = (address: string): string => {
  const at = address.lastIndexOf('@')
  return at === -1 ? dots : `${maskLocal(address.slice(0, at))}${address.slice(at)}`
}

/** The digits of a text, in any script. */
export const digitsIn = (text: string): readonly string[] => text.match(/\p{Nd}/gu) ?? []

/** How many digits a text must have to be taken for a telephone number where no name says so. */
export const fewestDigits = 7
/** How many digits stay hidden at least; a number that is shorter is hidden whole. */
const fewestHidden = 4

/** A number in E.164, as its country's code and the rest; null where it is none. */
export const internationalOf = (
  text: string,
): { readonly country: string; readonly national: string } | null => {
  const number = text.includes('+') ? parsePhoneNumberFromString(text) : undefined
  return number === undefined
    ? null
    : { country: number.countryCallingCode, national: number.nationalNumber }
}

/**
 * A telephone number as its country's code and its last two digits, `+351 ••• •• 42`; without a country
 * the last two digits alone; of a short one nothing. Always as many dots, so that no length is told.
 */
export const maskPhone = (text: string): string => {
  const digits = digitsIn(text)
  const last = `${dots} •• ${digits.slice(-2).join('')}`
  const country = internationalOf(text)?.country
  if (country !== undefined && digits.length - country.length - 2 >= fewestHidden)
    return `+${country} ${last}`
  return digits.length >= fewestDigits ? last : dots
}

// What ends the part before an @. RFC 5321 allows much there; what is allowed and rare stays inside,
// because too much hidden is a smaller fault than too little.
const ends = /[\s<>()[\],;:\\@\p{Cc}]/u
const domain = /(?:[\p{L}\p{N}\p{M}._-]+|\[[\p{L}\p{N}.:]+\])/uy

/**
 * Masks everything in a text that is shaped like an email address, its @ percent-encoded or not. Each
 * character is looked at twice at most, whatever the text.
 */
const maskEmails = (text: string): string => {
  let masked = ''
  let done = 0
  let earliest = 0
  for (const { 0: at, index } of text.matchAll(/@|%40/gu)) {
    let start = index
    while (start > earliest && !ends.test(text.charAt(start - 1))) start -= 1
    earliest = index + at.length
    domain.lastIndex = earliest
    if (start === index || !domain.test(text)) continue
    masked += `${text.slice(done, start)}${maskLocal(text.slice(start, index))}`
    done = index
  }
  return masked + text.slice(done)
}

/** What may stand between two digits of a number, as the source of a regular expression. */
export const separator = String.raw`(?:[\s().\-/·‐-―]|%20)`

const international = new RegExp(
  String.raw`(?:\+|%2B)${separator}{0,3}[1-9](?:${separator}{0,3}\d){6,40}`,
  'giu',
)

/**
 * Masks what is shaped like an email address or an international telephone number, anywhere in a text.
 * Masking what is masked changes nothing.
 */
export const maskShapes = (text: string): string =>
  maskEmails(text).replaceAll(international, (found) => maskPhone(found.replace(/^%2B/iu, '+')))
