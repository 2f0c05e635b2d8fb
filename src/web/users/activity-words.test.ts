import { expect, test } from 'vitest'
import { codeInWords } from './activity-words.ts'

// Every code that the platform's documentation names (contract NotificationAPI §3, §9).
const documented = [
  'SUPPRESSED_BOUNCE SUPPRESSED_COMPLAINT',
  'PERMANENT_GENERAL_BOUNCE PERMANENT_NO_EMAIL_BOUNCE PERMANENT_SUPPRESSED_BOUNCE',
  'TRANSIENT_GENERAL_BOUNCE TRANSIENT_MAILBOX_FULL_BOUNCE UNDETERMINED_BOUNCE',
  'COMPLAINT_ABUSE COMPLAINT_AUTH COMPLAINT_FRAUD COMPLAINT_NOT_SPAM COMPLAINT_OTHER COMPLAINT_VIRUS',
  'MISSING_EMAIL_RECIPIENT NO_APN_CONFIG NO_FCM_CONFIG INVALID_APN_TOKEN INVALID_FCM_TOKEN',
  'UNSUBSCRIBED_OR_EXPIRED CHANNEL_NOT_FOUND NOT_IN_CHANNEL CHANNEL_ARCHIVED TOKEN_EXPIRED',
  'INVALID_AUTH NO_ADDRESS USAGE_LIMIT',
  'OFF BATCH IGNORE SCHEDULE THROTTLED DEDUPLICATED',
  'IGNORE_BY_PREFERENCES IGNORE_BY_ENVIRONMENT IGNORE_BY_DEFAULT_DELIVERY',
].flatMap((line) => line.split(' '))

test.each(documented)('%s is told in words', (code) => {
  expect(codeInWords(code)).not.toContain('_')
  expect(codeInWords(code)).not.toBe(code)
})

test('a passing bounce of any kind is told as one', () => {
  expect(codeInWords('TRANSIENT_CONTENT_REJECTED_BOUNCE')).toBe(
    'it bounced for the moment: content rejected',
  )
})

test.each(['SOMETHING_NEW', 'constructor', 'TRANSIENT__BOUNCES'])('%s stands as it is', (code) => {
  expect(codeInWords(code)).toBe(code)
})
