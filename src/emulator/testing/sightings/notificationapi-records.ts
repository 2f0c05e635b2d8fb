import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import { now } from '#src/emulator/testing/call.ts'
import { status, statuses, type Ask, type Sightings } from '#src/emulator/testing/every-switch.ts'

import { disturbanceSightings } from './disturbances.ts'

const list = 'GET /users?limit=1&nextToken='

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

const written = async (ask: Ask, id: string, ...bodies: readonly object[]) => {
  for (const send of bodies) await ask(`POST /users/${id}`, { send })
  return Object((await ask(`GET /users/${id}`)).body)
}
const phone = (device: string) => ({
  pushTokens: [{ type: 'FCM', token: `token of ${device}`, device: { device_id: device } }],
})

/** How users are written, what writes do, logs, and what goes wrong. */
export const records = {
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
  ...disturbanceSightings('GET /account'),
} satisfies Partial<Sightings<NotificationapiSwitches>>
