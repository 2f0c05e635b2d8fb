import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

import { systemClock } from '#src/platforms/clock.ts'
import { traces } from '#src/platforms/testing/traces.ts'

import { type Configured, composeGateway } from './compose.ts'
import { createFingerprinter } from './secrets.ts'

// For tests: unique secrets in every secret field that a platform has, told in every answer of the platform.

/** All of them. */
export const secrets: string[] = []
const secret = (name: string): string => {
  const text = `CANARY-${name}/${Buffer.from(name).toString('hex')}+x==`
  secrets.push(text)
  return text
}

const keys = { p256dh: secret('p256dh'), auth: secret('auth') }
/** One that an operator may look for. */
export const token = secret('push-token')
const user = {
  id: 'ada',
  external_id: 'ada',
  email: 'ada@orchard.test',
  number: '+351912000200',
  pushTokens: [
    { type: 'FCM', token, device: { device_id: 'd', platform: 'android', model: token } },
    { type: 'APN', token: secret('apn-token') },
  ],
  webPushTokens: [{ sub: { endpoint: `https://fcm.googleapis.com/${secret('endpoint')}`, keys } }],
  slackChannel: '#ops',
  slackToken: {
    ok: true,
    access_token: secret('access'),
    refresh_token: secret('refresh'),
    scope: 'chat:write',
    authed_user: { access_token: secret('user-access'), refresh_token: secret('user-refresh') },
    incoming_webhook: { url: secret('hook'), configuration_url: secret('hook-settings') },
  },
  clientSecret: secret('client'),
  custom_fields: { apiKey: secret('custom-key'), nested: [{ password: secret('password') }] },
  createdAt: '2026-03-01T00:00:00.000Z',
  created_at: '2026-03-01T00:00:00Z',
}
const log = {
  trackingId: 't-1',
  user_id: 'ada',
  received_at: '2026-03-01T00:00:00.000Z',
  mobile_push_failed_at: '2026-03-01T00:00:01.000Z',
  mobile_push_failed_code: 'INVALID_FCM_TOKEN',
  mobile_push_failed_token: token,
  web_push_failed_token: secret('failed-endpoint'),
}
const credential = secret('credential')
const second = secret('second-credential')

/** One answer that is every answer: a user, both platforms' pages, environments, logs, settings. */
const everything = {
  ...user,
  users: [user],
  // A channel too, so that the Management API's answer leads to the settings of devices.
  items: [
    {
      ...user,
      id: 'i-1',
      type: 'mobile_push',
      provider: 'fcm',
      settings: { device_tokens: [secret('device-token')] },
    },
  ],
  page: { limit: 1, after: null, before: null, has_more_after: false, has_more_before: false },
  hasMore: false,
  page_info: {},
  queryId: 'q',
  status: 'Complete',
  logs: [log],
  settings: { device_tokens: [secret('own-device-token')] },
  preferences: [{ notificationId: 'n', channel: 'EMAIL', delivery: token }],
  channel_types: {},
}

const common = { stage: 'production', requestsPerSecond: null, emulated: false } as const
/** One of each platform. */
export const environments: readonly Configured[] = [
  {
    ...common,
    id: 'prod',
    name: 'Production',
    platform: 'notificationapi',
    baseUrl: 'https://api.pingram.io',
    credential: { kind: 'basic', clientId: 'env', clientSecret: credential },
  },
  {
    ...common,
    id: 'flows',
    name: 'Flows',
    platform: 'notiflows',
    baseUrl: 'https://api.notiflows.com/admin',
    credential: {
      kind: 'keyPair',
      apiKey: credential,
      secretKey: second,
      accountToken: secret('account-token'),
    },
  },
]

/**
 * A gateway over platforms that answer everything with that status and all of it. `said`: every byte that went out,
 * and every line of the log.
 */
export const openCanary = (status: number, mask: boolean) => {
  // For the audit log: without one, a reveal and an export are refused.
  const dataDirectory = mkdtempSync(join(tmpdir(), 'rollcall-canary-'))
  onTestFinished(() => rmSync(dataDirectory, { recursive: true }))
  const said: string[] = []
  const note = (text: string) => said.push(text)
  const fetch = async (url: string) => {
    // Each platform knows the keys that it was sent, and tells them.
    const own = url.includes('notiflows') ? second : credential
    const error = { code: own, message: own }
    return Response.json({ ...everything, error }, { status, statusText: own })
  }
  const { app } = composeGateway(
    { token: null, host: '127.0.0.1', allowedHosts: [], mask, dataDirectory },
    environments,
    4310,
    new Map(),
    {
      fetch,
      fingerprint: createFingerprinter(new Uint8Array(32)),
      clock: systemClock,
      random: () => 0,
      randomToken: () => 'unused-token',
      requestId: () => 'request',
      log: (line) => note(JSON.stringify(line)),
    },
  )
  const ask = async (path: string, method: string, body?: object) => {
    const response = await app.request(`http://127.0.0.1:4310${path}`, {
      method,
      headers: {
        host: '127.0.0.1:4310',
        authorization: 'Bearer unused-token',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    note(JSON.stringify([...response.headers]))
    const text = await response.text()
    note(text)
    return { status: response.status, text }
  }
  return { said, ask }
}

/** Those of the secrets that are found in a text, in any spelling. */
export const secretsIn = (text: string): readonly string[] =>
  secrets.filter((secretText) => traces(secretText).some((trace) => text.includes(trace)))
