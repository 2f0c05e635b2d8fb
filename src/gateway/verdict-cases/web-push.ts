import type { Reach } from '#src/domain/reach.ts'
import { auth, point } from '#src/platforms/testing/full-user.ts'

import type { Said, VerdictCase } from './case.ts'

// Browsers: where they are pushed to (RFC 8030), and the keys for it (RFC 8291).

const keys = { p256dh: point.toString('base64url'), auth: auth.toString('base64url') }
const chrome = 'https://fcm.googleapis.com/fcm/send/dYk1:APA91bChrome'
const firefox = 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABFirefox'

const browser = (endpoint: unknown, more: object = {}) => ({
  sub: { endpoint, keys: { ...keys, ...more } },
})

const browsers = (
  title: string,
  webPushTokens: readonly unknown[],
  each: readonly Reach[],
  ...reasons: readonly Said[]
): VerdictCase => {
  const reachable = each.filter((one) => one === 'reachable').length
  return {
    title,
    platform: 'notificationapi',
    record: { webPushTokens },
    channel: 'webPush',
    reach: reachable > 0 ? 'reachable' : 'blocked',
    reasons: [['subscription-present', { subscriptions: each.length, reachable }], ...reasons],
    each,
  }
}
const at = (title: string, endpoint: unknown, reach: Reach, ...reasons: readonly Said[]) =>
  browsers(title, [browser(endpoint)], [reach], ...reasons)
const withKeys = (title: string, more: object, ...wrong: readonly string[]) =>
  browsers(
    title,
    [browser(chrome, more)],
    [wrong.length === 0 ? 'reachable' : 'blocked'],
    ...(wrong.length === 0 ? [] : ([['keys-malformed', wrong]] as const)),
  )
const without = (
  title: string,
  record: VerdictCase['record'],
  reach: Reach,
  ...reasons: readonly Said[]
): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record,
  channel: 'webPush',
  reach,
  reasons,
  each: [],
})

export const webPushCases: readonly VerdictCase[] = [
  at('Chrome', chrome, 'reachable'),
  at('Chrome of long ago', 'https://android.googleapis.com/gcm/send/APA91b', 'reachable'),
  at('Firefox', firefox, 'reachable'),
  at('Safari', 'https://web.push.apple.com/QNf7Safari', 'reachable'),
  at('Edge', 'https://wns2-db5p.notify.windows.com/w/?token=BQYAAADEdge', 'reachable'),
  at(
    'a service of somebody else, as any may run one',
    'https://push.orchard.test/ines',
    'reachable',
    ['push-service-unrecognised', 'https://push.orchard.test'],
  ),
  at(
    'a host that only looks like Google’s',
    'https://fcm.googleapis.com.evil.test/x',
    'reachable',
    ['push-service-unrecognised', 'https://fcm.googleapis.com.evil.test'],
  ),
  at('an endpoint without TLS', 'http://fcm.googleapis.com/fcm/send/x', 'blocked', [
    'endpoint-unusable',
    'http://fcm.googleapis.com',
  ]),
  at('an endpoint that is no address', 'dYk1:APA91bChrome', 'blocked', ['endpoint-unusable', null]),
  at('an endpoint that is a script', 'javascript:alert(1)', 'blocked', ['endpoint-unusable', null]),
  at('an endpoint without a host', '/fcm/send/x', 'blocked', ['endpoint-unusable', null]),

  withKeys('keys in padded base64', {
    p256dh: point.toString('base64'),
    auth: auth.toString('base64'),
  }),
  withKeys(
    'a point that is a byte short',
    { p256dh: point.subarray(1).toString('base64url') },
    'p256dh',
  ),
  withKeys(
    'a point in compressed form',
    { p256dh: Buffer.alloc(33, 2).toString('base64url') },
    'p256dh',
  ),
  withKeys(
    '65 bytes that are no point',
    { p256dh: Buffer.alloc(65, 7).toString('base64url') },
    'p256dh',
  ),
  withKeys(
    'a point beside the curve',
    {
      p256dh: Buffer.concat([point.subarray(0, 64), Buffer.of((point[64] ?? 0) ^ 1)]).toString(
        'base64url',
      ),
    },
    'p256dh',
  ),
  withKeys(
    'coordinates of 0, as programs leave them',
    { p256dh: Buffer.concat([Buffer.of(4), Buffer.alloc(64)]).toString('base64url') },
    'p256dh',
  ),
  withKeys('a secret of 15 bytes', { auth: Buffer.alloc(15).toString('base64url') }, 'auth'),
  withKeys('a secret of 17 bytes', { auth: Buffer.alloc(17).toString('base64url') }, 'auth'),
  withKeys(
    'keys that are no base64',
    { p256dh: '*'.repeat(87), auth: '!'.repeat(22) },
    'p256dh',
    'auth',
  ),
  withKeys(
    'the two keys in each other’s place',
    { p256dh: keys.auth, auth: keys.p256dh },
    'p256dh',
    'auth',
  ),
  browsers(
    'no keys at all',
    [{ sub: { endpoint: chrome } }],
    ['blocked'],
    ['keys-malformed', ['p256dh', 'auth']],
  ),
  browsers(
    'keys that are no object',
    [{ sub: { endpoint: chrome, keys: 'x' } }],
    ['blocked'],
    'keys-malformed',
  ),
  browsers(
    'no TLS and no keys',
    [{ sub: { endpoint: 'http://push.orchard.test/x' } }],
    ['blocked'],
    'endpoint-unusable',
    'keys-malformed',
  ),

  browsers('two browsers', [browser(chrome), browser(firefox)], ['reachable', 'reachable']),
  browsers(
    'two browsers, one with broken keys',
    [browser(chrome, { auth: '' }), browser(firefox)],
    ['blocked', 'reachable'],
    ['keys-malformed', ['auth']],
  ),
  browsers(
    'one browser twice',
    [browser(chrome), browser(chrome)],
    ['reachable', 'reachable'],
    ['subscription-repeated', 2],
  ),
  browsers(
    'one browser twice, once with broken keys',
    [browser(chrome), browser(chrome, { auth: 'AA' })],
    ['reachable', 'blocked'],
    ['subscription-repeated', 2],
    ['keys-malformed', ['auth']],
  ),
  browsers(
    'a browser among things that are none',
    [null, browser(chrome), { sub: {} }],
    ['reachable'],
  ),

  without('no browsers', { id: 'u' }, 'absent', 'no-subscription'),
  without('browsers that are null', { webPushTokens: null }, 'absent', 'no-subscription'),
  without('an empty list of browsers', { webPushTokens: [] }, 'absent', 'no-subscription'),
  without('browsers that are no list', { webPushTokens: 'x' }, 'unknown', [
    'subscriptions-not-told',
    'failed',
  ]),
  without('a browser without an endpoint', { webPushTokens: [{ sub: { keys } }] }, 'unknown', [
    'subscriptions-not-told',
    'failed',
  ]),
  without(
    'a browser in a form of no contract',
    { webPushTokens: [{ endpoint: chrome, keys }] },
    'unknown',
    ['subscriptions-not-told', 'failed'],
  ),
  {
    title: 'on Notiflows, which tells of no browsers (§2)',
    platform: 'notiflows',
    record: { external_id: 'u' },
    settings: [],
    channel: 'webPush',
    reach: 'unknown',
    reasons: [['subscriptions-not-told', 'platform']],
    each: [],
  },
]
