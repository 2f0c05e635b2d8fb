import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { ChannelName, Reach, ReasonCode } from '#src/domain/reach.ts'
import type {
  ChannelFacts,
  EmailSuppression,
  PushDevice,
  SlackConnection,
  UserFacts,
  WebPushSubscription,
} from '#src/domain/user.ts'

import { judge } from './judge.ts'

const nothingTold: ChannelFacts = {
  suppression: undefined,
  devices: null,
  subscriptions: null,
  slack: null,
}

type Told = Partial<Pick<UserFacts, 'email' | 'phone'>> & Partial<ChannelFacts>

const userWith = ({ email = null, phone = null, ...facts }: Told): UserFacts => ({
  environment: 'prod',
  id: 'ada',
  platformId: null,
  name: null,
  avatarUrl: null,
  email,
  phone,
  locale: null,
  timezone: null,
  createdAt: null,
  updatedAt: null,
  lastSeenAt: null,
  attributes: {},
  malformed: [],
  facts: { ...nothingTold, ...facts },
})

const fingerprint = { last4: '', hash: '0123456789abcdef' }
const device: PushDevice = {
  type: 'FCM',
  token: fingerprint,
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model: null,
  apnsEnvironment: null,
  environmentRaw: null,
}
const subscription: WebPushSubscription = {
  origin: 'https://push.example',
  service: null,
  endpoint: fingerprint,
  keys: { p256dh: true, auth: true },
}
const connection: SlackConnection = {
  ok: true,
  error: null,
  needed: null,
  provided: null,
  scopes: [],
  tokenType: null,
  hasAccessToken: true,
  hasRefreshToken: false,
  expiresInSeconds: null,
  teamId: null,
  teamName: null,
  enterpriseName: null,
  appId: null,
  botUserId: null,
  authedUserId: null,
  webhookChannel: null,
  warning: null,
}
const bounce: EmailSuppression = { reason: 'Bounce', details: {} }
const complaint: EmailSuppression = { reason: 'Complaint', details: {} }
const broken = { ...connection, ok: false, error: 'invalid_auth' }

type Row = readonly [string, Told, ChannelName, Reach, readonly ReasonCode[]]
const rows: readonly Row[] = [
  ['no address', { suppression: null }, 'email', 'absent', ['no-address']],
  ['an empty address', { email: '', suppression: null }, 'email', 'absent', ['no-address']],
  [
    'an address the platform vouches for',
    { email: 'a@b.test', suppression: null },
    'email',
    'reachable',
    ['address-present'],
  ],
  [
    'an address on a platform that tells no suppression',
    { email: 'a@b.test' },
    'email',
    'reachable',
    ['address-present', 'suppression-not-told'],
  ],
  [
    'a bounced address',
    { email: 'a@b.test', suppression: bounce },
    'email',
    'blocked',
    ['suppressed-bounce'],
  ],
  [
    'a complaint',
    { email: 'a@b.test', suppression: complaint },
    'email',
    'blocked',
    ['suppressed-complaint'],
  ],
  [
    'a suppression whose address is gone',
    { suppression: bounce },
    'email',
    'absent',
    ['no-address', 'suppressed-bounce'],
  ],
  [
    'an address with no @',
    { email: 'ada', suppression: null },
    'email',
    'blocked',
    ['address-malformed'],
  ],
  ['no number', {}, 'sms', 'absent', ['no-address']],
  ['a number in E.164', { phone: '+351210000042' }, 'sms', 'reachable', ['address-present']],
  ['a number with no +', { phone: '5551234567' }, 'sms', 'at-risk', ['number-not-e164']],
  ['a number with blanks', { phone: '+1 555 1234567' }, 'sms', 'at-risk', ['number-not-e164']],
  [
    'a number of 300 digits',
    { phone: `+${'1'.repeat(300)}` },
    'sms',
    'at-risk',
    ['number-not-e164'],
  ],
  ['devices that were not told', {}, 'push', 'unknown', ['devices-not-told']],
  ['no devices', { devices: [] }, 'push', 'absent', ['no-device']],
  ['a device', { devices: [device] }, 'push', 'reachable', ['device-present']],
  ['subscriptions that were not told', {}, 'webPush', 'unknown', ['subscriptions-not-told']],
  ['no subscriptions', { subscriptions: [] }, 'webPush', 'absent', ['no-subscription']],
  [
    'a subscription',
    { subscriptions: [subscription] },
    'webPush',
    'reachable',
    ['subscription-present'],
  ],
  ['Slack that was not told', {}, 'slack', 'unknown', ['slack-not-told']],
  [
    'no Slack destination',
    { slack: { destination: null, connection } },
    'slack',
    'absent',
    ['no-destination'],
  ],
  [
    'a destination in no workspace',
    { slack: { destination: '#ops', connection: null } },
    'slack',
    'blocked',
    ['destination-without-connection'],
  ],
  [
    'a failed connection',
    { slack: { destination: '#ops', connection: broken } },
    'slack',
    'blocked',
    ['connection-failed'],
  ],
  [
    'a connection that does not say whether it works',
    { slack: { destination: '#ops', connection: { ...connection, ok: null } } },
    'slack',
    'unknown',
    ['destination-present'],
  ],
  [
    'a destination in a connected workspace',
    { slack: { destination: '#ops', connection } },
    'slack',
    'reachable',
    ['destination-present'],
  ],
]

describe('a verdict on each channel', () => {
  test.each(rows)('%s', (_title, told, channel, reach, codes) => {
    const verdict = judge(userWith(told)).channels[channel]
    expect(verdict.reach).toBe(reach)
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(codes)
  })

  test('names the country of a number', () => {
    expect(judge(userWith({ phone: '+351210000042' })).channels.sms.country).toBe('PT')
    expect(judge(userWith({ phone: '+12025550123' })).channels.sms.country).toBe('US')
    expect(judge(userWith({ phone: '+999999999' })).channels.sms.country).toBeNull()
  })

  test('says what Slack answered', () => {
    const told = { slack: { destination: '#ops', connection: broken } }
    expect(judge(userWith(told)).channels.slack.reasons[0]?.detail).toBe('invalid_auth')
  })
})

const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.emailAddress()), {
  nil: null,
})
const phones = fc.oneof(
  text,
  fc.string({ unit: fc.constantFrom(...Array.from('+0123456789 -();ext=,x')), maxLength: 40 }),
)
const anyUser = fc
  .record({
    email: text,
    phone: phones,
    suppression: fc.constantFrom(undefined, null, bounce, complaint),
    devices: fc.constantFrom(null, [], [device]),
    subscriptions: fc.constantFrom(null, [], [subscription]),
    slack: fc.option(
      fc.record({ destination: text, connection: fc.constantFrom(null, connection, broken) }),
      { nil: null },
    ),
  })
  .map(userWith)

describe('whatever the strings hold', () => {
  test('judging never throws and always gives a reason', () => {
    fc.assert(
      fc.property(anyUser, (user) => {
        for (const verdict of Object.values(judge(user).channels)) {
          expect(verdict.reasons).not.toHaveLength(0)
        }
      }),
      { numRuns: 500 },
    )
  })

  test('nobody is reachable without an address, device, subscription or destination', () => {
    fc.assert(
      fc.property(anyUser, (user) => {
        const { channels } = judge(user)
        const reached = (name: ChannelName) => channels[name].reach === 'reachable'
        const { facts } = user
        expect(reached('email') && !user.email).toBe(false)
        expect(reached('email') && (facts.suppression ?? null) !== null).toBe(false)
        expect(reached('sms') && !user.phone).toBe(false)
        expect(reached('push') && !facts.devices?.length).toBe(false)
        expect(reached('webPush') && !facts.subscriptions?.length).toBe(false)
        expect(reached('slack') && !facts.slack?.destination).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
