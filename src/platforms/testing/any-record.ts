import fc from 'fast-check'
import { encodings, traces } from '#src/platforms/testing/traces.ts'

// Records of any shape, with secrets everywhere in them (checks B09, A06, A07).

export const environmentSecret = 'sk_CANARY/env+b1946ac92492d2347c=='
export const canaries = {
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

const findIn = (needles: readonly string[]) => (text: string) =>
  needles.filter((needle) => text.includes(needle))

/** The secrets, in any spelling, that stand in a text. */
export const leaksIn = findIn(secrets.flatMap(traces))
/** The same of the environment's credential alone. */
export const credentialLeaksIn = findIn(traces(environmentSecret))

/** A user of NotificationAPI in which every place that holds a secret holds one. */
export const secretUser = {
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

/** A secret among other characters, in some spelling. */
const spelt = fc
  .tuple(
    fc.constantFrom(...secrets),
    fc.constantFrom(...encodings),
    fc.constantFrom('', 'x', 'x=', 'id:'),
    fc.constantFrom('', 'y', '&y'),
  )
  .map(([secret, encode, before, after]) => encode(`${before}${secret}${after}`))

// Few, because fast-check's own set of all characters takes seconds to make.
const plain = ['a', 'Z', '0', '9', ' ', '-', '_', '.', ':', '/', '+', '=', '@', '%', '&', '#', '$']
const special = [
  '\\',
  '"',
  "'",
  '<',
  '>',
  '€',
  'é',
  'ß',
  '文',
  '🙂',
  '\0',
  '\n',
  '\r',
  '\t',
  '\u007f',
]
const invisible = [
  '\u00a0',
  '\u0301',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
  '\udc00',
  '\uffff',
]
const characters = [...plain, ...special, ...invisible]
const text = fc.string({ maxLength: 12, unit: fc.constantFrom(...characters) })

const names = fc.constantFrom(
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
)
const anyKey = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 4, arbitrary: names },
  { weight: 1, arbitrary: spelt },
)

const anythingOf = (maxDepth: number) =>
  fc.letrec<{ anything: unknown }>((tie) => ({
    anything: fc.oneof(
      { maxDepth, depthSize: 'small', withCrossShrink: true },
      fc.oneof(
        text,
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.constantFrom(
          '2026-01-01T00:00:00Z',
          '2026-13-45',
          'Bounce',
          'APN',
          'undefined',
          Infinity,
        ),
        spelt,
      ),
      fc.array(tie('anything'), { maxLength: 4 }),
      fc.dictionary(anyKey, tie('anything'), { maxKeys: 5, noNullPrototype: true }),
    ),
  })).anything

const fieldsOf = (maxDepth: number, maxLength: number) =>
  fc.array(fc.tuple(anyKey, anythingOf(maxDepth)), { maxLength })

type AnyRecord = Record<string, unknown>

/** Fields of every kind, known and unknown, over nothing or over a user full of secrets. */
export const anyRecord: fc.Arbitrary<AnyRecord> = fc
  .tuple(fc.boolean(), fieldsOf(5, 6))
  .map(([isFull, more]) => Object.fromEntries(isFull ? secretEntries.concat(more) : more))

/** The places that hold secrets are as they are; copies of those secrets stand everywhere else. */
export const recordAroundSecrets: fc.Arbitrary<AnyRecord> = fieldsOf(5, 6).map((more) =>
  Object.fromEntries(more.concat(secretEntries)),
)

/** One of both, small enough for a hundred thousand. */
export const smallRecord = fc
  .tuple(fc.nat(31), fc.nat(7), fieldsOf(2, 3))
  .map(([full, twice, more]) => ({
    /** Its secrets stand in their known places. */
    isFull: full === 0,
    /** To be read a second time, which is the dearest of all that can be asked of it. */
    isTwice: twice === 0,
    record: Object.fromEntries(full === 0 ? more.concat(secretEntries) : more),
  }))
