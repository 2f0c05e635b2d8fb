import { expect, test } from 'vitest'
import type { ChannelName, Reason } from '#src/domain/reach.ts'
import { reasonInWords } from './reach-words.ts'

const words = (channel: ChannelName, reason: Omit<Reason, 'field'>) =>
  reasonInWords(channel, { ...reason, field: 'x' }, 'UTC')

test('after a complaint nobody is told that lifting is reasonable, also of an earlier address', () => {
  const said = words('email', { code: 'complaint-stale', detail: 'ines@old.test' })
  expect(said).toBe(
    'that was an earlier address, ines@old.test, and the person is the same: ask them first',
  )
  expect(words('email', { code: 'suppression-stale', detail: 'ines@old.test' })).toContain(
    'lifting it is reasonable',
  )
})

test.each([
  ['abuse', 'they reported mail as spam'],
  [null, 'they reported mail as spam'],
  ['fraud', 'they reported mail as fraud'],
  ['virus', 'their provider reported a virus in mail'],
  ['other', 'they complained about mail, for no reason that has a name'],
  ['auth-failure', 'their provider reported mail that it could not prove to be from this sender'],
  ['not-spam', 'they reported that mail was not spam, and the platform blocks it as a complaint'],
  ['OnAccountSuppressionList', 'mail was held back, as the address had complained before'],
  ['opt-out', 'they reported mail as spam (opt-out)'],
  ['constructor', 'they reported mail as spam (constructor)'],
])('a complaint of %s is said as what it is', (subType, said) => {
  expect(words('email', { code: 'suppressed-complaint', detail: { subType } })).toBe(
    `${said}; do not lift without their consent`,
  )
})

test.each([
  ['Permanent', 'NoEmail', 'bounced for good (NoEmail), so a new address is needed first'],
  ['Permanent', 'General', 'bounced for good (General)'],
  ['Transient', 'MailboxFull', 'bounced for the moment (MailboxFull), so lifting it is reasonable'],
])('a bounce of %s, %s comes with what to do about it', (type, subType, said) => {
  expect(words('email', { code: 'suppressed-bounce', detail: { type, subType } })).toBe(said)
})

test('a push that is skipped without a device says that nothing will show it', () => {
  expect(words('push', { code: 'no-device', detail: 'skipped' })).toBe(
    'no device is registered, so the step is skipped without a failure and nothing shows in deliveries',
  )
  expect(words('push', { code: 'no-device' })).toBe('no device')
})

test.each([
  ['is_archived', 'the connection to the workspace failed: the channel is archived (is_archived)'],
  ['new_error', 'the connection to the workspace failed with “new_error”'],
  ['toString', 'the connection to the workspace failed with “toString”'],
])('Slack’s error %s is told in words where there are any', (error, said) => {
  expect(words('slack', { code: 'connection-failed', detail: error })).toBe(said)
})

test('an access that is over says since when', () => {
  expect(words('slack', { code: 'connection-lapsed', detail: '2026-11-21T23:59:59.000Z' })).toBe(
    'the connection expired on 21 Nov 2026 and cannot be renewed',
  )
})

test('opting out of everything listed is told with the number', () => {
  expect(words('email', { code: 'opted-out-of-all', detail: 2 })).toBe(
    'they opted out of 2 of 2 notifications that are listed',
  )
})
