import { describe, expect, test } from 'vitest'
import { told } from '#src/domain/told.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { auth, full, point } from '#src/platforms/testing/full-user.ts'
import { translators } from '#src/platforms/testing/translators.ts'
import { depthOf, userShape } from '#src/platforms/testing/user-shape.ts'

const { toUser, toRaw } = translators().notificationApi

const hidden = (secret: string) => ({ redacted: true, fingerprint: fingerprint(secret) })
const deviceOf = (more: object) =>
  valueOf(toUser({ pushTokens: [{ token: 'push-token-1', ...more }] }).facts.devices)[0]
const subscriptionOf = (sub: object) =>
  valueOf(toUser({ webPushTokens: [{ sub }] }).facts.subscriptions)[0]

test('a user with everything keeps everything, and its secrets are gone', () => {
  const user = toUser(full)
  expect(userShape.safeParse(user).error).toBeUndefined()
  expect(user.malformed).toEqual([])
  expect(user.attributes).toEqual({})
  expect(user.facts.suppression).toEqual(full.emailSuppressionStatus)
  expect(valueOf(user.facts.subscriptions)).toEqual([
    {
      origin: 'https://fcm.googleapis.com',
      service: 'Google FCM',
      browser: 'Chrome or another Chromium',
      endpoint: fingerprint('https://fcm.googleapis.com/fcm/send/endpoint-path-0001'),
      keys: { p256dh: true, auth: true },
    },
  ])
  expect(valueOf(user.facts.slack)).toEqual({
    destination: '#ops',
    connection: told({
      ok: true,
      error: null,
      needed: null,
      provided: null,
      scopes: ['chat:write', 'channels:read'],
      tokenType: 'bot',
      hasAccessToken: true,
      hasRefreshToken: true,
      expiresInSeconds: 43_200,
      teamId: 'T1',
      teamName: 'Orchard',
      enterpriseName: 'Orchard Group',
      appId: 'A1',
      botUserId: 'B1',
      authedUserId: 'U1',
      webhookChannel: '#ops',
      webhookChannelId: 'C1',
      warning: null,
    }),
  })
})

test('the raw record keeps its shape, with fingerprints where secrets stood', () => {
  const [push] = full.pushTokens
  const { slackToken } = full
  expect(toRaw(full)).toEqual({
    ...full,
    pushTokens: [{ ...push, token: hidden('apn-push-token-0001') }],
    webPushTokens: [
      {
        sub: {
          endpoint: hidden('https://fcm.googleapis.com/fcm/send/endpoint-path-0001'),
          keys: {
            p256dh: hidden(point.toString('base64url')),
            auth: hidden(auth.toString('base64url')),
          },
        },
      },
    ],
    slackToken: {
      ...slackToken,
      access_token: hidden('slack-access-token-1'),
      refresh_token: hidden('slack-refresh-token-1'),
      authed_user: { id: 'U1', access_token: hidden('slack-user-token-1') },
      incoming_webhook: {
        channel: '#ops',
        channel_id: 'C1',
        url: hidden('https://hooks.test/T/B/secret01'),
      },
    },
  })
})

describe('what the wire words mean (§10)', () => {
  test.each([
    ['APN', undefined, 'sandbox', null],
    ['APN', null, 'sandbox', null],
    ['APN', 'sandbox', 'sandbox', 'sandbox'],
    ['APN', 'undefined', 'sandbox', 'undefined'],
    ['APN', 'production', 'production', 'production'],
    ['APN', 'Production', 'unrecognised', 'Production'],
    ['APN', 'staging', 'unrecognised', 'staging'],
    ['apn', 'production', 'production', 'production'],
    ['FCM', 'production', null, 'production'],
    ['FCM', undefined, null, null],
    ['HMS', 'sandbox', null, 'sandbox'],
  ])('%s with environment %j goes to %j', (type, environment, apnsEnvironment, environmentRaw) => {
    expect(deviceOf({ type, environment })).toMatchObject({ type, apnsEnvironment, environmentRaw })
  })

  test.each([
    ['https://fcm.googleapis.com/fcm/send/x', 'https://fcm.googleapis.com', 'Google FCM'],
    [
      'https://updates.push.services.mozilla.com/wpush/v2/x',
      'https://updates.push.services.mozilla.com',
      'Mozilla',
    ],
    ['https://web.push.apple.com/x', 'https://web.push.apple.com', 'Apple'],
    [
      'https://db5p.notify.windows.com/w/?token=x',
      'https://db5p.notify.windows.com',
      'Microsoft WNS',
    ],
    ['https://fcm.googleapis.com.evil.test/x', 'https://fcm.googleapis.com.evil.test', null],
    ['https://notpush.apple.com.test/x', 'https://notpush.apple.com.test', null],
    ['https://user:pass@push.test:8443/x', 'https://push.test:8443', null],
    ['javascript:alert(1)', null, null],
    ['nonsense', null, null],
  ])('the endpoint %s is of %j, %j', (endpoint, origin, service) => {
    expect(subscriptionOf({ endpoint })).toMatchObject({ origin, service })
  })

  test.each([
    ['base64url', point.toString('base64url'), auth.toString('base64url'), true, true],
    ['padded base64', point.toString('base64'), auth.toString('base64'), true, true],
    ['of the wrong length', point.subarray(1).toString('base64url'), 'AAAA', false, false],
    ['compressed point', Buffer.alloc(65, 2).toString('base64url'), '', false, false],
    ['not base64', '*'.repeat(87), '!'.repeat(22), false, false],
    ['absent', undefined, null, false, false],
  ])('keys that are %s', (_what, p256dh, secret, isPoint, isAuth) => {
    const keys = subscriptionOf({
      endpoint: 'https://a.test/x',
      keys: { p256dh, auth: secret },
    })?.keys
    expect(keys).toEqual({ p256dh: isPoint, auth: isAuth })
  })

  test('a connection by a person instead of a bot has that one’s tokens and expiry', () => {
    const authed_user = {
      id: 'U1',
      access_token: 'slack-user-token-1',
      expires_in: 60,
      scope: 'a b',
    }
    const { facts } = toUser({ slackToken: { ok: true, authed_user } })
    expect(valueOf(valueOf(facts.slack).connection)).toMatchObject({
      hasAccessToken: true,
      hasRefreshToken: false,
      expiresInSeconds: 60,
      scopes: ['a', 'b'],
    })
  })
})

test('nulls, absents and empty lists are alike, and no fault', () => {
  const names = Object.keys(full).filter((name) => name !== 'id')
  const none = toUser({ id: 'u' })
  expect(none.facts).toEqual({
    suppression: null,
    devices: told([]),
    subscriptions: told([]),
    slack: told({ destination: null, connection: told(null) }),
  })
  expect(toUser(Object.fromEntries(names.map((name) => [name, null])))).toEqual(none)
  expect(toUser({ pushTokens: [], webPushTokens: [] })).toEqual(none)
})

describe('B07: values that mean nothing', () => {
  test.each([
    '2026-13-45',
    'yesterday',
    1_772_323_200_000,
    '0000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
  ])('the date %j is unreadable, and still to be seen', (createdAt) => {
    const user = toUser({ createdAt })
    expect(user.createdAt).toBeNull()
    expect(user.malformed).toEqual(['createdAt'])
    expect(user.attributes).toEqual({ createdAt })
  })

  test('an unknown reason of a suppression is not told, and still to be seen', () => {
    const emailSuppressionStatus = { reason: 'Manual', details: {} }
    const user = toUser({ emailSuppressionStatus })
    expect(user.facts.suppression).toBeUndefined()
    expect(user.malformed).toEqual(['emailSuppressionStatus.reason'])
    expect(user.attributes).toEqual({ emailSuppressionStatus })
  })

  test('an unknown zone, 500 devices and a number of 300 digits pass through', () => {
    const pushTokens = Array.from({ length: 500 }, (_, i) => ({ type: 'FCM', token: `token-${i}` }))
    const user = toUser({ timezone: 'Mars/Phobos', number: '9'.repeat(300), pushTokens })
    expect(user.timezone).toBe('Mars/Phobos')
    expect(user.phone).toBe('9'.repeat(300))
    expect(valueOf(user.facts.devices)).toHaveLength(500)
    expect(user.malformed).toEqual([])
  })

  test('texts are never trimmed', () => {
    expect(toUser({ email: ' a@b.test\n' }).email).toBe(' a@b.test\n')
  })
})

describe('B03: sizes', () => {
  test('a list of nothing but faults is cut short, and its marks are few', () => {
    const user = toUser({ pushTokens: Array.from({ length: 300_000 }, () => 1) })
    expect(user.malformed.length).toBeLessThanOrEqual(51)
    expect(user.facts.devices).toEqual({ told: false, why: 'failed' })
  })

  test('of more than a thousand devices a thousand are read, and it is said', () => {
    const pushTokens = Array.from({ length: 1500 }, (_, i) => ({
      type: 'FCM',
      token: `token-${i}`,
    }))
    const user = toUser({ pushTokens })
    expect(valueOf(user.facts.devices)).toHaveLength(1000)
    expect(user.malformed).toEqual(['pushTokens[1000…]'])
  })

  test('nesting of 10,000 levels is cut at 32', () => {
    const deep: unknown = JSON.parse(`${'{"a":['.repeat(5000)}1${']}'.repeat(5000)}`)
    for (const name of ['unknown', 'slackToken', 'pushTokens', 'email']) {
      expect(depthOf(toUser({ [name]: deep }).attributes)).toBeLessThan(40)
      expect(JSON.stringify(toRaw({ [name]: deep }))).toMatch(/"truncated":true|"redacted":true/)
    }
    const details = toUser({ emailSuppressionStatus: { reason: 'Bounce', details: deep } })
    expect(depthOf(details)).toBeLessThan(45)
  })
})
