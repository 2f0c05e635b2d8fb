import { type NumberType, parsePhoneNumberFromString } from 'libphonenumber-js/max'

import type { LineType, SmsChannel, UserFacts } from '#src/domain/user.ts'

import { absent, blocks, notes, risks, unreadable, weigh, type Weighed } from './weigh.ts'

// ITU-T E.164: a plus, a country code that starts with no zero, fifteen digits at most.
const e164 = /^\+[1-9]\d{1,14}$/u

/**
 * Whether a text that is not E.164 may still be read as a number: it has digits, and no more than an
 * international prefix, fifteen digits and an extension make. One with the plus of E.164 before nothing
 * but digits is meant to be that, and no such number exists.
 */
const mayBeNumber = (text: string): boolean => {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  return digits > 0 && digits <= 20 && !/^\+\d+$/u.test(text)
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

/**
 * The verdict on SMS: `country` and `lineType` as the numbering plans of libphonenumber have them.
 * "Impossible" is what no plan has, a country code of nobody or a length that the country does not have;
 * "invalid" fits its plan in length alone, which may be a plan newer than ours, so it is a risk and no more.
 */
export const judgeSms = ({ phone, malformed }: UserFacts): SmsChannel => {
  const field = 'phone'
  if (phone === null || phone === '') {
    // By the wire's names: `number` on NotificationAPI, `phone` on Notiflows.
    return malformed.includes('number') || malformed.includes('phone')
      ? { ...weigh([unreadable(field)]), ...nothingKnown }
      : { ...absent({ code: 'no-address', field }), ...nothingKnown }
  }
  // Forms without a country are read by some platforms as American, and by others not at all.
  if (!e164.test(phone)) {
    const found = mayBeNumber(phone)
      ? risks({ code: 'number-not-e164', field })
      : blocks({ code: 'number-impossible', field, detail: null })
    return { ...weigh([found]), ...nothingKnown }
  }
  const number = parsePhoneNumberFromString(phone)
  const country = number?.country ?? null
  if (number === undefined || !number.isPossible())
    return {
      ...weigh([blocks({ code: 'number-impossible', field, detail: country })]),
      country,
      lineType: null,
    }
  const type = number.getType()
  if (type === undefined)
    return {
      ...weigh([risks({ code: 'number-invalid', field, detail: country })]),
      country,
      lineType: null,
    }
  const lineType = lineTypes[type]
  const found: Weighed = takesSms.has(lineType)
    ? notes({ code: 'address-present', field })
    : risks({ code: 'line-takes-no-sms', field, detail: lineType })
  return { ...weigh([found]), country, lineType }
}
