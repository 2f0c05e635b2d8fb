import { describe, expect, test } from 'vitest'
import type { ChannelName, Reason, Verdict } from '#src/domain/reach.ts'
import type { Channels, PushDevice, User } from '#src/domain/user.ts'
import { userNamed } from './fakes.ts'
import { notesOf } from './note-words.ts'
import type { Known } from './sentence-words.ts'
import { sentencesOf } from './sentence-words.ts'

const fingerprint = { last4: '', hash: '0' }
const deviceNamed = (model: string, verdict: Verdict): PushDevice => ({
  ...verdict,
  type: 'FCM',
  token: fingerprint,
  tokenForm: 'other',
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model,
  apnsEnvironment: null,
  environmentRaw: null,
})

const userWith = (channels: Partial<Channels>): User => {
  const user = userNamed('ada')
  return { ...user, channels: { ...user.channels, ...channels } }
}

const said = (user: User) =>
  sentencesOf(user, 'UTC')
    .filter(({ verdict }) => verdict.reach !== 'absent')
    .map(({ headline, clauses, places }) =>
      [headline, ...[...clauses, ...places].map(({ text }) => text)].join(' | '),
    )

const fine: Verdict = { reach: 'reachable', reasons: [] }
const sandbox: Reason = {
  code: 'apns-sandbox-in-production',
  field: 'channels.push.devices.1.apnsEnvironment',
}
const present = (devices: number, reachable: number): Reason => ({
  code: 'device-present',
  field: 'channels.push.devices',
  detail: { devices, reachable },
})

describe('an operator reads why somebody is not reached as a colleague would say it', () => {
  test('a bounce names its day and its kind; what the server said word for word is left to the card', () => {
    const detail = {
      type: 'Permanent',
      subType: 'NoEmail',
      diagnostic: 'smtp; 550 no such mailbox',
      at: '2026-03-11T17:40:19.000Z',
    }
    const reasons: Reason[] = [
      { code: 'suppressed-bounce', field: 'channels.email.suppression', detail },
    ]
    expect(said(userWith({ email: { reach: 'blocked', reasons, suppression: null } }))).toEqual([
      'Email is blocked | bounced for good on 11 Mar 2026 (NoEmail), so a new address is needed first',
    ])
  })

  test.each<[string, ChannelName, Verdict, string]>([
    [
      'an opt-out',
      'email',
      { reach: 'blocked', reasons: [{ code: 'opted-out', field: 'preferences' }] },
      'Email is right not to arrive | they opted out',
    ],
    [
      'a switch',
      'sms',
      { reach: 'blocked', reasons: [{ code: 'switched-off', field: 'environment' }] },
      'SMS is switched off here | nobody in this environment gets it',
    ],
    [
      'a number in no international form',
      'sms',
      { reach: 'at-risk', reasons: [{ code: 'number-not-e164', field: 'phone' }] },
      'SMS may not arrive | the number is not in international form',
    ],
    [
      'a complaint',
      'email',
      {
        reach: 'blocked',
        reasons: [
          {
            code: 'suppressed-complaint',
            field: 'channels.email.suppression',
            detail: { subType: 'abuse', at: '2026-10-03T12:00:00Z' },
          },
        ],
      },
      'Email is blocked | they reported mail as spam on 3 Oct 2026; do not lift without their consent',
    ],
    [
      'a Slack channel without a workspace',
      'slack',
      {
        reach: 'blocked',
        reasons: [{ code: 'destination-without-connection', field: 'channels.slack.connection' }],
      },
      'Slack cannot reach them | no workspace is connected',
    ],
  ])('%s reads as what it is', (_, channel, verdict, words) => {
    const user = userNamed('ada')
    const channels = { ...user.channels, [channel]: { ...user.channels[channel], ...verdict } }
    expect(said({ ...user, channels })).toEqual([words])
  })

  test('of several devices, the one with a fault is named, and the fault said once', () => {
    const bad: Verdict = { reach: 'at-risk', reasons: [sandbox] }
    const push = {
      reach: 'reachable',
      reasons: [present(3, 2), sandbox],
      devices: [deviceNamed('Pixel 9', fine), deviceNamed('iPad', bad), deviceNamed('S24', fine)],
    } as const
    const user = userWith({ push })
    expect(said(user)).toEqual([
      'Push reaches 2 of 3 devices | iPad: it goes to Apple’s test gateway, where a released app’s token fails',
    ])
    expect(sentencesOf(user, 'UTC')[0]?.places[0]?.field).toBe('channels.push.devices.1')
  })

  test('one fault of many devices is said once, with their number', () => {
    const bad: Verdict = { reach: 'at-risk', reasons: [sandbox] }
    const devices = ['a', 'b'].map((name) => deviceNamed(name, bad))
    const push = { reach: 'at-risk', reasons: [present(2, 0), sandbox], devices } as const
    expect(said(userWith({ push }))).toEqual([
      'Push may reach none of 2 devices | both devices: it goes to Apple’s test gateway, where a released app’s token fails',
    ])
  })

  test('the worst comes first, and an opt-out is not the worst', () => {
    const user = userWith({
      email: {
        reach: 'blocked',
        reasons: [{ code: 'opted-out', field: 'preferences' }],
        suppression: null,
      },
      sms: {
        reach: 'at-risk',
        reasons: [{ code: 'line-takes-no-sms', field: 'phone', detail: 'fixed-line' }],
        country: 'PT',
        lineType: 'fixed-line',
      },
      push: { reach: 'reachable', reasons: [present(1, 1)], devices: [deviceNamed('S24', fine)] },
    })
    expect(said(user)).toEqual([
      'SMS may not arrive | a fixed line takes no text messages',
      'Email is right not to arrive | they opted out',
      'Push reaches their device | S24',
    ])
  })

  test('a hidden turn of direction in what a server said is seen', () => {
    const detail = { type: 'Permanent', subType: 'ok\u202Eko' }
    const reasons: Reason[] = [
      { code: 'suppressed-bounce', field: 'channels.email.suppression', detail },
    ]
    expect(
      said(userWith({ email: { reach: 'blocked', reasons, suppression: null } }))[0],
    ).toContain('ok⟨RLO⟩ko')
  })
})

const sentences = (user: User, known: Partial<Known>) =>
  sentencesOf(user, 'UTC', { detail: 'here', preferences: [], activity: [], ...known })

describe('what only an answer for this user alone can tell', () => {
  const email = {
    reach: 'reachable',
    reasons: [{ code: 'address-present', field: 'email' }],
    suppression: null,
  } as const
  const push = {
    reach: 'unknown',
    reasons: [{ code: 'devices-not-told', field: 'channels.push.devices', detail: 'platform' }],
    devices: [],
  } as const
  const sms = {
    reach: 'at-risk',
    reasons: [{ code: 'number-not-e164', field: 'phone' }],
    country: null,
    lineType: null,
  } as const
  const states = (detail: Known['detail']) =>
    sentences(userWith({ email, push, sms }), { detail })
      .filter(({ verdict }) => verdict.reach !== 'absent')
      .map(({ channel, state }) => [channel, state])

  test.each(['coming', 'failed'] as const)('is no fact while it is %s', (detail) => {
    expect(states(detail)).toEqual([
      // What speaks against a channel stays.
      ['sms', 'said'],
      ['email', 'open'],
      ['push', 'open'],
    ])
  })

  test('is told or never told once it is here', () => {
    expect(states('here')).toEqual([
      ['sms', 'said'],
      ['email', 'said'],
      ['push', 'untold'],
    ])
  })

  test.each([
    [{ code: 'field-unreadable', field: 'channels.email' }, 'email sms'],
    [{ code: 'suppression-not-told', field: 'x', detail: 'failed' }, 'email sms'],
    // The same for everybody of the environment.
    [{ code: 'suppression-not-told', field: 'x', detail: 'not-configured' }, 'sms email'],
  ] as const)('%j is a sentence of its own with its reason', (reason, order) => {
    const [first, second] = sentences(
      userWith({
        email: { reach: 'unknown', reasons: [reason], suppression: null },
        sms: { reach: 'reachable', reasons: [], country: null, lineType: null },
      }),
      {},
    )
    expect(`${first?.channel} ${second?.channel}`).toBe(order)
    const unknown = [first, second].find((one) => one?.channel === 'email')
    expect(unknown?.state).toBe('said')
    expect(unknown?.headline).toBe('Email is not known')
    expect(unknown?.clauses[0]?.text).not.toBe('')
  })

  test('of which nothing is ever told comes last, whatever notifications are off', () => {
    const off: Reason = { code: 'opted-out-of-some', field: 'preferences', detail: 1 }
    const [first, ...rest] = sentences(
      userWith({
        email: { ...email, reasons: [...email.reasons, off] },
        webPush: {
          reach: 'unknown',
          reasons: [{ code: 'subscriptions-not-told', field: 'x', detail: 'platform' }, off],
          subscriptions: [],
        },
      }),
      {},
    )
    expect(first?.headline).toBe('Email reaches them')
    expect(rest.find(({ channel }) => channel === 'webPush')?.state).toBe('untold')
  })

  test('an opt-out of some notifications names them', () => {
    const off = { notification: 'n', channel: 'email', enabled: false, delivery: null } as const
    const reasons: Reason[] = [{ code: 'opted-out-of-some', field: 'preferences', detail: 2 }]
    const [first] = sentences(userWith({ email: { ...email, reasons } }), {
      preferences: [
        { ...off, name: 'Order shipped' },
        { ...off, name: 'Digest', channel: null },
        { ...off, name: 'Not this', channel: 'sms' },
      ],
    })
    expect(first?.clauses).toEqual([
      { text: 'they opted out of “Order shipped” and “Digest”', field: 'preferences' },
    ])
  })
})

test('two tokens of one device are one device', () => {
  const pixel = { ...deviceNamed('Pixel 9', fine), deviceId: 'd1' }
  const push = { reach: 'reachable', reasons: [present(2, 2)], devices: [pixel, pixel] } as const
  expect(said(userWith({ push }))).toEqual([
    'Push reaches their device | Pixel 9, one device with 2 tokens',
  ])
})

describe('what is to be known of the person', () => {
  test('who else has the address and among how many was looked; what is true of so many is no note', () => {
    const detail = { users: ['b', 'c'], among: 1200 }
    const notes = notesOf(
      {
        ...userNamed('a'),
        notes: [
          { code: 'no-timezone', field: 'timezone' },
          { code: 'email-shared', field: 'email', detail },
        ],
      },
      'UTC',
    )
    expect(notes.map(({ text, others, among }) => [text, others, among])).toEqual([
      ['2 others have the same email address.', ['b', 'c'], 1200],
    ])
  })
})
