import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { ChannelName, Reach, ReasonCode } from '#src/domain/reach.ts'
import { told, untold, type Untold } from '#src/domain/told.ts'
import type {
  ChannelFacts,
  EmailSuppression,
  DeviceFacts,
  SlackConnection,
  UserFacts,
  SubscriptionFacts,
} from '#src/domain/user.ts'

import { type Circumstances, judge as judgeUnder } from './judge.ts'

const plain: Circumstances = {
  stage: 'production',
  now: Date.parse('2026-11-22T12:00:00Z'),
  lastSeen: true,
  switchedOff: untold('platform'),
}
const judge = (user: UserFacts) => judgeUnder(user, plain)

const nothingTold: ChannelFacts = {
  suppression: undefined,
  devices: untold('platform'),
  subscriptions: untold('platform'),
  slack: untold('platform'),
}

type Given = Partial<Pick<UserFacts, 'email' | 'phone'>> & Partial<ChannelFacts>

const userWith = ({ email = null, phone = null, ...facts }: Given): UserFacts => ({
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
const device: DeviceFacts = {
  type: 'FCM',
  token: fingerprint,
  tokenForm: 'other',
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model: null,
  apnsEnvironment: null,
  environmentRaw: null,
}
const subscription: SubscriptionFacts = {
  origin: 'https://fcm.googleapis.com',
  service: 'Google FCM',
  browser: 'Chrome',
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

const slackAt = (destination: string | null, known: SlackConnection | null) =>
  told({ destination, connection: told(known) })

type Row = readonly [string, Given, ChannelName, Reach, readonly ReasonCode[]]
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
  ['a number in E.164', { phone: '+351912000200' }, 'sms', 'reachable', ['address-present']],
  ['a number with no +', { phone: '5551234567' }, 'sms', 'at-risk', ['number-not-e164']],
  ['a number with blanks', { phone: '+1 555 1234567' }, 'sms', 'at-risk', ['number-not-e164']],
  [
    'a number of 300 digits',
    { phone: `+${'1'.repeat(300)}` },
    'sms',
    'blocked',
    ['number-impossible'],
  ],
  ['devices that were not told', {}, 'push', 'unknown', ['devices-not-told']],
  ['no devices', { devices: told([]) }, 'push', 'absent', ['no-device']],
  ['a device', { devices: told([device]) }, 'push', 'reachable', ['device-present']],
  ['subscriptions that were not told', {}, 'webPush', 'unknown', ['subscriptions-not-told']],
  ['no subscriptions', { subscriptions: told([]) }, 'webPush', 'absent', ['no-subscription']],
  [
    'a subscription',
    { subscriptions: told([subscription]) },
    'webPush',
    'reachable',
    ['subscription-present'],
  ],
  ['Slack that was not told', {}, 'slack', 'unknown', ['slack-not-told']],
  [
    'no Slack destination',
    { slack: slackAt(null, connection) },
    'slack',
    'absent',
    ['no-destination'],
  ],
  [
    'a destination in no workspace',
    { slack: slackAt('#ops', null) },
    'slack',
    'blocked',
    ['destination-without-connection'],
  ],
  [
    'a failed connection',
    { slack: slackAt('#ops', broken) },
    'slack',
    'blocked',
    ['connection-failed'],
  ],
  [
    'a connection that does not say whether it works',
    { slack: slackAt('#ops', { ...connection, ok: null }) },
    'slack',
    'unknown',
    ['field-unreadable'],
  ],
  [
    'a destination in a connected workspace',
    { slack: slackAt('#ops', connection) },
    'slack',
    'reachable',
    ['destination-present'],
  ],
]

describe('a verdict on each channel', () => {
  test.each(rows)('%s', (_title, given, channel, reach, codes) => {
    const verdict = judge(userWith(given)).channels[channel]
    expect(verdict.reach).toBe(reach)
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(codes)
  })

  test('names the country of a number', () => {
    expect(judge(userWith({ phone: '+351210000042' })).channels.sms.country).toBe('PT')
    expect(judge(userWith({ phone: '+12025550123' })).channels.sms.country).toBe('US')
    expect(judge(userWith({ phone: '+999999999' })).channels.sms.country).toBeNull()
  })

  test.each(whys)('says why something was not told: %s', (why) => {
    const facts = { devices: untold(why), subscriptions: untold(why), slack: untold(why) }
    const { push, webPush, slack } = judge(userWith(facts)).channels
    expect([push.devices, webPush.subscriptions]).toEqual([[], []])
    for (const verdict of [push, webPush, slack]) {
      expect(verdict.reach).toBe('unknown')
      expect(verdict.reasons.map(({ detail }) => detail)).toEqual([why])
    }
  })

  test('a destination over the project’s own connection never reads as never connected', () => {
    const slack = told({ destination: 'C024BE91L', connection: untold('platform') })
    expect(judge(userWith({ slack })).channels.slack).toEqual({
      reach: 'reachable',
      form: 'channel-id',
      reasons: [
        { code: 'destination-present', field: 'channels.slack.destination', detail: 'channel-id' },
        { code: 'connection-not-told', field: 'channels.slack.connection', detail: 'platform' },
      ],
      destination: 'C024BE91L',
      connection: null,
    })
    const none = told({ destination: null, connection: untold('platform') })
    expect(judge(userWith({ slack: none })).channels.slack.reach).toBe('absent')
  })

  test('says what Slack answered', () => {
    const slack = slackAt('#ops', broken)
    expect(judge(userWith({ slack })).channels.slack.reasons[0]?.detail).toBe('invalid_auth')
  })
})

const text = fc.option(fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.emailAddress()), {
  nil: null,
})
const phones = fc.oneof(
  text,
  fc.string({ unit: fc.constantFrom(...Array.from('+0123456789 -();ext=,x')), maxLength: 40 }),
)
const whys: readonly Untold[] = ['platform', 'credential', 'not-configured', 'failed']
const anyFact = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value.map(told<T>), fc.constantFrom(...whys).map(untold))
const anyUser = fc
  .record({
    email: text,
    phone: phones,
    suppression: fc.constantFrom(undefined, null, bounce, complaint),
    devices: anyFact(fc.constantFrom([], [device])),
    subscriptions: anyFact(fc.constantFrom([], [subscription])),
    slack: anyFact(
      fc.record({
        destination: text,
        connection: anyFact(fc.constantFrom(null, connection, broken)),
      }),
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
        expect(reached('push') && !(facts.devices.told && facts.devices.value.length > 0)).toBe(
          false,
        )
        expect(
          reached('webPush') && !(facts.subscriptions.told && facts.subscriptions.value.length > 0),
        ).toBe(false)
        expect(reached('slack') && !(facts.slack.told && facts.slack.value.destination)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

const entry = (deviceId: string, hash: string) => ({
  ...device,
  deviceId,
  token: { last4: '', hash },
})

test('every token of a device that has several says so, also one that stands there twice', () => {
  const devices = told([entry('a', '1'), entry('b', '1'), entry('a', '2')])
  const { push } = judge(userWith({ devices })).channels
  expect(push.devices.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
    ['token-repeated', 'tokens-share-device'],
    ['token-repeated'],
    ['tokens-share-device'],
  ])
  expect(push.devices[0]?.reasons.map(({ detail }) => detail)).toEqual([2, 2])
})
