import { describe } from 'vitest'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import { basic, emulatorOf, napiKey, now } from '#src/emulator/testing/call.ts'
import {
  bearer,
  napiAccount,
  napiEnvironment,
  napiServer,
} from '#src/emulator/testing/environments.ts'
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

const people = 150
const list = 'GET /users?limit=1&nextToken='
const production = napiEnvironment('Production')

/** How many users a page has. */
const pageSize = (call: string) => async (ask: Ask) => Object((await ask(call)).body).users?.length

/** The states that a log query goes through. */
const logStates = async (ask: Ask) => {
  const { queryId } = Object((await ask('POST /logs/query', { send: {} })).body)
  const seen: string[] = []
  while (!/^(complete|failed)$/i.test(seen.at(-1) ?? '')) {
    seen.push(Object((await ask(`GET /logs/query/${queryId}`)).body).status)
  }
  return seen
}
const logsFound = async (ask: Ask, query: object) => {
  const { queryId } = Object((await ask('POST /logs/query', { send: query })).body)
  await ask(`GET /logs/query/${queryId}`)
  return Object((await ask(`GET /logs/query/${queryId}`)).body).logs.length
}

/** The token of a first page. */
const tokenOf = async (
  ask: Ask,
  as: Record<string, string> = napiKey,
  limit = 1,
): Promise<string> => Object((await ask(`GET /users?limit=${limit}`, { as })).body).lastEvaluatedKey

const isSorted = (texts: readonly string[]) =>
  texts.every((text, at) => at === 0 || text >= (texts[at - 1] ?? ''))

const written = async (ask: Ask, id: string, ...bodies: readonly object[]) => {
  for (const send of bodies) await ask(`POST /users/${id}`, { send })
  return Object((await ask(`GET /users/${id}`)).body)
}
const phone = (device: string) => ({
  pushTokens: [{ type: 'FCM', token: `token of ${device}`, device: { device_id: device } }],
})

const sightings: Sightings<NotificationapiSwitches> = {
  missingCredential: { see: status(list, { as: {} }), at: { 401: 401, 403: 403 } },
  unknownCredential: { see: status(list, { as: bearer('nobody') }), at: { 401: 401, 403: 403 } },
  publicKey: {
    see: status(list, { as: bearer(production.publicKey) }),
    at: { 401: 401, 403: 403 },
  },
  endUserOutOfPlace: {
    see: status(list, { as: basic('env_stag_4m7:cust-0042') }),
    at: { 401: 401, 403: 403 },
  },
  unprovenEndUser: {
    see: status('GET /users/cust-0042', { as: basic('env_prod_9k2:cust-0042') }),
    at: { 401: 401, 403: 403 },
  },
  ownEnvId: { see: status(`${list}&envId=env_prod_9k2`), at: { accept: 200, refuse: 400 } },
  absentEnvId: {
    see: status(list, { as: bearer(napiAccount.jwt) }),
    at: { refuse: 400, first: 200 },
  },
  foreignEnvId: { see: status(`${list}&envId=env_stag_4m7`), at: { 401: 401, 403: 403 } },
  keysOnLegacyPaths: {
    see: status('GET /env_prod_9k2/users/cust-0042/preferences'),
    at: { accept: 200, refuse: 401 },
  },
  absentLimit: { see: status('GET /users?nextToken='), at: { default: 200, refuse: 400 } },
  defaultLimit: { see: pageSize('GET /users'), at: { 100: 100, 7: 7 } },
  badLimit: { see: status('GET /users?limit=abc'), at: { refuse: 400, default: 200 } },
  fractionalLimit: { see: status('GET /users?limit=7.9'), at: { floor: 200, refuse: 400 } },
  maxLimit: { see: pageSize('GET /users?limit=5000'), at: { 1000: people, 7: 7 } },
  overMaxLimit: { see: status('GET /users?limit=1001'), at: { clamp: 200, refuse: 400 } },
  absentToken: { see: status('GET /users?limit=1'), at: { 'first-page': 200, refuse: 400 } },
  emptyToken: { see: status(list), at: { 'first-page': 200, refuse: 400 } },
  badToken: {
    see: status(`${list}garbage`),
    at: { 400: 400, 401: 401, 'first-page': 200 },
  },
  foreignToken: {
    see: async (ask) => {
      const first = Object((await ask(list)).body).users[0].id
      const token = await tokenOf(ask, napiServer('Staging'))
      const answer = await ask(list + token)
      if (answer.status !== 200) return answer.status
      return Object(answer.body).users[0].id === first ? 'from the start' : 'from there'
    },
    at: { 400: 400, 401: 401, 'first-page': 'from the start', accept: 'from there' },
  },
  deletedToken: {
    see: async (ask) => {
      const token = await tokenOf(ask)
      await ask(`DELETE /users/${Object((await ask(list)).body).users[0].id}`)
      return (await ask(list + token)).status
    },
    at: { works: 200, refuse: 400 },
  },
  tokenLimit: {
    see: async (ask) => (await ask(`GET /users?limit=2&nextToken=${await tokenOf(ask)}`)).status,
    at: { free: 200, bound: 400 },
  },
  tokenForm: {
    see: async (ask) => {
      const [a, b, c] = [
        await tokenOf(ask),
        await tokenOf(ask, napiKey, 2),
        await tokenOf(ask, napiKey, 3),
      ]
      const next = await ask(`GET /users?limit=1&nextToken=${encodeURIComponent(b)}`)
      return {
        works: next.status === 200,
        isJson: /^{.*}$/.test(b),
        isPlain: /^[\w-]+$/.test(a + b + c),
      }
    },
    at: {
      base64url: { works: true, isJson: false, isPlain: true },
      base64: { works: true, isJson: false, isPlain: false },
      json: { works: true, isJson: true, isPlain: false },
    },
  },
  listOrder: {
    see: async (ask) => {
      await written(ask, 'a newcomer', {})
      const { users } = Object((await ask('GET /users?limit=1000')).body)
      const ids: string[] = users.map(({ id }: { id: string }) => id)
      const created: string[] = users.flatMap(
        (user: { createdAt?: string }) => user.createdAt ?? [],
      )
      return { byId: isSorted(ids), byCreation: isSorted(created) }
    },
    at: {
      hash: { byId: false, byCreation: false },
      id: { byId: true, byCreation: false },
      creation: { byId: false, byCreation: true },
    },
  },
  shortPages: { see: pageSize('GET /users?limit=10'), at: { false: 10, true: 6 } },
  emptyPages: { see: pageSize('GET /users?limit=10'), at: { false: 10, true: 0 } },
  tokenOnFullLastPage: {
    see: async (ask) => Object((await ask(`GET /users?limit=${people}`)).body).hasMore,
    at: { false: false, true: true },
  },
  maxPageBytes: { see: pageSize('GET /users?limit=3'), at: { 0: 3, 1: 1 } },
  unset: {
    see: async (ask) => Object((await ask('GET /users/demo-only-id')).body).email,
    at: { omitted: undefined, null: null },
  },
  emptyCollections: {
    see: async (ask) => Object((await ask('GET /users/demo-only-id')).body).pushTokens,
    at: { omitted: undefined, list: [], null: null },
  },
  timestamps: {
    see: async (ask) => Object((await ask('GET /users/cust-0107')).body).updatedAt,
    at: {
      milliseconds: '2026-03-11T17:40:21.004Z',
      seconds: '2026-03-11T17:40:21Z',
      offset: '2026-03-11T19:40:21.004+02:00',
      'epoch-milliseconds': 1_773_250_821_004,
    },
  },
  suppressionDetails: {
    see: async (ask) => {
      const { body } = await ask('GET /users/cust-0107')
      return Object.keys(Object(body).emailSuppressionStatus.details).slice(0, 1)
    },
    at: { ses: ['bounceType'], wrapped: ['bounce'], empty: [] },
  },
  otherTokenEnvironment: {
    see: async (ask) => {
      const [token] = phone('a').pushTokens
      const send = { pushTokens: [{ ...token, type: 'APN', environment: 'beta' }] }
      const answer = await ask('POST /users/ada', { send })
      return [answer.status, Object(answer.body).pushTokens?.[0].environment]
    },
    at: { pass: [200, 'beta'], drop: [200, undefined], refuse: [400, undefined] },
  },
  absentWrites: {
    see: async (ask) => (await written(ask, 'ada', { email: 'a@b.test' }, { number: '+1' })).email,
    at: { keep: 'a@b.test', clear: undefined },
  },
  slackTokenWrites: {
    see: async (ask) => {
      const tokens = [{ ok: true, scope: 'chat:write' }, { ok: false }]
      const user = await written(ask, 'ada', ...tokens.map((slackToken) => ({ slackToken })))
      return user.slackToken
    },
    at: { replace: { ok: false }, merge: { ok: false, scope: 'chat:write' } },
  },
  tokenWrites: {
    see: async (ask) => (await written(ask, 'ada', phone('a'), phone('b'))).pushTokens.length,
    at: { merge: 2, replace: 1 },
  },
  nullWrites: {
    see: async (ask) => (await written(ask, 'ada', { email: 'a@b.test' }, { email: null })).email,
    at: { clear: undefined, ignore: 'a@b.test' },
  },
  otherBodyId: {
    see: status('POST /users/ada', { send: { id: 'bob' } }),
    at: { refuse: 400, ignore: 200 },
  },
  readOnlyWrites: {
    see: status('POST /users/ada', { send: { createdAt: '2026-01-01T00:00:00.000Z' } }),
    at: { ignore: 200, refuse: 400 },
  },
  newEmailLiftsSuppression: {
    see: async (ask) =>
      'emailSuppressionStatus' in (await written(ask, 'cust-0107', { email: 'new@b.test' })),
    at: { false: true, true: false },
  },
  deleteUnknown: { see: status('DELETE /users/nobody'), at: { 200: 200, 404: 404 } },
  liftAbsent: {
    see: status('DELETE /user_suppression/cust-0042/channel/EMAIL'),
    at: { 200: 200, 404: 404 },
  },
  otherSuppressionChannel: {
    see: status('DELETE /user_suppression/cust-0107/channel/SMS'),
    at: { refuse: 400, ignore: 200 },
  },
  getCreates: {
    see: async (ask) => 'createdAt' in (await written(ask, 'nobody')),
    at: { false: false, true: true },
  },
  implicitUsers: {
    see: async (ask) => {
      await ask('GET /users/nobody')
      const { users } = Object((await ask('GET /users?limit=1000')).body)
      return users.filter(({ id }: { id: string }) => id === 'nobody')
    },
    at: { unlisted: [], listed: [{ id: 'nobody' }] },
  },
  logQueryPolls: {
    see: async (ask) => (await logStates(ask)).length,
    at: { 1: 2, 3: 4 },
  },
  logStatusWords: {
    see: logStates,
    at: {
      capitalised: ['Running', 'Complete'],
      'upper-case': ['RUNNING', 'COMPLETE'],
      'lower-case': ['running', 'complete'],
    },
  },
  logDates: {
    see: async (ask) => (await logsFound(ask, { dateRangeFilter: [0, now / 1000] })) > 0,
    at: { seconds: true, milliseconds: false },
  },
  maxLogs: { see: async (ask) => (await logsFound(ask, {})) > 5, at: { 1000: true, 5: false } },
  logQueriesFail: {
    see: logStates,
    at: { false: ['Running', 'Complete'], true: ['Running', 'Failed'] },
  },
  unauthorizedBody: {
    see: async (ask) => (await ask(list, { as: {} })).text,
    at: {
      message: '{"message":"Unauthorized"}',
      error: '{"error":"Unauthorized"}',
      empty: '',
      html: '<html><body><h1>401 Unauthorized</h1></body></html>',
    },
  },
  faultBody: {
    see: async (ask) => (await ask(list)).text,
    beside: { failEvery: 1 },
    at: {
      message: '{"message":"Internal Server Error"}',
      error: '{"error":"Internal Server Error"}',
      empty: '',
      html: '<html><body><h1>500 Internal Server Error</h1></body></html>',
    },
  },
  otherErrorBody: {
    see: async (ask) => (await ask('GET /nothing')).text,
    at: {
      message: '{"message":"Not Found"}',
      error: '{"error":"Not Found"}',
      empty: '',
      html: '<html><body><h1>404 Not Found</h1></body></html>',
    },
  },
  errorCodes: {
    see: async (ask) => Object((await ask('GET /users?limit=abc')).body).error.code,
    at: { 'lower-case': 'invalid_request', 'upper-case': 'INVALID_REQUEST', absent: undefined },
  },
  usageLimitReached: { see: status('GET /account'), at: { false: 200, true: 402 } },
  providerFailEvery: { see: statuses(2, 'GET /account'), at: { 0: [200, 200], 2: [200, 502] } },
  refuseEvery: { see: statuses(2, 'GET /account'), at: { 0: [200, 200], 2: [200, 429] } },
  failEvery: { see: statuses(2, 'GET /account'), at: { 0: [200, 200], 2: [200, 500] } },
  retryAfter: {
    see: async (ask) => (await ask('GET /account')).headers.get('retry-after'),
    beside: { refuseEvery: 1 },
    at: { 3: '3', 60: '60' },
  },
  retryAfterHeader: {
    see: async (ask) => (await ask('GET /account')).headers.has('retry-after'),
    beside: { refuseEvery: 1 },
    at: { sent: true, absent: false },
  },
  latencyMs: { see: duration('GET /account'), at: { 0: 0, 40_000: 40_000 } },
}

describe('what a client sees of each switch of NotificationAPI', () => {
  testSwitches(sightings, switchValues.notificationapi, (notificationapi) =>
    asking(
      emulatorOf({ users: people, switches: { notificationapi } }),
      '/notificationapi',
      napiKey,
    ),
  )
})
