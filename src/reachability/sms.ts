import {
  type NumberType,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'

import type { NationalNumbers } from '#src/domain/environment.ts'
import type { LineType, SmsChannel, UserFacts } from '#src/domain/user.ts'

import { absent, blocks, notes, risks, unreadable, weigh, type Weighed } from './weigh.ts'

// ITU-T E.164: a plus, a country code that starts with no zero, fifteen digits at most.
const e164 = /^\+[1-9]\d{1,14}$/u

// St Helena and others have numbers of four digits; none has fewer.
const fewestDigits = 4

/** A text that is not E.164, read as people write numbers; null where no number stands there. */
const readLoosely = (text: string): PhoneNumber | null => {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/iu, '')
    .replace(/^00/u, '+')
  const found = parsePhoneNumberFromString(plain, { defaultCountry: 'US', extract: false })
  if (found === undefined || found.nationalNumber.length < fewestDigits) return null
  return plain.startsWith('+') && !found.isPossible() ? null : found
}

const lineTypes: Readonly<Record<NonNullable<NumberType>, LineType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed-line',
  FIXED_LINE_OR_MOBILE: 'fixed-line-or-mobile',
  VOIP: 'voip',
  TOLL_FREE: 'toll-free',
  PREMIUM_RATE: 'premium-rate',
  SHARED_COST: 'shared-cost',
  PERSONAL_NUMBER: 'personal',
  PAGER: 'pager',
  UAN: 'uan',
  VOICEMAIL: 'voicemail',
}

const takesSms: ReadonlySet<LineType> = new Set([
  'mobile',
  'fixed-line-or-mobile',
  'voip',
  'personal',
])

const nothingKnown = { country: null, lineType: null }
const field = 'phone'
// The same for everybody, and a page has a thousand people.
const nothing: SmsChannel = { ...absent({ code: 'no-address', field }), ...nothingKnown }
const reachable = weigh([notes({ code: 'address-present', field })])

/** What the numbering plans say of a number that is possible, after what is said of how it is written. */
const judgeNumber = (number: PhoneNumber, ...written: readonly Weighed[]): SmsChannel => {
  const country = number.country ?? null
  const type = number.getType()
  if (type === undefined) {
    const invalid = risks({ code: 'number-invalid', field, detail: country })
    return { ...weigh([...written, invalid]), country, lineType: null }
  }
  const lineType = lineTypes[type]
  if (!takesSms.has(lineType)) {
    const found = risks({ code: 'line-takes-no-sms', field, detail: lineType })
    return { ...weigh([...written, found]), country, lineType }
  }
  const { reach, reasons } = written.length === 0 ? reachable : weigh(written)
  return { reach, reasons, country, lineType }
}

const impossible = (country: string | null): SmsChannel => ({
  ...weigh([blocks({ code: 'number-impossible', field, detail: country })]),
  country,
  lineType: null,
})

/**
 * Of a number that is not E.164. Some platforms read American forms (contract NotificationAPI §10), and
 * elsewhere nothing without its plus is sent to (Notiflows §8).
 */
const judgeOtherForm = (phone: string, nationalNumbers: NationalNumbers): SmsChannel => {
  const number = readLoosely(phone)
  if (number === null) return impossible(null)
  const notE164 = { code: 'number-not-e164', field } as const
  if (nationalNumbers === 'none' && !phone.startsWith('+'))
    return { ...weigh([blocks(notE164)]), ...nothingKnown }
  const isPossible = number.isPossible()
  const isAmerican = number.countryCallingCode === '1' && isPossible && number.ext === undefined
  if (nationalNumbers === 'us' && isAmerican)
    // Read again without the guess of a country.
    return judgeNumber(
      parsePhoneNumberFromString(number.number) ?? number,
      notes({ code: 'number-american', field }),
    )
  return isPossible
    ? judgeNumber(number, risks(notE164))
    : // No country is named, and the one that is meant may have such numbers.
      { ...weigh([risks(notE164)]), ...nothingKnown }
}

/**
 * The verdict on SMS: `country` and `lineType` as the numbering plans of libphonenumber have them.
 * "Impossible" is what no plan has, a country code of nobody or a length that the country does not have;
 * "invalid" fits its plan in length alone, which may be a plan newer than ours, so it is a risk and no more.
 */
export const judgeSms = (
  { phone, malformed }: UserFacts,
  { nationalNumbers }: { readonly nationalNumbers: NationalNumbers },
): SmsChannel => {
  if (phone === null || phone === '') {
    // By the wire's names: `number` on NotificationAPI, `phone` on Notiflows.
    return malformed.includes('number') || malformed.includes('phone')
      ? { ...weigh([unreadable(field)]), ...nothingKnown }
      : nothing
  }
  if (/^\+\d+$/u.test(phone)) {
    const number = e164.test(phone) ? parsePhoneNumberFromString(phone) : undefined
    return number?.isPossible() === true ? judgeNumber(number) : impossible(number?.country ?? null)
  }
  return judgeOtherForm(phone, nationalNumbers)
}
