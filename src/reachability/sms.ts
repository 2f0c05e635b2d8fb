import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

import type { SmsChannel, UserFacts } from '#src/domain/user.ts'

// ITU-T E.164: a plus, a country code that starts with no zero, fifteen digits at most.
const e164 = /^\+[1-9]\d{1,14}$/u

/** The verdict on SMS. `country` is ISO 3166-1 alpha-2, or null where the number does not tell one. */
export const judgeSms = ({ phone }: UserFacts): SmsChannel => {
  if (phone === null || phone === '') {
    return { reach: 'absent', reasons: [{ code: 'no-address', field: 'phone' }], country: null }
  }
  if (!e164.test(phone)) {
    return {
      reach: 'at-risk',
      reasons: [{ code: 'number-not-e164', field: 'phone' }],
      country: null,
    }
  }
  return {
    reach: 'reachable',
    reasons: [{ code: 'address-present', field: 'phone' }],
    country: parsePhoneNumberFromString(phone)?.country ?? null,
  }
}
