import type { NotiflowsSwitches } from '#src/emulator/switches.ts'
import { notiflowsKeys } from '#src/emulator/testing/call.ts'
import { accountToken } from '#src/emulator/testing/environments.ts'
import { status, type Ask, type Sightings } from '#src/emulator/testing/every-switch.ts'

import { disturbanceSightings } from './disturbances.ts'

const users = 'GET /admin/users'
const nobody = 'GET /admin/users/nobody'
const run = 'POST /admin/notiflows/order-confirmation/run'
const draft = 'POST /admin/notiflows/spring-campaign/run'

const codeOf = (body: unknown) => Object(body).error?.code
const code = (call: string, send?: object) => async (ask: Ask) =>
  codeOf((await ask(call, { send })).body)

const faultsOf = async (ask: Ask): Promise<{ field: string; message: string }[]> => {
  const send = { email: 'nowhere', phone: '12' }
  return Object((await ask('PUT /admin/users/ada', { send })).body).error.details.fields
}

const sizeOf = (body: unknown) => Object(body).items?.length

const written = async (ask: Ask, ...bodies: readonly object[]) => {
  for (const send of bodies) await ask('PUT /admin/users/ada', { send })
  return Object((await ask('GET /admin/users/ada')).body)
}

/** The path of somebody's settings on the channel of the worked example, and settings for it. */
const phone = 'channel-settings/5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4'
const tokens = (...device_tokens: readonly string[]) => ({ send: { settings: { device_tokens } } })

/** How records are written, what writes do, and what goes wrong. */
export const records = {
  unset: {
    see: async (ask) => (await written(ask, {})).email,
    at: { null: null, omitted: undefined },
  },
  errorType: {
    see: async (ask) => Object((await ask(nobody)).body).error.type,
    at: {
      source: 'https://docs.notiflows.com/errors/not_found',
      newer: 'https://notiflows.com/docs/api/errors#not_found-404',
    },
  },
  forbiddenCode: {
    see: code('PUT /admin/users/ada', {}),
    beside: { readOnlyKeys: true },
    at: { forbidden: 'forbidden', permission_denied: 'permission_denied' },
  },
  conflictCode: {
    see: code(draft, { recipients: ['ada'] }),
    at: { conflict: 'conflict', invalid_state: 'invalid_state' },
  },
  validationCode: {
    see: code('PUT /admin/users/ada', { phone: '12' }),
    at: {
      validation_failed: 'validation_failed',
      unprocessable_entity: 'unprocessable_entity',
    },
  },
  validationStatus: {
    see: status('PUT /admin/users/ada', { send: { phone: '12' } }),
    at: { 422: 422, 400: 400 },
  },
  rateLimitCode: {
    see: code(users),
    beside: { refuseEvery: 1 },
    at: { rate_limited: 'rate_limited', too_many_requests: 'too_many_requests' },
  },
  internalCode: {
    see: code(users),
    beside: { failEvery: 1 },
    at: { internal_error: 'internal_error', internal_server_error: 'internal_server_error' },
  },
  badPreferences: {
    see: status('PUT /admin/users/cust-0042/preferences', { send: { channel_types: 'none' } }),
    at: { 400: 400, 422: 422 },
  },
  badBulk: {
    see: status('POST /admin/topics/news/subscriptions', { send: {} }),
    at: { 400: 400, 422: 422 },
  },
  draftRun: { see: status(draft, { send: { recipients: ['ada'] } }), at: { 409: 409, 422: 422 } },
  unknownOwner: {
    see: async (ask) => {
      const id = '00000000-0000-7000-8000-000000000000'
      const owners = ['users/nobody/deliveries', 'users/nobody/notifications']
      owners.push('users/nobody/subscriptions', 'topics/none/subscriptions')
      owners.push(`notifications/${id}/deliveries`)
      const seen = new Set<number | undefined>()
      for (const owner of owners) {
        const answer = await ask(`GET /admin/${owner}`)
        seen.add(sizeOf(answer.body) ?? answer.status)
      }
      return [...seen]
    },
    at: { 404: [404], empty: [0] },
  },
  retryAfterUnit: {
    see: async (ask) => Object((await ask(users)).body).error.details.retry_after,
    beside: { refuseEvery: 1 },
    at: { seconds: 3, milliseconds: 3000 },
  },
  readOnlyKeys: {
    see: status('PUT /admin/users/ada', { send: {} }),
    at: { false: 201, true: 403 },
  },
  internalIdsResolve: {
    see: async (ask) => (await ask(`GET /admin/users/${(await written(ask, {})).id}`)).status,
    at: { false: 404, true: 200 },
  },
  deleteUnknown: { see: status('DELETE /admin/users/nobody'), at: { 404: 404, 204: 204 } },
  deletedBelongings: {
    see: async (ask) => {
      await written(ask, {})
      await ask('POST /admin/users/ada/subscriptions', { send: { topic_name: 'news' } })
      await ask('DELETE /admin/users/ada')
      return sizeOf((await ask('GET /admin/topics/news/subscriptions')).body)
    },
    at: { drop: 0, keep: 1 },
  },
  deletedHistory: {
    see: async (ask) => {
      await ask(run, { send: { recipients: ['ada'] } })
      const { id } = Object((await ask('GET /admin/notifications?limit=1')).body).items[0]
      await ask('DELETE /admin/users/ada')
      return (await ask(`GET /admin/notifications/${id}`)).status
    },
    at: { keep: 200, drop: 404 },
  },
  otherBodyExternalId: {
    see: status('PUT /admin/users/ada', { send: { external_id: 'bob' } }),
    at: { refuse: 422, ignore: 201 },
  },
  absentExternalId: {
    see: status('PUT /admin/users/ada', { send: {} }),
    at: { accept: 201, refuse: 422 },
  },
  badFields: {
    see: status('PUT /admin/users/ada', { send: { phone: '12' } }),
    at: { refuse: 422, accept: 201 },
  },
  fieldFaults: {
    see: async (ask) => (await faultsOf(ask)).map(({ field }) => field),
    at: { each: ['email', 'phone'], first: ['email'] },
  },
  faultMessages: {
    see: async (ask) => (await faultsOf(ask)).map(({ message }) => message),
    at: {
      short: ['is invalid', 'is invalid'],
      full: ['email is invalid', 'phone is invalid'],
    },
  },
  nullWrites: {
    see: async (ask) => (await written(ask, { email: 'a@b.test' }, { email: null })).email,
    at: { clear: null, ignore: 'a@b.test' },
  },
  deviceTokens: {
    see: async (ask) => {
      await written(ask, {})
      await ask(`PUT /admin/users/ada/${phone}`, tokens('one'))
      const { settings } = Object((await ask(`PUT /admin/users/ada/${phone}`, tokens('two'))).body)
      return settings.device_tokens
    },
    at: { replace: ['two'], add: ['one', 'two'] },
  },
  unknownChannel: {
    see: status('GET /admin/users/cust-0042/channel-settings/00000000-0000-7000-8000-000000000000'),
    at: { 404: 404, 400: 400 },
  },
  badChannelId: {
    see: status('GET /admin/users/cust-0042/channel-settings/ios'),
    at: { 400: 400, 404: 404 },
  },
  preferencesKeyedBy: {
    see: async (ask) => {
      const { body: flows } = await ask('GET /management/v1/notiflows', { as: accountToken })
      const [{ id, handle }] = Object(flows).items
      await written(ask, {})
      for (const name of [id, handle]) {
        const send = { notiflows: { [name]: { enabled: false } } }
        await ask('PUT /admin/users/ada/preferences', { send })
      }
      const { notiflows } = Object((await ask('GET /admin/users/ada/preferences')).body)
      return { byId: id in notiflows, byHandle: handle in notiflows }
    },
    at: { id: { byId: true, byHandle: false }, handle: { byId: false, byHandle: true } },
  },
  unsetPreferences: {
    see: async (ask) => {
      await written(ask, {})
      const { body } = await ask('GET /admin/users/ada/preferences')
      return Object.keys(Object(body).channel_types).length
    },
    at: { 'all-true': 6, empty: 0 },
  },
  runStatus: {
    see: status(run, { send: { recipients: ['ada'] } }),
    at: { 200: 200, 201: 201, 202: 202 },
  },
  bulkStatus: {
    see: status('POST /admin/topics/news/subscriptions', {
      send: { user_external_ids: ['cust-0042'] },
    }),
    at: { 200: 200, 201: 201 },
  },
  bulkNewTopic: {
    see: status('POST /admin/topics/news/subscriptions', {
      send: { user_external_ids: ['cust-0042'] },
    }),
    at: { create: 200, 404: 404 },
  },
  idempotencyKeys: {
    see: async (ask) => {
      const send = { recipients: ['ada'] }
      const as = { ...notiflowsKeys, 'idempotency-key': 'once' }
      const [first, second] = [await ask(run, { as, send }), await ask(run, { as, send })]
      return first.text === second.text
    },
    at: { false: false, true: true },
  },
  ...disturbanceSightings(users),
} satisfies Partial<Sightings<NotiflowsSwitches>>
