import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { environmentsQuery } from '#src/web/environments/queries.ts'
import { isHereEarly } from '#src/web/lib/early.ts'
import { userNamed } from '#src/web/users/fakes.ts'
import { userQueries } from '#src/web/users/queries.ts'
import { readFirstAnswers } from './first-answers.ts'
import { sendFirstRequests } from './first-requests.ts'
import { createClient } from './query-client.ts'

const list = '/api/environments/staging/users?limit=100'
const environments = { environments: [], privacy: { mask: false } }
const users = {
  users: [userNamed('ada')],
  page: { after: null, before: null },
  coverage: { scanned: 1, matched: 1, complete: true },
  warnings: [],
}

class Navigation {
  readonly type = 'navigate'
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('sessionStorage', { getItem: () => null })
  vi.stubGlobal('location', { pathname: '/environments/staging/users', search: '' })
  vi.stubGlobal('PerformanceNavigationTiming', Navigation)
  vi.stubGlobal('performance', { getEntriesByType: () => [new Navigation()] })
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

/** Sends the first requests, waits until all answers are here, and reads them into a new client. */
async function read(answers: Readonly<Record<string, Response | Promise<Response>>>) {
  const fetch = vi.fn<(path: string) => Promise<Response>>(
    async (path) => answers[path] ?? Response.error(),
  )
  vi.stubGlobal('fetch', fetch)
  void sendFirstRequests()
  await vi.advanceTimersByTimeAsync(0)
  const client = createClient()
  await readFirstAnswers(client)
  const [page] = client.getQueryCache().findAll({ queryKey: userQueries.all('staging') })
  return { fetch, environments: client.getQueryData(environmentsQuery.queryKey), page }
}

test('what is here before anything is drawn is read, and nothing is asked for again', async () => {
  const result = await read({
    '/api/environments': Response.json(environments),
    [list]: Response.json(users),
  })
  expect(result.environments).toEqual(environments)
  expect(result.page?.state.data).toMatchObject({ users: [{ id: 'ada' }] })
  expect(result.fetch).toHaveBeenCalledTimes(2)
})

test('a list that is not here yet holds nothing up', async () => {
  const result = await read({
    '/api/environments': Response.json(environments),
    [list]: new Promise<Response>(() => {}),
  })
  expect(result.environments).toEqual(environments)
  expect(result.page).toBeUndefined()
})

test('a failure is left to whoever shows it', async () => {
  const result = await read({
    '/api/environments': Response.json({}, { status: 401 }),
    [list]: Response.json({}, { status: 502 }),
  })
  expect(result.environments).toBeUndefined()
  expect(result.page).toBeUndefined()
  expect(isHereEarly(list)).toBe(false)
  expect(result.fetch).toHaveBeenCalledTimes(2)
})

test('at no address in particular the list of the first environment is asked for as soon as that is known', async () => {
  vi.stubGlobal('location', { pathname: '/', search: '' })
  const replaceState = vi.fn<History['replaceState']>((_state, _unused, address) => {
    vi.stubGlobal('location', { pathname: address, search: '' })
  })
  vi.stubGlobal('history', { state: null, replaceState })
  const result = await read({
    '/api/environments': Response.json({ ...environments, environments: [{ id: 'staging' }] }),
    [list]: Response.json(users),
  })
  expect(replaceState).toHaveBeenCalledExactlyOnceWith(null, '', '/environments/staging/users')
  expect(result.page?.state.data).toMatchObject({ users: [{ id: 'ada' }] })
  expect(result.fetch.mock.calls.map(([path]) => path)).toEqual(['/api/environments', list])
})

test('nobody is led anywhere by environments that cannot be read', async () => {
  vi.stubGlobal('location', { pathname: '/', search: '' })
  const result = await read({ '/api/environments': Response.json({ environments: [] }) })
  expect(result.fetch).toHaveBeenCalledTimes(1)
})
