import { describe } from 'vitest'

import type { NotiflowsSwitches } from '#src/emulator/switches.ts'
import { emulatorOf, notiflowsKeys, type NotiflowsPage } from '#src/emulator/testing/call.ts'
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
const draft = 'POST /admin/notiflows/spring-campaign/run'

const codeOf = (body: unknown) => Object(body).error?.code
const code = (call: string, send?: object) => async (ask: Ask) =>
  codeOf((await ask(call, { send })).body)

const faultsOf = async (ask: Ask): Promise<{ field: string; message: string }[]> => {
  const send = { email: 'nowhere', phone: '12' }
  return Object((await ask('PUT /admin/users/ada', { send })).body).error.details.fields
}

const sizeOf = (body: unknown) => Object(body).items?.length
const size = (call: string) => async (ask: Ask) => sizeOf((await ask(call)).body)

const pageOf = async (ask: Ask, query: string, limit = 5): Promise<NotiflowsPage> =>
  Object((await ask(`${users}?limit=${limit}&${query}`)).body)
const firstPage = (ask: Ask) => pageOf(ask, '')
const everybody = async (ask: Ask) => (await pageOf(ask, '', 1000)).items

/** The id that a cursor names. */
const idIn = (cursor: string | null) =>
  Object(JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString())).id

/** The page before somebody, and at which places of the list its people stand. */
const pageBefore = async (ask: Ask, place: number) => {
  const ids = (await everybody(ask)).map(({ id }) => id)
  const cursor = Buffer.from(JSON.stringify({ id: ids[place] })).toString('base64url')
  const { items, page } = await pageOf(ask, `before=${cursor}`)
  return { page, places: items.map(({ id }) => ids.indexOf(id)) }
}

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
  badLimit: { see: status(`${users}?limit=abc`), at: { refuse: 400, default: 200 } },
  lowLimit: { see: status(`${users}?limit=0`), at: { refuse: 400, clamp: 200 } },
  overMaxLimit: { see: status(`${users}?limit=1001`), at: { refuse: 400, clamp: 200 } },
  bothCursors: {
    see: async (ask) => {
      const { after } = (await firstPage(ask)).page
      return (await ask(`${users}?after=${after}&before=${after}`)).status
    },
    at: { refuse: 400, after: 200 },
  },
  badCursor: { see: status(`${users}?after=x`), at: { refuse: 400, 'first-page': 200 } },
  emptyCursor: { see: status(`${users}?after=`), at: { refuse: 400, 'first-page': 200 } },
  deletedCursor: {
    see: async (ask) => {
      const { items, page } = await firstPage(ask)
      await ask(`DELETE /admin/users/${encodeURIComponent(items[4]?.external_id ?? '')}`)
      return (await ask(`${users}?after=${page.after}`)).status
    },
    at: { works: 200, refuse: 400 },
  },
  cursorNames: {
    see: async (ask) => {
      const ids = (await everybody(ask)).map(({ id }) => id)
      const { after } = (await firstPage(ask)).page
      const second = await pageOf(ask, `after=${after}`)
      return [after, second.page.before].map((cursor) => ids.indexOf(idIn(cursor)))
    },
    at: { 'page-end': [4, 5], neighbour: [5, 4] },
  },
  beforePage: {
    see: async (ask) => (await pageBefore(ask, 20)).places,
    at: {
      nearest: [15, 16, 17, 18, 19],
      newest: [0, 1, 2, 3, 4],
      reversed: [19, 18, 17, 16, 15],
    },
  },
  beforeFlags: {
    see: async (ask) => (await pageBefore(ask, 20)).page.has_more_after,
    at: { both: true, 'newer-only': false },
  },
  moreBefore: {
    see: async (ask) => (await pageBefore(ask, 5)).page.has_more_before,
    at: { 'looked-up': false, guessed: true },
  },
  ties: {
    see: async (ask) => {
      const alike = (await everybody(ask)).filter((user) => /same-second/.test(user.external_id))
      const [a = '', b = '', c = ''] = alike.map(({ id }) => id)
      return a > b && b > c ? 'newest id first' : a < b && b < c ? 'oldest id first' : 'neither'
    },
    at: { 'by-id': 'newest id first', unsettled: 'oldest id first' },
  },
  emptyResult: {
    see: async (ask) => {
      const { after } = (await firstPage(ask)).page
      const { page } = await pageOf(ask, `after=${after}&created_before=1999-01-01T00:00:00Z`)
      return page.after === after ? 'the cursor' : page.after
    },
    at: { 'no-cursors': null, echo: 'the cursor' },
  },
  insertsDuringWalk: {
    see: async (ask) => {
      const { items, page } = await firstPage(ask)
      await written(ask, {})
      const next = await pageOf(ask, `after=${page.after}`)
      return next.items[0]?.id === items[4]?.id
    },
    at: { unseen: false, shift: true },
  },
  changedFilters: {
    see: async (ask) => {
      const { page } = await pageOf(ask, 'created_after=2020-01-01T00:00:00Z')
      const other = `${users}?after=${page.after}&created_after=2999-01-01T00:00:00Z`
      const { status: told, body } = await ask(other)
      return [told, sizeOf(body)]
    },
    at: { apply: [200, 0], refuse: [400, undefined], remember: [200, 25] },
  },
  strictFilterEnds: {
    see: size(`${users}?created_after=2026-03-09T16:20:11Z&created_before=2026-03-09T16:20:11Z`),
    at: { false: 1, true: 0 },
  },
  missingZone: {
    see: status(`${users}?created_after=2026-03-09T16:20:11`),
    at: { utc: 200, refuse: 400 },
  },
  bareDates: {
    see: status(`${users}?created_after=2026-03-09`),
    at: { refuse: 400, midnight: 200 },
  },
  badDates: { see: status(`${users}?created_after=soon`), at: { refuse: 400, ignore: 200 } },
  invertedRange: {
    see: status(`${users}?created_after=2026-03-09T00:00:00Z&created_before=2026-03-08T00:00:00Z`),
    at: { empty: 200, refuse: 400 },
  },
  unknownParams: { see: status(`${users}?sort=email`), at: { ignore: 200, refuse: 400 } },
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
