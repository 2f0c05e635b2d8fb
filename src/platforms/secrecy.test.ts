import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { encodings, traces } from '#src/platforms/testing/traces.ts'
import { translators } from '#src/platforms/testing/translators.ts'
import { depthOf, userShape } from '#src/platforms/testing/user-shape.ts'

// Nothing after translation may hold a secret, in any spelling (checks B09, A06, A07).

const environmentSecret = 'sk_CANARY/env+b1946ac92492d2347c=='
const canaries = {
  push: 'CANARY-push:APA91b+f3cA7/q2x==',
  endpoint: 'https://push.vendor.test/wpush/v2/CANARY-endpoint-gAAAAABl',
  p256dh: 'CANARYp256dhBNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA',
  auth: 'CANARYauth-tBHItJI5svbpez7KI4CCXg',
  access: 'CANARY-access-7f3a9b2c1d',
  refresh: 'CANARY-refresh-55aa66bb',
  userAccess: 'CANARY-user-access-0a1b2c3d',
  userRefresh: 'CANARY-user-refresh-4e5f6071',
  hook: 'https://hooks.vendor.test/services/T0/B0/CANARYhook123456',
  configuration: 'https://vendor.test/services/CANARYconf654321',
}
const secrets = [
  environmentSecret,
  ...Object.values(canaries),
  // Kept without their hosts these are the secret all the same.
  'CANARY-endpoint-gAAAAABl',
  'CANARYhook123456',
  'CANARYconf654321',
]
const needles = secrets.flatMap(traces)

const leaks = (output: unknown): string[] => {
  const text = JSON.stringify(output)
  return needles.filter((needle) => text.includes(needle))
}

const secretUser = {
  id: 'u',
  pushTokens: [{ type: 'FCM', token: canaries.push, device: { device_id: 'd' } }],
  webPushTokens: [
    {
      sub: { endpoint: canaries.endpoint, keys: { p256dh: canaries.p256dh, auth: canaries.auth } },
    },
  ],
  slackToken: {
    ok: true,
    access_token: canaries.access,
    refresh_token: canaries.refresh,
    authed_user: { access_token: canaries.userAccess, refresh_token: canaries.userRefresh },
    incoming_webhook: { url: canaries.hook, configuration_url: canaries.configuration },
  },
}

const secretEntries: [string, unknown][] = Object.entries(secretUser)

const { notificationApi, notiflows } = translators(environmentSecret)
const outputsOf = (record: Readonly<Record<string, unknown>>) =>
  [notificationApi, notiflows].map(({ toUser, toRaw }) => [toUser(record), toRaw(record)])

/** A secret among other characters, in some spelling. */
const spelt = fc
  .tuple(
    fc.constantFrom(...secrets),
    fc.constantFrom(...encodings),
    fc.constantFrom('', 'x', 'x=', 'id:'),
    fc.constantFrom('', 'y', '&y'),
  )
  .map(([secret, encode, before, after]) => encode(`${before}${secret}${after}`))

const anyKey = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 8 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      'toString',
      'pushTokens',
      'token',
      'device',
      'webPushTokens',
      'sub',
      'keys',
      'endpoint',
      'slackToken',
      'authed_user',
      'access_token',
      'incoming_webhook',
      'emailSuppressionStatus',
      'details',
      'reason',
      'createdAt',
      'email',
      'custom_fields',
      'first_name',
      'created_at',
      'note',
      'apiKey',
    ),
  },
  { weight: 1, arbitrary: spelt },
)

const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5, depthSize: 'small', withCrossShrink: true },
    fc.oneof(
      fc.string({ maxLength: 12, unit: 'binary' }),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constantFrom('2026-01-01T00:00:00Z', '2026-13-45', 'Bounce', 'APN', 'undefined', Infinity),
      spelt,
    ),
    fc.array(tie('anything'), { maxLength: 4 }),
    fc.dictionary(anyKey, tie('anything'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

/** Fields of every kind, known and unknown, over nothing or over a user full of secrets. */
const anyRecord = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(anyKey, anything), { maxLength: 6 }))
  .map(([isFull, more]): Record<string, unknown> =>
    Object.fromEntries(isFull ? secretEntries.concat(more) : more),
  )

// A hundred thousand by hand, before a release: FUZZ_RUNS=100000.
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 1500)
const patience = 60_000 + numRuns * 20

describe('B09: whatever a platform sends', () => {
  test(
    'never throws, gives the shape of a user, and depends on the record alone',
    () => {
      fc.assert(
        fc.property(anyRecord, (record) => {
          const before = JSON.stringify(record)
          for (const { toUser, toRaw } of [notificationApi, notiflows]) {
            const user = toUser(record)
            expect(userShape.safeParse(user).error).toBeUndefined()
            const raw = toRaw(record)
            const text = JSON.stringify([user, raw])
            expect(depthOf([user, raw])).toBeLessThan(40)
            // A second reading of what was read, and of the same record, says the same.
            expect(JSON.stringify(JSON.parse(text))).toBe(text)
            expect(JSON.stringify([toUser(record), toRaw(record)])).toBe(text)
          }
          expect(JSON.stringify(record)).toBe(before)
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'no secret in a known place comes out again, wherever its copies stand',
    () => {
      // The spread keeps the known places as they are; copies of their secrets stand everywhere else.
      const record = fc
        .array(fc.tuple(anyKey, anything), { maxLength: 6 })
        .map((more): Record<string, unknown> => Object.fromEntries(more.concat(secretEntries)))
      fc.assert(
        fc.property(record, (each) => {
          expect(leaks([notificationApi.toUser(each), notificationApi.toRaw(each)])).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'no credential of the environment comes out, on either platform',
    () => {
      const credential = traces(environmentSecret)
      fc.assert(
        fc.property(anyRecord, (each) => {
          const text = JSON.stringify(outputsOf(each))
          expect(credential.filter((needle) => text.includes(needle))).toEqual([])
        }),
        { numRuns },
      )
    },
    patience,
  )
})

/** The fields that hold secrets, in shapes that the contract does not have. */
const oddShapes = (push: string, endpoint: string, access: string): Record<string, unknown>[] => [
  { pushTokens: push },
  { pushTokens: [push] },
  { pushTokens: { FCM: push } },
  { pushTokens: [{ token: { value: push } }] },
  { pushTokens: [{ token: [push] }] },
  { pushTokens: [[{ token: push }]] },
  { webPushTokens: [endpoint] },
  { webPushTokens: [{ sub: JSON.stringify({ endpoint }) }] },
  { webPushTokens: [{ endpoint, keys: access }] },
  { webPushTokens: [{ sub: [{ endpoint }] }] },
  { slackToken: access },
  { slackToken: [access] },
  { slackToken: { access_token: [access], bot: { bot_access_token: access } } },
  { slackToken: { incoming_webhook: endpoint } },
  { slackToken: { incoming_webhook: [{ url: endpoint }] } },
  { slackToken: { authed_user: access } },
]

describe('A07: the places where secrets are known to be', () => {
  test('a user full of them gives none away', () => {
    expect(JSON.stringify(secretUser)).toContain('CANARY')
    expect(leaks(outputsOf(secretUser))).toEqual([])
  })

  test('nor when the fields that hold them have another shape', () => {
    const { push, endpoint, access } = canaries
    const shapes = oddShapes(push, endpoint, access)
    for (const shape of shapes) expect([shape, leaks(outputsOf(shape))]).toEqual([shape, []])
  })

  test('nor when they are too short to be sought', () => {
    for (const shape of oddShapes('q#1', 'q#2', 'q#3'))
      expect([shape, JSON.stringify(outputsOf(shape)[0]).includes('q#')]).toEqual([shape, false])
  })

  test('nor in the texts that are shown as they are', () => {
    const { push } = canaries
    const user = notificationApi.toUser({
      ...secretUser,
      email: `x+${push}@a.test`,
      number: push,
      timezone: encodeURIComponent(push),
      slackChannel: canaries.access,
      emailSuppressionStatus: {
        reason: 'Bounce',
        details: { diagnosticCode: `smtp; 550 ${Buffer.from(push).toString('base64')}` },
      },
      [push]: 'as a name',
    })
    expect(leaks(user)).toEqual([])
    expect(user.email).toBe('[redacted]')
    expect(valueOf(user.facts.slack).destination).toBe('[redacted]')
  })

  test('texts that tell themselves are hidden wherever they stand', () => {
    const telling = [
      'xoxb-123-456-abc',
      'see https://hooks.slack.com/services/T0/B0/x',
      'https://fcm.googleapis.com/fcm/send/x',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
      '-----BEGIN RSA PRIVATE KEY-----',
    ]
    for (const text of telling) {
      const outputs = JSON.stringify(outputsOf({ note: text, custom_fields: { note: [text] } }))
      expect(outputs).not.toContain(text)
    }
  })

  test('what a custom field hides by its name is hidden in the others too', () => {
    const { attributes } = notiflows.toUser({
      custom_fields: {
        api_token: 'abcdef-0123456789',
        note: 'use abcdef-0123456789',
        plan: 'gold',
      },
    })
    expect(JSON.stringify(attributes)).not.toContain('abcdef-0123456789')
    expect(attributes['plan']).toBe('gold')
  })

  test('a short word behind a sensitive name does not blacken the record', () => {
    const { attributes } = notiflows.toUser({
      custom_fields: { key: 'customer', kind: 'customer' },
    })
    expect(attributes).toEqual({
      key: { redacted: true, fingerprint: fingerprint('customer') },
      kind: 'customer',
    })
  })

  test('a value that is no text leaves a bare mark; nothing hides nothing', () => {
    const custom_fields = { a_token: 5, b_token: ['x'], c_token: null, d_token: '', e_token: true }
    expect(notiflows.toUser({ custom_fields }).attributes).toEqual({
      a_token: { redacted: true },
      b_token: { redacted: true },
      c_token: null,
      d_token: '',
      e_token: { redacted: true },
    })
  })

  test('a number that JSON cannot carry on becomes null', () => {
    expect(notificationApi.toRaw({ n: Infinity, m: [Number.NaN] })).toEqual({ n: null, m: [null] })
  })
})
