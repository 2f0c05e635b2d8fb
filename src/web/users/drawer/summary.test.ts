import { describe, expect, test } from 'vitest'
import type { Activity } from '#src/domain/activity.ts'
import type { User } from '#src/domain/user.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import type { Why } from '#src/domain/why.ts'
import { supportSummary } from './summary.ts'

const detail = {
  type: 'Permanent',
  subType: 'NoEmail',
  diagnostic: 'smtp; 550 <ines@orchard.test> unknown',
  at: '2026-03-11T17:40:19.000Z',
}
const ines: User = {
  ...userNamed('cust-0107'),
  name: 'Inês *Prado*',
  email: 'ines@orchard.test',
  phone: '+351912000107',
  channels: {
    ...userNamed('').channels,
    email: {
      reach: 'blocked',
      reasons: [{ code: 'suppressed-bounce', field: 'channels.email.suppression', detail }],
      suppression: { reason: 'Bounce', details: {} },
    },
  },
  notes: [
    { code: 'email-shared', field: 'email', detail: { users: ['b'], among: 1200 } },
    { code: 'no-timezone', field: 'timezone' },
  ],
}
const failed: Activity = {
  id: '1',
  at: '2026-03-11T17:40:00.000Z',
  channel: 'email',
  status: 'failed',
  statusRaw: null,
  notification: 'weekly_digest',
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: null,
  failure: {
    code: 'NO_ADDRESS',
    recipient: 'ines@orchard.test',
    diagnostic: 'to +351912000107',
    device: null,
  },
  malformed: [],
}
const summary = (
  user: User,
  activity: readonly Activity[] = [],
  more: { readonly name?: string; readonly whys?: readonly Why[] } = {},
) =>
  supportSummary({
    user,
    environment: { name: more.name ?? 'Orchard', stage: 'production', platform: 'notificationapi' },
    link: 'http://rollcall.test/environments/prod/users?user=cust-0107',
    known: { detail: 'here', preferences: [], activity },
    whys: more.whys ?? [],
    now: Date.parse('2026-11-22T12:00:00Z'),
    zone: 'Europe/Lisbon',
  })

describe('a support summary', () => {
  test('says who, where, what reaches them and why, what happened last, and when it was made', () => {
    expect(summary(ines, [failed])).toBe(`### Inês \\*Prado\\* (cust-0107)
Orchard, production, NotificationAPI
<http://rollcall.test/environments/prod/users?user=cust-0107>

**Reach**
- Email is blocked: bounced for good on 11 Mar 2026 (NoEmail, smtp; 550 \\<i•••@orchard.test\\> unknown), so a new address is needed first
- Not set up: SMS, Push, Web push, Slack

**To know**
- Somebody else has the same email address. (b) (among 1,200 users read)

**Last activity**
- Wed, 11 Mar 2026, 17:40:00, email failed, weekly_digest, there was no address, to +•••07

Made by Rollcall, Sun, 22 Nov 2026, 12:00:00. Times are those of Europe/Lisbon.
`)
  })

  test('holds no address and no number in clear, wherever it stood (A07)', () => {
    const text = summary({ ...ines, name: 'ines@orchard.test +351 912 000 107' }, [failed])
    expect(text).not.toContain('ines@')
    expect(text).not.toMatch(/912/u)
  })

  test.each([
    'to INES@Orchard.TEST',
    'http://x.test/?to=ines%40orchard.test',
    'call +351 912-000-107',
    'call (00351) 912 000 107',
    'call 912.000.107 now',
    'call 912000107',
    'sms:%2B351912000107',
    `${'x'.repeat(495)} ines@orchard.test`,
  ])('A07: neither in %j', (diagnostic) => {
    const row = { ...failed, failure: { code: null, recipient: null, diagnostic, device: null } }
    const text = summary(ines, [row])
    expect(text).not.toMatch(/ines(?:@|%40)|ines$/imu)
    expect(text).not.toMatch(/9\D{0,2}1\D{0,2}2\D{0,2}0/u)
  })

  test('says the stage once', () => {
    expect(summary(ines, [], { name: 'Production' }).split('\n')[1]).toBe(
      'Production, NotificationAPI',
    )
  })

  test('has what followed from the questions that were asked', () => {
    const why: Why = {
      channel: 'sms',
      steps: [],
      conclusion: { code: 'nothing-against', step: null },
      last: [],
    }
    expect(summary(ines, [], { whys: [why] })).toContain(
      '**Why they may not have got it**\n- SMS: Nothing speaks against SMS',
    )
  })

  test('cannot be made to say something else by what stands in a name', () => {
    const text = summary({ ...ines, name: '](http://evil.test)\n# Refund <script>' })
    expect(text.split('\n')[0]).toBe(
      '### \\](http://evil.test)⟨LF⟩\\# Refund \\<script\\> (cust-0107)',
    )
  })

  test('without activity at hand says nothing of it', () => {
    expect(summary(ines)).not.toContain('activity')
  })
})
