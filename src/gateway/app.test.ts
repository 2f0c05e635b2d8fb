import { describe, expect, test } from 'vitest'

import { PlatformError, type PlatformErrorCode } from '#src/platforms/platform.ts'

import { mintCursor } from './cursor.ts'
import { assets, factsOf, fakeGateway, pageOf } from './fakes.ts'
import { routeTable } from './routes.ts'

const usersPath = '/api/environments/prod/users'
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const body: Record<string, unknown> = await response.json()
  expect(body['status']).toBe(response.status)
  expect(body['requestId']).toBe(response.headers.get('x-request-id'))
  expect(body).toMatchObject({ title: expect.any(String), detail: expect.any(String) })
  return body
}
const codeOf = async (response: Response) =>
  String((await problemOf(response))['type']).replace('/problems/', '')

describe('the API', () => {
  test('says that it is well', async () => {
    const response = await fakeGateway().ask('/healthz')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ status: 'ok' })
  })

  test('lists environments with what they can do', async () => {
    const response = await fakeGateway({}, {}, ['prod', 'flows']).ask('/api/environments')
    expect(await response.json()).toMatchObject({
      environments: [{ id: 'prod', capabilities: { previousPage: true } }, { id: 'flows' }],
    })
  })

  test('answers a page of judged users with cursors of its own', async () => {
    const gateway = fakeGateway({
      list: async () => pageOf([factsOf('ada')], { after: 'p2', before: null }),
    })
    const answer = await (await gateway.ask(usersPath)).json()
    expect(answer).toMatchObject({
      users: [{ id: 'ada', channels: { push: { reach: 'absent' } } }],
      page: { before: null },
      coverage: { scanned: 1, matched: 1, complete: false },
      warnings: [],
    })
    expect(answer).not.toHaveProperty('users.0.facts')
    expect(gateway.calls.lists[0]).toMatchObject({ limit: 100, from: null })
    await gateway.ask(`${usersPath}?limit=7&after=${answer.page.after}`)
    expect(gateway.calls.lists[1]).toMatchObject({
      limit: 7,
      from: { direction: 'after', position: 'p2' },
    })
  })

  test('hands a created range on as instants', async () => {
    const gateway = fakeGateway()
    await gateway.ask(
      `${usersPath}?createdAfter=2026-01-01T00:00:00%2B01:00&createdBefore=2026-02-01T00:00:00Z`,
    )
    expect(gateway.calls.lists[0]?.created).toEqual({
      after: Date.UTC(2025, 11, 31, 23),
      before: Date.UTC(2026, 1, 1),
    })
  })

  test.each([
    'a/b c',
    '100%',
    'x%2Fy',
    'ü',
    '__proto__',
    'toString',
    'constructor',
    '+plus&amp=#?',
    '../x',
    '%',
    'a\\b',
    '\u0000\r\n',
    '😀',
    '//evil',
  ])('finds the user %j by exactly that id, in both forms', async (id) => {
    const gateway = fakeGateway()
    const byPath = await gateway.ask(`${usersPath}/${encodeURIComponent(id)}`)
    const byQuery = await gateway.ask(
      `/api/environments/prod/user?${new URLSearchParams({ id }).toString()}`,
    )
    expect([byPath.status, byQuery.status]).toEqual([200, 200])
    expect(gateway.calls.ids).toEqual([id, id])
    expect(await byQuery.json()).toMatchObject({ user: { id }, raw: { id } })
  })

  test.each(['.', '..'])('finds the user %j, whom no path can name', async (id) => {
    const gateway = fakeGateway()
    expect((await gateway.ask(`/api/environments/prod/user?id=${id}`)).status).toBe(200)
    expect(gateway.calls.ids).toEqual([id])
  })

  test('refuses an id too long for an address', async () => {
    const gateway = fakeGateway()
    const id = 'x'.repeat(10_240)
    expect(await codeOf(await gateway.ask(`${usersPath}/${id}`))).toBe('url-too-long')
    expect(await codeOf(await gateway.ask(`/api/environments/prod/user?id=${id}`))).toBe(
      'url-too-long',
    )
    expect(gateway.calls.ids).toEqual([])
  })

  test('says when there is no such user, environment or route', async () => {
    const { ask } = fakeGateway({ get: async () => null })
    expect(await codeOf(await ask(`${usersPath}/nobody`))).toBe('unknown-user')
    expect(await codeOf(await ask('/api/environments/prod/user?id=nobody'))).toBe('unknown-user')
    expect(await codeOf(await ask('/api/environments/other/users'))).toBe('unknown-environment')
    expect(await codeOf(await ask('/api/environments/__proto__/users'))).toBe('unknown-environment')
    expect(await codeOf(await ask('/api'))).toBe('not-found')
    expect(await codeOf(await ask('/api/'))).toBe('not-found')
    expect(await codeOf(await ask('/api/users'))).toBe('not-found')
  })

  test('answers HEAD like GET, without a body', async () => {
    const { ask } = fakeGateway()
    for (const path of ['/healthz', usersPath, '/', '/assets/index-4f2a.js']) {
      const response = await ask(path, { method: 'HEAD' })
      expect(response.status).toBe(200)
      expect(await response.text()).toBe('')
    }
  })

  test('stops asking the platform when the caller goes away', async () => {
    const caller = new AbortController()
    const gateway = fakeGateway({
      list: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          caller.abort()
        }),
    })
    const response = await gateway.ask(usersPath, { signal: caller.signal })
    expect(response.status).toBe(499)
    expect(gateway.calls.lists[0]?.signal.aborted).toBe(true)
  })
})

describe('parameters that make no sense (A09)', () => {
  const own = mintCursor('prod', 'after', 'p2')
  test.each([
    ['limit=0', 'bad-parameter', 'limit'],
    ['limit=-1', 'bad-parameter', 'limit'],
    ['limit=1001', 'bad-parameter', 'limit'],
    ['limit=1e9', 'bad-parameter', 'limit'],
    ['limit=1e2', 'bad-parameter', 'limit'],
    ['limit=abc', 'bad-parameter', 'limit'],
    ['limit=', 'bad-parameter', 'limit'],
    ['limit=1.5', 'bad-parameter', 'limit'],
    ['limit=0x10', 'bad-parameter', 'limit'],
    ['limit=1&limit=2', 'bad-parameter', 'limit'],
    ['%6cimit=1&limit=2', 'bad-parameter', 'limit'],
    ['nonsense=1', 'bad-parameter', 'nonsense'],
    ['__proto__=1', 'bad-parameter', '__proto__'],
    ['Limit=1', 'bad-parameter', 'Limit'],
    ['limit=%ff', 'bad-request', ''],
    [`after=${own}&before=${own}`, 'bad-parameter', 'before'],
    ['after=', 'bad-cursor', ''],
    ['after=abc', 'bad-cursor', ''],
    [`after=${own}%26x`, 'bad-cursor', ''],
    [`after=${own}%23`, 'bad-cursor', ''],
    [`after=${own}%0d%0a`, 'bad-cursor', ''],
    ['after=../../x', 'bad-cursor', ''],
    [`after=${'A'.repeat(5120)}`, 'bad-cursor', ''],
    [`before=${own}`, 'foreign-cursor', ''],
    [`after=${mintCursor('other', 'after', 'p2')}`, 'foreign-cursor', ''],
    ['createdAfter=2026-01-01', 'bad-parameter', 'createdAfter'],
    ['createdAfter=2026-01-01T00:00:00', 'bad-parameter', 'createdAfter'],
    ['createdAfter=2026-02-30T00:00:00Z', 'bad-parameter', 'createdAfter'],
    ['createdBefore=2026-13-45T00:00:00Z', 'bad-parameter', 'createdBefore'],
    ['createdBefore=1767225600', 'bad-parameter', 'createdBefore'],
    ['createdBefore=2026-01-01T00:00:00+01:00', 'bad-parameter', 'createdBefore'],
    [
      'createdAfter=2026-01-01T00:00:00Z&createdBefore=2026-01-01T00:00:00Z',
      'bad-parameter',
      'createdAfter',
    ],
  ])('%s is refused before anybody is asked', async (query, code, name) => {
    const gateway = fakeGateway()
    const response = await gateway.ask(`${usersPath}?${query}`)
    expect(response.status).toBe(400)
    const problem = await problemOf(response)
    expect(problem['type']).toBe(`/problems/${code}`)
    expect(problem['detail']).toContain(name)
    expect(gateway.calls.lists).toEqual([])
  })

  test('a cursor towards newer users is refused where there is no such page', async () => {
    const gateway = fakeGateway({ capabilities: { previousPage: false } })
    const response = await gateway.ask(`${usersPath}?before=${mintCursor('prod', 'before', 'p')}`)
    expect(await codeOf(response)).toBe('bad-cursor')
    expect(gateway.calls.lists).toEqual([])
  })

  test.each(['/api/environments', '/healthz', `${usersPath}/ada`])(
    '%s takes no parameters',
    async (path) => {
      const gateway = fakeGateway()
      expect(await codeOf(await gateway.ask(`${path}?x=1`))).toBe('bad-parameter')
      expect(gateway.calls.ids).toEqual([])
    },
  )

  test.each(['', '?id=', '?id=a&id=b', '?id=a&x=1', '?ID=a', '?id=%e0%a4'])(
    'a user asked for by %j is refused',
    async (query) => {
      const gateway = fakeGateway()
      const response = await gateway.ask(`/api/environments/prod/user${query}`)
      expect(response.status).toBe(400)
      expect(gateway.calls.ids).toEqual([])
    },
  )

  test('an id that is not UTF-8 is refused', async () => {
    const gateway = fakeGateway()
    for (const id of ['%e0%a4', '%', '%zz', 'a%']) {
      expect((await gateway.ask(`${usersPath}/${id}`)).status).toBe(400)
    }
    expect(gateway.calls.ids).toEqual([])
  })

  test('every other method is told which ones there are', async () => {
    const gateway = fakeGateway()
    const paths = [...routeTable.map((route) => route.replaceAll(/:\w+/gu, 'x')), '/', '/users']
    for (const path of paths) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const response = await gateway.ask(path, { method })
        expect(response.status, `${method} ${path}`).toBe(405)
        expect(response.headers.get('allow')).toBe('GET, HEAD')
        expect(response.headers.has('access-control-allow-origin')).toBe(false)
        await problemOf(response)
      }
    }
    expect([...gateway.calls.lists, ...gateway.calls.ids]).toEqual([])
  })

  test('a body larger than 64 KiB is refused, told or not', async () => {
    const { ask } = fakeGateway()
    const body = 'x'.repeat(65_537)
    const told = await ask('/api/environments', {
      method: 'POST',
      body,
      headers: { 'content-length': '65537' },
    })
    expect(await codeOf(told)).toBe('body-too-large')
    const untold = await ask('/api/environments', { method: 'POST', body })
    expect(await codeOf(untold)).toBe('body-too-large')
  })
})

const failures: readonly (readonly [PlatformErrorCode, number | null, number, string])[] = [
  ['platform-unreachable', null, 502, 'platform-unreachable'],
  ['platform-bad-response', null, 502, 'platform-bad-response'],
  ['platform-unauthorized', null, 502, 'platform-unauthorized'],
  ['platform-rejected', null, 502, 'platform-rejected'],
  ['platform-failed', null, 502, 'platform-failed'],
  ['cursor-loop', null, 502, 'cursor-loop'],
  ['bad-cursor', null, 400, 'bad-cursor'],
  ['platform-timeout', null, 504, 'platform-timeout'],
  ['platform-rate-limited', 1500, 429, 'platform-rate-limited'],
  ['platform-unreachable', 9001, 503, 'platform-paused'],
]

describe('a platform that fails', () => {
  test.each(failures)('with %s (wait %s ms) is a %s', async (code, wait, status, told) => {
    const secret = 'sk_CANARY_0123456789'
    const { ask, lines } = fakeGateway({
      list: async () => {
        throw new PlatformError(code, secret, {
          status: 418,
          platformCode: 'teapot',
          platformRequestId: 'req_1',
          retryAfterMs: wait,
        })
      },
    })
    const response = await ask(usersPath)
    expect(response.status).toBe(status)
    const problem = await problemOf(response.clone())
    expect(problem).toMatchObject({
      type: `/problems/${told}`,
      platform: { status: 418, code: 'teapot', requestId: 'req_1' },
    })
    expect(problem['detail']).toContain('PROD')
    const seconds = wait === null ? null : Math.ceil(wait / 1000)
    expect(response.headers.get('retry-after')).toBe(seconds === null ? null : String(seconds))
    expect(problem['retryAfter'] ?? null).toBe(seconds)
    expect((await response.text()) + JSON.stringify(lines)).not.toContain(secret)
  })

  test('by a bug is a 500 and one line without its words', async () => {
    const { ask, lines } = fakeGateway({
      get: async () => {
        throw new TypeError('sk_CANARY is not a function')
      },
    })
    const response = await ask('/api/environments/prod/user?id=ada')
    expect(response.status).toBe(500)
    expect(await codeOf(response)).toBe('internal')
    const failed = lines.filter((line) => line.event === 'failure')
    expect(failed).toHaveLength(1)
    expect(failed[0]).toMatchObject({ error: 'TypeError', requestId: 'request-1' })
    expect(JSON.stringify(lines)).not.toContain('CANARY')
  })
})

describe('what leaves the gateway', () => {
  const bulky = { small: 1, big: 'x'.repeat(1_000_000), ['__proto__']: 2, last: { a: [true] } }

  test('a list carries 4 KiB of attributes for each user, and says how many were left out (B03)', async () => {
    const attributes = Object.fromEntries([
      ...Object.entries(bulky),
      ...Array.from({ length: 10_000 }, (_, index) => [`key-${index}`, 'ü'.repeat(10)] as const),
    ])
    const { ask } = fakeGateway({ list: async () => pageOf([factsOf('ada', { attributes })]) })
    const { users } = await (await ask(usersPath)).json()
    const sent = users[0].attributes
    expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(4096)
    expect(Object.keys(sent)).toEqual(expect.arrayContaining(['small', '__proto__', 'last', '…']))
    expect(sent).not.toHaveProperty('big')
    expect(sent['…']).toBe(Object.keys(attributes).length - (Object.keys(sent).length - 1))
  })

  test('the detail carries them all', async () => {
    const { ask } = fakeGateway({
      get: async (id) => ({ user: factsOf(id, { attributes: bulky }), raw: bulky }),
    })
    const { user, raw } = await (await ask('/api/environments/prod/user?id=ada')).json()
    expect(user.attributes.big).toHaveLength(1_000_000)
    expect(Object.keys(user.attributes)).toContain('__proto__')
    expect(Object.keys(raw)).toEqual(Object.keys(user.attributes))
  })

  test('nesting 10,000 deep breaks nothing', async () => {
    const deep = JSON.parse(`${'['.repeat(10_000)}1${']'.repeat(10_000)}`)
    const user = factsOf('ada', { attributes: { deep } })
    const { ask } = fakeGateway({
      list: async () => pageOf([user]),
      get: async () => ({ user, raw: deep }),
    })
    expect((await ask(usersPath)).status).toBe(200)
    expect(await (await ask('/api/environments/prod/user?id=ada')).text()).toContain('nested deeper')
  })

  test('a log line names no path, id or parameter', async () => {
    const { ask, lines } = fakeGateway()
    await ask(`${usersPath}/ada%40orchard.test`)
    await ask('/api/environments/prod/user?id=ada%40orchard.test')
    await ask('/ada@orchard.test')
    expect(JSON.stringify(lines)).not.toContain('ada')
    expect(lines[0]).toEqual({
      level: 'info',
      event: 'request',
      requestId: 'request-1',
      method: 'GET',
      route: '/api/environments/:env/users/:id',
      status: 200,
      ms: expect.any(Number),
    })
  })

  test('long answers are compressed, and still the same', async () => {
    const many = Array.from({ length: 100 }, (_, index) => factsOf(`user-${index}`))
    const { ask } = fakeGateway({ list: async () => pageOf(many) }, { compress: true, assets })
    for (const [encoding, format] of [['gzip', 'gzip']] as const) {
      const response = await ask(usersPath, { headers: { 'accept-encoding': encoding } })
      expect(response.headers.get('content-encoding')).toBe(encoding)
      expect(response.headers.get('vary')).toBe('accept-encoding')
      expect(response.headers.get('content-type')).toContain('application/json')
      const plain = response.body?.pipeThrough(new DecompressionStream(format))
      expect((await new Response(plain).json()).users).toHaveLength(100)
    }
    const brotli = await ask(usersPath, { headers: { 'accept-encoding': 'gzip, deflate, br' } })
    expect(brotli.headers.get('content-encoding')).toBe('br')
    for (const refused of ['identity', 'br;q=0, gzip;q=0', '']) {
      const response = await ask(usersPath, { headers: { 'accept-encoding': refused } })
      expect(response.headers.has('content-encoding')).toBe(false)
    }
    const short = await ask('/api/environments', { headers: { 'accept-encoding': 'br' } })
    expect(short.headers.has('content-encoding')).toBe(false)
  })
})
