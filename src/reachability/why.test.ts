import { describe, expect, test } from 'vitest'

import type { Activity } from '#src/domain/activity.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import { told, type Told, untold } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { Why, WhyState } from '#src/domain/why.ts'

import type { Circumstances } from './judge.ts'
import { type Evidence, explain } from './why.ts'

const nobody: UserFacts = {
  environment: 'prod',
  id: 'ada',
  platformId: null,
  name: null,
  avatarUrl: null,
  email: null,
  phone: null,
  locale: null,
  timezone: 'Europe/Lisbon',
  createdAt: null,
  updatedAt: null,
  lastSeenAt: '2026-11-20T08:00:00.000Z',
  attributes: {},
  malformed: [],
  facts: {
    suppression: null,
    devices: told([]),
    subscriptions: told([]),
    slack: told({ destination: null, connection: told(null) }),
  },
}

const message = (more: Partial<Activity>): Activity => ({
  id: 'm',
  at: '2026-11-20T08:00:00.000Z',
  channel: 'email',
  status: 'delivered',
  statusRaw: null,
  notification: 'welcome',
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: null,
  failure: null,
  malformed: [],
  ...more,
})

type Given = Partial<Omit<UserFacts, 'facts'>> & {
  readonly facts?: Partial<UserFacts['facts']>
  readonly stage?: Circumstances['stage']
  readonly off?: Told<readonly ChannelName[]>
  readonly activity?: Told<readonly Activity[]>
  /** Whether there are more messages than these. */
  readonly more?: boolean
} & Partial<Pick<Evidence, 'preferences'>>

const why = (channel: ChannelName, given: Given): Why => {
  const { facts, stage, off, preferences, activity, more = false, ...user } = given
  const circumstances: Circumstances = {
    stage: stage ?? 'production',
    now: Date.parse('2026-11-22T12:00:00Z'),
    lastSeen: true,
    nationalNumbers: 'us',
    skipsSilently: false,
    switchedOff: off ?? told([]),
  }
  const rows = activity ?? told([message({ channel })])
  return explain({ ...nobody, ...user, facts: { ...nobody.facts, ...facts } }, channel, {
    circumstances,
    preferences: preferences ?? told([]),
    activity: rows.told ? told({ rows: rows.value, isWhole: !more }) : rows,
  })
}

const stateOf = (found: Why, step: string): WhyState | undefined =>
  found.steps.find((one) => one.step === step)?.state

const email = 'ada@orchard.test'
const bounce = { reason: 'Bounce', details: {} } as const
const optedOut = told([
  { notification: null, name: null, channel: 'email', enabled: false, delivery: null } as const,
])

describe('the first thing that stops it is the conclusion', () => {
  test.each<readonly [string, Given, string]>([
    ['the channel is switched off', { email, off: told(['email']) }, 'environment'],
    ['there is no address', {}, 'address'],
    ['the address bounced', { email, facts: { suppression: bounce } }, 'suppression'],
    ['they opted out', { email, preferences: optedOut }, 'choice'],
    [
      'the last message failed',
      { email, activity: told([message({ status: 'failed' })]) },
      'deliveries',
    ],
    [
      'no address weighs more than a failed message',
      { activity: told([message({ status: 'failed' })]) },
      'address',
    ],
  ])('%s', (_title, given, step) => {
    expect(why('email', given).conclusion).toEqual({ code: 'stopped', step })
  })
})

describe('doubt', () => {
  const nothingSent = told([message({ channel: 'sms' })])
  test('is told when nothing stops it', () => {
    const found = why('email', { email, activity: nothingSent })
    expect(found.conclusion).toEqual({ code: 'doubtful', step: 'deliveries' })
    expect(found.last).toEqual([])
  })

  test('stands also where the last message arrived', () => {
    const found = why('sms', { phone: '020 7946 0123' })
    expect(found.conclusion).toEqual({ code: 'doubtful', step: 'address' })
    expect(found.steps.at(-1)).toMatchObject({
      state: 'clear',
      reasons: [{ code: 'last-delivered' }],
    })
  })

  test('there is none where a message arrived and nothing else is against it', () => {
    expect(why('sms', { phone: '+351912000200' }).conclusion).toEqual({
      code: 'nothing-against',
      step: 'deliveries',
    })
  })

  test('a test environment is said, and is no fault', () => {
    const found = why('email', { email, stage: 'test' })
    expect(found.steps[0]).toMatchObject({
      state: 'clear',
      reasons: [{ code: 'test-environment' }],
    })
  })
})

const waiting = (at: string) =>
  why('email', { email, activity: told([message({ status: 'pending', at })]) }).steps.at(-1)

describe('what was not told', () => {
  test('a suppression that cannot be read leaves the address clear', () => {
    const found = why('email', {
      email,
      facts: { suppression: undefined },
      malformed: ['emailSuppressionStatus.reason'],
    })
    expect([stateOf(found, 'address'), stateOf(found, 'suppression')]).toEqual(['clear', 'unknown'])
  })

  test('is never counted as well', () => {
    const found = why('email', {
      email,
      facts: { suppression: undefined },
      activity: told([message({ status: 'sent' })]),
    })
    expect(found.conclusion).toEqual({ code: 'not-known', step: 'suppression' })
  })

  test.each(['credential', 'failed', 'not-configured'] as const)(
    'switches that were not told are never well: %s',
    (why_) => {
      const sent = told([message({ status: 'sent' })])
      const found = why('email', { email, off: untold(why_), activity: sent })
      expect(found.steps[0]).toEqual({
        step: 'environment',
        state: 'unknown',
        reasons: [{ code: 'switches-not-told', field: 'environment', detail: why_ }],
      })
      expect(found.conclusion).toEqual({ code: 'not-known', step: 'environment' })
    },
  )

  test('a platform without switches has none that are off', () => {
    expect(stateOf(why('email', { email, off: untold('platform') }), 'environment')).toBe('clear')
  })

  test('a message that has waited for over a day says for how many', () => {
    expect(waiting('2026-11-19T11:59:59Z')).toEqual({
      step: 'deliveries',
      state: 'doubt',
      reasons: [{ code: 'pending-for-long', field: 'activity', detail: 3 }],
    })
    expect(waiting('2026-11-21T12:00:01Z')?.reasons).toMatchObject([{ code: 'last-pending' }])
  })

  test('a word for a message that nobody knows is unknown, and stands there', () => {
    const held = told([message({ status: 'other', statusRaw: 'held_back' })])
    expect(why('email', { email, activity: held }).steps.at(-1)).toEqual({
      step: 'deliveries',
      state: 'unknown',
      reasons: [{ code: 'last-unrecognised', field: 'activity', detail: 'held_back' }],
    })
  })

  test('that nothing is among the last messages is not that nothing was sent', () => {
    const activity = told([message({ channel: 'sms' }), message({ channel: 'push' })])
    expect(why('email', { email, activity, more: true }).steps.at(-1)).toEqual({
      step: 'deliveries',
      state: 'unknown',
      reasons: [{ code: 'nothing-among', field: 'activity', detail: 2 }],
    })
    expect(stateOf(why('email', { email, activity }), 'deliveries')).toBe('doubt')
  })

  test('is unknown at its own step, with the reason why', () => {
    const found = why('push', {
      facts: { devices: untold('not-configured') },
      preferences: untold('credential'),
      activity: untold('credential'),
    })
    expect(found.steps.map(({ state }) => state)).toEqual([
      'clear',
      'not-applicable',
      'not-applicable',
      'unknown',
      'unknown',
      'unknown',
    ])
    expect(found.steps.at(-1)?.reasons).toEqual([
      { code: 'activity-not-told', field: 'activity', detail: 'credential' },
    ])
  })
})

describe('devices', () => {
  const apple = {
    type: 'APN',
    token: { last4: '', hash: 'h' },
    tokenForm: 'apns',
    deviceId: null,
    appId: null,
    adId: null,
    platform: 'ios',
    manufacturer: null,
    model: null,
    apnsEnvironment: 'sandbox',
    environmentRaw: null,
  } as const

  test('one good device is enough', () => {
    const good = {
      ...apple,
      token: { last4: '', hash: 'g' },
      apnsEnvironment: 'production',
    } as const
    expect(stateOf(why('push', { facts: { devices: told([apple, good]) } }), 'device')).toBe(
      'clear',
    )
    expect(stateOf(why('push', { facts: { devices: told([apple]) } }), 'device')).toBe('doubt')
    expect(stateOf(why('push', {}), 'device')).toBe('stops')
  })

  test('a good device under an opt-out is still a good device', () => {
    const found = why('push', {
      facts: { devices: told([{ ...apple, apnsEnvironment: 'production' }]) },
      preferences: told([
        { notification: null, name: null, channel: null, enabled: false, delivery: null },
      ]),
    })
    expect(stateOf(found, 'device')).toBe('clear')
    expect(found.conclusion).toEqual({ code: 'stopped', step: 'choice' })
  })

  test('the code of a failed push is its reason, and five messages at most are shown', () => {
    const failure = { code: 'INVALID_APN_TOKEN', recipient: null, diagnostic: null, device: null }
    const messages = Array.from({ length: 9 }, (_, index) =>
      message({ id: `m${index}`, channel: 'push', status: 'failed', failure }),
    )
    const found = why('push', { activity: told(messages) })
    expect(found.steps.at(-1)?.reasons[0]).toMatchObject({
      code: 'last-failed',
      detail: 'INVALID_APN_TOKEN',
    })
    expect(found.last.map(({ id }) => id)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4'])
  })
})
