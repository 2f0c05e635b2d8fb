import { isJsonObject } from '#src/domain/json.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { Platform } from '#src/platforms/platform.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { full } from '#src/platforms/testing/full-user.ts'

import { circumstances } from './fakes.ts'
import { presentActivity } from './present-activity.ts'
import { presentDetail } from './present.ts'

// For tests: what comes out of the gateway when a platform sends one record, by the sections of
// docs/contracts.md.

export type WireRecord = Readonly<Record<string, unknown>>

const { signal } = new AbortController()

/** A platform that answers by the end of the path, and 404 for everything else. */
const deps = (routes: Readonly<Record<string, unknown>>) => ({
  environment: 'e',
  fingerprint,
  clock: createFakeClock(),
  random: () => 0.5,
  fetch: async (url: string) => {
    const { pathname } = new URL(url)
    const route = Object.keys(routes).find((path) => pathname.endsWith(path))
    return route === undefined
      ? Response.json({ message: 'not here' }, { status: 404 })
      : Response.json(routes[route])
  },
})

const clientId = 'env_1'
const napi = (routes: Readonly<Record<string, unknown>>): Platform =>
  createNotificationApi(
    {
      baseUrl: 'https://napi.test',
      credential: { kind: 'basic', clientId, clientSecret: 'client-secret-1' },
    },
    deps(routes),
  )
const flows = (routes: Readonly<Record<string, unknown>>): Platform =>
  createNotiflows(
    {
      baseUrl: 'https://flows.test/admin',
      apiKey: 'pk_test',
      secretKey: 'sk_test_key',
      accountToken: 'nf_at_test',
    },
    deps(routes),
  )

async function detail(platform: Platform, id: string): Promise<unknown> {
  const found = await platform.getUser(id, signal)
  if (found === null) throw new Error('No such user')
  return presentDetail(found, circumstances)
}

async function activity(platform: Platform): Promise<unknown> {
  const found = await platform.listActivity({ id: 'cust-1', limit: 25, after: null, signal })
  if (found === null) throw new Error('No such user')
  return presentActivity('e', 'cust-1', found)
}

const flowsUser = {
  id: '019cad94-dc20-71d3-8f22-aa10bb20cc30',
  external_id: 'cust-1',
  email: 'rui@orchard.test',
  first_name: 'Rui',
  last_name: 'Prado',
  phone: '+351210000042',
  avatar: 'https://orchard.test/rui.png',
  locale: 'en-GB',
  timezone: 'Europe/Lisbon',
  custom_fields: { tier: 'silver' },
  created_at: '2026-03-02T08:05:40Z',
  updated_at: '2026-03-10T11:00:00Z',
}
const page = { limit: 25, after: null, before: null, has_more_after: false, has_more_before: false }
const pushChannel = { id: 'ch-push', type: 'mobile_push', provider: 'apns' }
const chatChannel = { id: 'ch-chat', type: 'chat', provider: 'slack' }
const pushSettings = { settings: { device_tokens: ['another-token-1'] } }
const chatSettings = { settings: { slack_channel_id: 'C1' } }
const person = { '/users/cust-1': flowsUser }

type Reading = {
  /** The record that a row’s example is put into. */
  readonly base: WireRecord
  readonly read: (record: WireRecord) => Promise<unknown>
}

/** How each kind of record is read, by its chapter and section. */
export const readings: Readonly<Record<string, Reading>> = {
  'Fields of NotificationAPI: User': {
    base: full,
    read: (record) =>
      detail(napi({ [`/users/${String(record['id'])}`]: record }), String(record['id'])),
  },
  'Fields of NotificationAPI: Log': {
    base: { trackingId: 'trk-1', type: 'order', user_id: 'cust-1' },
    read: (record) =>
      activity(
        napi({
          '/logs/query': { queryId: 'qry-1' },
          '/logs/query/qry-1': { status: 'Complete', logs: [withCompanions(record)] },
        }),
      ),
  },
  'Fields of NotificationAPI: Preference': {
    base: { notificationId: 'order', channel: 'PIGEON', delivery: 'now and then' },
    read: (record) =>
      detail(
        napi({
          '/users/cust-1': { id: 'cust-1' },
          [`/${clientId}/users/cust-1/preferences`]: { preferences: [record] },
        }),
        'cust-1',
      ),
  },
  'Fields of Notiflows: User': {
    base: flowsUser,
    read: (record) =>
      detail(
        flows({ [`/users/${String(record['external_id'])}`]: record }),
        String(record['external_id']),
      ),
  },
  'Fields of Notiflows: Delivery': {
    base: { id: 'd-1', status: 'sent', channel_type: 'pigeon', notiflow_id: 'f-1' },
    read: (record) => activity(flows({ '/users/cust-1/deliveries': { items: [record], page } })),
  },
  'Fields of Notiflows: ChannelSettings': {
    base: {},
    read: (record) =>
      detail(
        flows({
          ...person,
          '/channels': { items: [pushChannel, chatChannel], page_info: {} },
          '/channel-settings/ch-push': { ...pushSettings, ...record },
          '/channel-settings/ch-chat': record,
        }),
        'cust-1',
      ),
  },
  'Fields of Notiflows: Preferences': {
    base: { channel_types: {}, notiflows: { 'flow-1': { enabled: true } } },
    read: (record) => detail(flows({ ...person, '/users/cust-1/preferences': record }), 'cust-1'),
  },
  'Fields of Notiflows: Subscription': {
    base: { topic_name: 'another' },
    read: (record) =>
      detail(
        flows({ ...person, '/users/cust-1/subscriptions': { items: [record], page } }),
        'cust-1',
      ),
  },
  'Fields of Notiflows: Channel': {
    base: { id: 'ch-1', type: 'mobile_push', provider: 'apns' },
    read: (record) => {
      const isChat = record['type'] === 'chat'
      const channel = isChat ? { ...record, provider: 'slack' } : record
      return detail(
        flows({
          ...person,
          '/channels': { items: [channel], page_info: {} },
          [`/channel-settings/${String(record['id'])}`]: isChat ? chatSettings : pushSettings,
        }),
        'cust-1',
      )
    },
  },
}

/** A row of the log with what a field of it never stands without: the routing of a reason, the time of a failure. */
const withCompanions = (row: WireRecord): WireRecord => ({
  ...Object.fromEntries(Object.keys(row).flatMap(companionOf)),
  ...row,
})

function companionOf(field: string): readonly (readonly [string, unknown])[] {
  const [, channel, what] = /^(\w+?)_(routing_reason|failed_\w+)$/.exec(field) ?? []
  if (what === undefined || what === 'failed_at') return []
  return what === 'routing_reason'
    ? [[`${channel}_routing`, 'IGNORE']]
    : [[`${channel}_failed_at`, '2026-11-20T10:00:09.000Z']]
}

/**
 * The record with a value at a path like `pushTokens[].device.model`; `[]` is the first of a list, `{}` of a
 * map. Undefined takes the field away.
 */
export function withValue(record: unknown, path: string, value: unknown): WireRecord {
  const steps = path.replaceAll(/\[\]|\{\}/g, '.*').split('.')
  const changed = put(record, steps, value)
  if (!isJsonObject(changed)) throw new Error(`${path} is no field of a record.`)
  return { ...changed }
}

function put(inside: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value
  if (step === '*' && !isJsonObject(inside)) {
    const [first, ...others]: readonly unknown[] = Array.isArray(inside) ? inside : []
    return [put(first, rest, value), ...others]
  }
  const fields = isJsonObject(inside) ? inside : {}
  const name = step === '*' ? (Object.keys(fields)[0] ?? 'x') : step
  return { ...fields, [name]: put(fields[name], rest, value) }
}
