import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

import { digitsIn, dots, fewestDigits, maskEmails, maskNumbers } from '#src/domain/addresses.ts'

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

/**
 * Masks what is shaped like an email address or an international telephone number, anywhere in a text.
 * Masking what is masked changes nothing.
 */
export const maskShapes = (text: string): string => maskNumbers(maskEmails(text), maskPhone)
