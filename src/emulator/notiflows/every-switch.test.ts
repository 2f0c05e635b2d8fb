import { describe } from 'vitest'

import type { NotiflowsSwitches } from '#src/emulator/switches.ts'
import { emulatorOf, notiflowsKeys } from '#src/emulator/testing/call.ts'
import { accountToken, flowsKeys } from '#src/emulator/testing/environments.ts'
import {
  asking,
  duration,
  status,
  statuses,
  testSwitches,
  type Ask,
  type Sightings,
} from '#src/emulator/testing/every-switch.ts'
import { switchValues } from '#src/emulator/testing/switch-values.ts'

const people = 60
const users = 'GET /admin/users'
const nobody = 'GET /admin/users/nobody'
const run = 'POST /admin/notiflows/order-confirmation/run'

const codeOf = (body: unknown) => Object(body).error?.code
const code = (call: string, send?: object) => async (ask: Ask) =>
  codeOf((await ask(call, { send })).body)

const sizeOf = (body: unknown) => Object(body).items?.length
const size = (call: string) => async (ask: Ask) => sizeOf((await ask(call)).body)

const cursorAfter = async (ask: Ask, limit = 5) =>
  Object((await ask(`${users}?limit=${limit}`)).body).page.after

const written = async (ask: Ask, ...bodies: readonly object[]) => {
  for (const send of bodies) await ask('PUT /admin/users/ada', { send })
  return Object((await ask('GET /admin/users/ada')).body)
}

/** The path of somebody's settings on the channel of the worked example, and settings for it. */
const phone = 'channel-settings/5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4'
const tokens = (...device_tokens: readonly string[]) => ({ send: { settings: { device_tokens } } })

const sightings: Sightings<NotiflowsSwitches> = {
  adminPaths: {
    see: async (ask) => [(await ask(users)).status, (await ask('GET /admin/v1/users')).status],
    at: { both: [200, 200], unversioned: [200, 404], versioned: [404, 200] },
  },
  missingKeys: { see: status(users, { as: {} }), at: { 401: 401, 403: 403 } },
  unknownKeys: {
    see: status(users, { as: { ...notiflowsKeys, 'x-notiflows-api-key': 'pk_nobody' } }),
    at: { 401: 401, 403: 403 },
  },
  mixedKeys: {
    see: async (ask) => {
      const secret = flowsKeys('Test')['x-notiflows-secret-key']
      const as = { ...notiflowsKeys, 'x-notiflows-secret-key': secret }
      return sizeOf((await ask(`${users}?limit=1000`, { as })).body)
    },
    at: { refuse: undefined, 'api-key': people, 'secret-key': 300 },
  },
  tokenOnAdmin: {
    see: status(users, { as: accountToken }),
    at: { 401: 401, 403: 403, accept: 200 },
  },
  managementPaths: {
    see: async (ask) => [
      (await ask('GET /management/v1/channels', { as: accountToken })).status,
      (await ask('GET /management/v1/projects/notiflows-test/channels', { as: accountToken }))
        .status,
    ],
    at: { both: [200, 200], bare: [200, 404], 'in-project': [404, 200] },
  },
  projectsList: {
    see: status('GET /management/v1/projects', { as: accountToken }),
    at: { served: 200, absent: 404 },
  },
  pageInfo: {
    see: async (ask) => {
      const { body } = await ask('GET /management/v1/channels?limit=5', { as: accountToken })
      return Object(body).page_info
    },
    at: { empty: {}, filled: { page: 1, limit: 5, total: 7 } },
  },
  shortManagementPages: {
    see: async (ask) => {
      const sizes: number[] = []
      while (sizes.at(-1) !== 0) {
        const path = `GET /management/v1/channels?limit=5&page=${sizes.length + 1}`
        sizes.push(sizeOf((await ask(path, { as: accountToken })).body))
      }
      return sizes
    },
    at: { false: [5, 2, 0], true: [3, 3, 1, 0] },
  },
  strictFilterEnds: {
    see: size(`${users}?created_after=2026-03-09T16:20:11Z&created_before=2026-03-09T16:20:11Z`),
    at: { false: 1, true: 0 },
  },
  clampLimit: { see: status(`${users}?limit=5000`), at: { false: 400, true: 200 } },
  bothCursors: {
    see: async (ask) => {
      const cursor = await cursorAfter(ask)
      return (await ask(`${users}?after=${cursor}&before=${cursor}`)).status
    },
    at: { refuse: 400, after: 200 },
  },
  badCursor: { see: status(`${users}?after=x`), at: { refuse: 400, 'first-page': 200 } },
  bareDates: {
    see: status(`${users}?created_after=2026-03-09`),
    at: { refuse: 400, midnight: 200 },
  },
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
  unnamedCodes: {
    see: code('PUT /admin/users/ada', { phone: '12' }),
    at: { false: 'validation_failed', true: 'error' },
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
  badFields: {
    see: status('PUT /admin/users/ada', { send: { phone: '12' } }),
    at: { refuse: 422, accept: 201 },
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
  idempotencyKeys: {
    see: async (ask) => {
      const send = { recipients: ['ada'] }
      const as = { ...notiflowsKeys, 'idempotency-key': 'once' }
      const [first, second] = [await ask(run, { as, send }), await ask(run, { as, send })]
      return first.text === second.text
    },
    at: { false: false, true: true },
  },
  refuseEvery: { see: statuses(2, users), at: { 0: [200, 200], 2: [200, 429] } },
  failEvery: { see: statuses(2, users), at: { 0: [200, 200], 2: [200, 500] } },
  retryAfter: {
    see: async (ask) => {
      const { headers, body } = await ask(users)
      return [headers.get('retry-after'), Object(body).error.details.retry_after]
    },
    beside: { refuseEvery: 1 },
    at: { 3: ['3', 3], 60: ['60', 60] },
  },
  retryAfterHeader: {
    see: async (ask) => (await ask(users)).headers.has('retry-after'),
    beside: { refuseEvery: 1 },
    at: { sent: true, absent: false },
  },
  latencyMs: { see: duration(users), at: { 0: 0, 40_000: 40_000 } },
}

describe('what a client sees of each switch of Notiflows', () => {
  testSwitches(sightings, switchValues.notiflows, (notiflows) =>
    asking(emulatorOf({ users: people, switches: { notiflows } }), '/notiflows', notiflowsKeys),
  )
})
