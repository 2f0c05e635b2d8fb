import type { Reach } from '#src/domain/reach.ts'

import { daysAgo, type Said, type SettingGiven, type VerdictCase } from './case.ts'

// Firebase, several devices at once, how long somebody was not seen, and what was not told.

const hex = '9f3c'.repeat(16)
const firebase = 'eDq1:APA91bFirebaseMadeThisOne'

const android = (token: string, device_id?: string) => ({
  type: 'FCM',
  token,
  device: { platform: 'android', ...(device_id === undefined ? {} : { device_id }) },
})
/** For the sandbox, so that it is at risk in production. */
const iphone = (token = hex) => ({ type: 'APN', token, device: { platform: 'ios' } })
/** Apple's service where it cannot be. */
const wrong = { ...iphone(), device: { platform: 'android' } }

const push = (
  title: string,
  record: VerdictCase['record'],
  each: readonly Reach[],
  ...reasons: readonly Said[]
): VerdictCase => {
  const reachable = each.filter((one) => one === 'reachable').length
  const present: Said = ['device-present', { devices: each.length, reachable }]
  const reach = (['reachable', 'at-risk'] as const).find((one) => each.includes(one)) ?? 'blocked'
  return {
    title,
    platform: 'notificationapi',
    record: { lastSeenTime: daysAgo(1), ...record },
    channel: 'push',
    reach,
    reasons: [present, ...reasons],
    each,
  }
}
const one = (title: string, device: unknown, reach: Reach, ...reasons: readonly Said[]) =>
  push(title, { pushTokens: [device] }, [reach], ...reasons)

const without = (
  title: string,
  record: VerdictCase['record'],
  reach: Reach,
  ...reasons: readonly Said[]
): VerdictCase => ({ title, platform: 'notificationapi', record, channel: 'push', reach, reasons })

const setting = (provider: string, ...device_tokens: readonly unknown[]): SettingGiven => ({
  type: 'mobile_push',
  provider,
  settings: { device_tokens },
})
const flows = (
  title: string,
  settings: VerdictCase['settings'],
  verdict: Pick<VerdictCase, 'reach' | 'reasons' | 'each'>,
): VerdictCase => ({
  title,
  platform: 'notiflows',
  record: { external_id: 'u' },
  ...(settings === undefined ? {} : { settings }),
  channel: 'push',
  ...verdict,
})
const counted = (devices: number, reachable: number): Said => [
  'device-present',
  { devices, reachable },
]
const notTold = (why: string) =>
  ({ reach: 'unknown', reasons: [['devices-not-told', why]], each: [] }) as const

export const pushCases: readonly VerdictCase[] = [
  one('an Android device', android(firebase), 'reachable'),
  one('Firebase on an iPhone (§10)', { ...iphone(firebase), type: 'FCM' }, 'reachable'),
  one(
    'Firebase with an environment, which means nothing',
    { ...android(firebase), environment: 'sandbox' },
    'reachable',
  ),
  one('Firebase in small letters (§14)', { ...android(firebase), type: 'fcm' }, 'reachable'),
  one('Apple’s token under Firebase’s type', android(hex), 'at-risk', ['token-form', 'FCM']),
  one('a push service of another maker', { ...android(firebase), type: 'HMS' }, 'at-risk', [
    'device-type-unrecognised',
    'HMS',
  ]),
  one('a device of no type', { token: firebase }, 'at-risk', [
    'device-type-unrecognised',
    'unknown',
  ]),

  ...['undefined', 'null', 'NaN', 'abc', 'dYk1Ab_Z09x', '[object Object]', '   '].map((token) =>
    one(
      `${JSON.stringify(token)} in place of a token`,
      android(token),
      'blocked',
      'token-malformed',
    ),
  ),
  one('a word in place of Apple’s token', iphone('undefined'), 'blocked', 'token-malformed', [
    'apns-sandbox-in-production',
    null,
  ]),

  push(
    'two devices',
    { pushTokens: [android(firebase, 'a'), android('other:APA91bFirebase', 'b')] },
    ['reachable', 'reachable'],
  ),
  push(
    'a device that is reachable and one at risk',
    { pushTokens: [android(firebase), iphone()] },
    ['reachable', 'at-risk'],
    'apns-sandbox-in-production',
  ),
  push(
    'a device that is blocked and one at risk',
    { pushTokens: [wrong, iphone('ab'.repeat(32))] },
    ['blocked', 'at-risk'],
    'apn-on-android',
    'apns-sandbox-in-production',
  ),
  push(
    'nothing but devices that are blocked',
    { pushTokens: [wrong, { ...wrong, token: 'ab'.repeat(32) }] },
    ['blocked', 'blocked'],
    'apn-on-android',
    'apns-sandbox-in-production',
  ),
  push(
    'two tokens of one device',
    { pushTokens: [android(firebase, 'a'), android('other:APA91bFirebase', 'a')] },
    ['reachable', 'reachable'],
    ['tokens-share-device', 2],
  ),
  push(
    'one token twice',
    { pushTokens: [android(firebase, 'a'), android(firebase, 'a')] },
    ['reachable', 'reachable'],
    ['token-repeated', 2],
  ),
  push(
    'one token on two devices',
    { pushTokens: [android(firebase, 'a'), android(firebase, 'b')] },
    ['reachable', 'reachable'],
    ['token-repeated', 2],
  ),
  push(
    'one token on two devices, of which one has another token too',
    {
      pushTokens: [
        android(firebase, 'a'),
        android(firebase, 'b'),
        android('other:APA91bFirebase', 'a'),
      ],
    },
    ['reachable', 'reachable', 'reachable'],
    ['token-repeated', 2],
    ['tokens-share-device', 2],
  ),
  push(
    'devices without an id do not share one',
    { pushTokens: [android(firebase), android('other:APA91bFirebase')] },
    ['reachable', 'reachable'],
  ),
  push(
    'three faults of one kind are one thing to say',
    { pushTokens: ['a1', 'b2', 'c3'].map((byte) => iphone(byte.repeat(32))) },
    ['at-risk', 'at-risk', 'at-risk'],
    'apns-sandbox-in-production',
  ),

  push('seen 269 days ago', { pushTokens: [android(firebase)], lastSeenTime: daysAgo(269) }, [
    'reachable',
  ]),
  push(
    'seen 270 days ago, to the millisecond',
    { pushTokens: [android(firebase)], lastSeenTime: daysAgo(270) },
    ['reachable'],
  ),
  push(
    'seen 271 days ago',
    { pushTokens: [android(firebase)], lastSeenTime: daysAgo(271) },
    ['at-risk'],
    ['unseen-for-long', daysAgo(271)],
  ),
  push(
    'seen tomorrow, by a clock that is wrong',
    { pushTokens: [android(firebase)], lastSeenTime: daysAgo(-1) },
    ['reachable'],
  ),
  push(
    'never seen (§10)',
    { pushTokens: [android(firebase)], lastSeenTime: null },
    ['at-risk'],
    'never-seen',
  ),
  push(
    'never seen, and no date can be read among 60 devices that cannot be',
    {
      pushTokens: [...Array.from({ length: 60 }, () => null), android(firebase)],
      lastSeenTime: 7,
    },
    ['reachable'],
  ),
  push(
    'seen at a time that cannot be read',
    { pushTokens: [android(firebase)], lastSeenTime: 'long ago' },
    ['reachable'],
  ),
  push(
    'not seen for long, and blocked all the same',
    { pushTokens: [wrong], lastSeenTime: daysAgo(400) },
    ['blocked'],
    'apn-on-android',
    'apns-sandbox-in-production',
    'unseen-for-long',
  ),

  without('no devices', { id: 'u' }, 'absent', ['no-device', null]),
  without('devices that are null', { pushTokens: null }, 'absent', 'no-device'),
  without('an empty list of devices', { pushTokens: [] }, 'absent', 'no-device'),
  without('devices that are no list', { pushTokens: { type: 'FCM', token: firebase } }, 'unknown', [
    'devices-not-told',
    'failed',
  ]),
  without(
    'nothing but devices that cannot be read',
    { pushTokens: [null, firebase, { type: 'FCM' }] },
    'unknown',
    ['devices-not-told', 'failed'],
  ),
  push(
    'one device of three that can be read',
    { pushTokens: [null, android(firebase), { type: 'FCM', token: '' }] },
    ['reachable'],
  ),

  flows('in the list of Notiflows', undefined, notTold('platform')),
  flows('without an account token', 'not-configured', notTold('not-configured')),
  flows('with an account token that may not', 'credential', notTold('credential')),
  flows('after a question that failed', 'failed', notTold('failed')),
  flows('no settings on any push channel, so that the step is skipped silently (§8)', [], {
    reach: 'absent',
    reasons: [['no-device', 'skipped']],
    each: [],
  }),
  flows('an iPhone, whose gateway the channel decides (§8)', [setting('apns', hex)], {
    reach: 'reachable',
    reasons: [counted(1, 1), ['apns-gateway-not-told', 'platform']],
    each: ['reachable'],
  }),
  flows('an Android device on Notiflows', [setting('fcm', firebase)], {
    reach: 'reachable',
    reasons: [counted(1, 1)],
    each: ['reachable'],
  }),
  flows('a provider in capitals', [setting('APNS', hex)], {
    reach: 'reachable',
    reasons: [counted(1, 1), 'apns-gateway-not-told'],
    each: ['reachable'],
  }),
  flows('a provider of another name', [setting('onesignal', firebase)], {
    reach: 'at-risk',
    reasons: [counted(1, 0), ['device-type-unrecognised', 'onesignal']],
    each: ['at-risk'],
  }),
  flows('a token of Firebase on a channel of Apple', [setting('apns', firebase)], {
    reach: 'at-risk',
    reasons: [counted(1, 0), ['token-form', 'APN'], 'apns-gateway-not-told'],
    each: ['at-risk'],
  }),
  flows('one token on two channels', [setting('fcm', firebase), setting('fcm', firebase)], {
    reach: 'reachable',
    reasons: [counted(2, 2), ['token-repeated', 2]],
    each: ['reachable', 'reachable'],
  }),
  flows('settings without a token', [setting('fcm')], {
    reach: 'absent',
    reasons: [['no-device', 'skipped']],
    each: [],
  }),
  flows(
    'settings that cannot be read',
    [{ type: 'mobile_push', provider: 'fcm', settings: null }],
    notTold('failed'),
  ),
  flows('tokens that cannot be read', [setting('fcm', 7, null)], notTold('failed')),
  flows(
    'settings of which one cannot be read',
    [setting('fcm', firebase), { type: 'mobile_push', provider: 'apns', settings: 'x' }],
    notTold('failed'),
  ),
]
