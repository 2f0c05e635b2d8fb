import type { NotiflowsSwitches } from '#src/emulator/switches.ts'
import { notiflowsKeys, type NotiflowsPage } from '#src/emulator/testing/call.ts'
import { accountToken, flowsKeys } from '#src/emulator/testing/environments.ts'
import { status, type Ask, type Sightings } from '#src/emulator/testing/every-switch.ts'

/** People in the project that is looked at. */
export const people = 60
const users = 'GET /admin/users'

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

/** Which paths there are, who may ask, and what lists take and give. */
export const lists = {
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
    at: { empty: {}, filled: { page: 1, limit: 5, total: 8 } },
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
    at: { false: [5, 3, 0], true: [3, 3, 2, 0] },
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
      await ask('PUT /admin/users/ada', { send: {} })
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
} satisfies Partial<Sightings<NotiflowsSwitches>>
