import { describe, expect, test } from 'vitest'
import {
  canaries,
  environmentSecret,
  leaksIn,
  secretUser,
} from '#src/platforms/testing/any-record.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { translators } from '#src/platforms/testing/translators.ts'

// Nothing after translation may hold a secret, in any spelling (checks A06, A07); fuzz.test.ts seeks more.

const { notificationApi, notiflows } = translators(environmentSecret)
const outputsOf = (record: Readonly<Record<string, unknown>>) =>
  [notificationApi, notiflows].map(({ toUser, toRaw }) => [toUser(record), toRaw(record)])
const leaks = (output: unknown) => leaksIn(JSON.stringify(output))

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
