import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import { basic, napiKey } from '#src/emulator/testing/call.ts'
import {
  bearer,
  napiAccount,
  napiEnvironment,
  napiServer,
} from '#src/emulator/testing/environments.ts'
import { status, type Ask, type Sightings } from '#src/emulator/testing/every-switch.ts'

/** People in the environment that is looked at. */
export const people = 150
const list = 'GET /users?limit=1&nextToken='
const production = napiEnvironment('Production')

/** How many users a page has. */
const pageSize = (call: string) => async (ask: Ask) => Object((await ask(call)).body).users?.length

/** The token of a first page. */
const tokenOf = async (
  ask: Ask,
  as: Record<string, string> = napiKey,
  limit = 1,
): Promise<string> => Object((await ask(`GET /users?limit=${limit}`, { as })).body).lastEvaluatedKey

const isSorted = (texts: readonly string[]) =>
  texts.every((text, at) => at === 0 || text >= (texts[at - 1] ?? ''))

/** Who may ask, and what the list of users takes and gives. */
export const lists = {
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
      await ask('POST /users/newcomer', { send: {} })
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
} satisfies Partial<Sightings<NotificationapiSwitches>>
