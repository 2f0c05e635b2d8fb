// How addresses and numbers are spelt and hidden. Shared by the gateway's mask and what the app gives away.

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
// What ends the part before an @. RFC 5321 allows much there; what is allowed and rare stays inside,
// because too much hidden is a smaller fault than too little.
const ends = /[\s<>()[\],;:\\@\p{Cc}]/u
const domain = /(?:[\p{L}\p{N}\p{M}._-]+|\[[\p{L}\p{N}.:]+\])/uy

/**
 * Masks everything in a text that is shaped like an email address, its @ percent-encoded or not. Each
 * character is looked at twice at most, whatever the text.
 */
export const maskEmails = (text: string): string => {
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

/** Puts `mask` of it in the place of everything in a text that is shaped like an international telephone number. */
export const maskNumbers = (text: string, mask: (number: string) => string): string =>
  text.replaceAll(international, (found) => mask(found.replace(/^%2B/iu, '+')))

/** Text as a part of a regular expression that means nothing but itself. */
export const literal = (text: string): string =>
  text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)

const longestCountry = 3
/** Digits; what is longer is no number (E.164), and slow to look for. */
export const mostDigits = 30

/**
 * Finds a number however it is spelt: with a plus, 00 or nothing, with its country's code, part of it or none,
 * with blanks and the like between its digits. Null for what is too short or too long to be one.
 */
export function spellingsOf(phone: string): RegExp | null {
  const digits = digitsIn(phone)
  if (digits.length < fewestDigits || digits.length > mostDigits) return null
  const least = Math.max(fewestDigits, digits.length - longestCountry)
  const national = digits.slice(-least).join(`${separator}*`)
  const country = digits.slice(0, -least).map((digit) => `(?:${digit}${separator}*)?`)
  return new RegExp(`(?:(?:\\+|%2B|00)${separator}*)?${country.join('')}${national}`, 'giu')
}
