import { describe, expect, test } from 'vitest'

import { PlatformError } from '#src/platforms/platform.ts'

import { builtPage, fakeGateway, host } from './fakes.ts'
import { routeTable } from './routes.ts'

const pathOf = (route: string): string => {
  const path = route.replace(':env', 'prod').replace(':id', 'ada')
  return /\/user(?:\/activity)?$/u.test(path) ? `${path}?id=ada` : path
}
const files = ['/', '/assets/index-4f2a.js', '/nothing-here.css', '/api/nothing-here']
const paths = [...Object.keys(routeTable).map(pathOf), ...files]
/** Those that answer GET. */
const readable = [
  ...Object.entries(routeTable).flatMap(([route, method]) =>
    method === 'GET' ? [pathOf(route)] : [],
  ),
  ...files,
]
const apiPaths = paths.filter((path) => path.startsWith('/api'))

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

const banned = ['server', 'x-powered-by', 'set-cookie', 'access-control-allow-origin']

/** What is wrong with an answer's headers, with the place; empty when nothing is. */
const headerFaults = ({ headers, status, ok }: Response, path: string): readonly string[] => {
  const refused = !ok && status !== 304
  const wanted: readonly (readonly [string, RegExp | string])[] = [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', /\bcamera=\(\)/u],
    ['x-request-id', /^request-\d+$/u],
    ['cache-control', path.startsWith('/api') ? 'no-store' : /^no-|^public, max-age=/u],
    ['content-type', refused ? 'application/problem+json' : /./u],
  ]
  const wrong = wanted.filter(([name, value]) => {
    const found = headers.get(name) ?? ''
    return typeof value === 'string' ? found !== value : !value.test(found)
  })
  const names = [...wrong.map(([name]) => name), ...banned.filter((name) => headers.has(name))]
  return names.map((name) => `${name} of ${status} ${path}`)
}

describe('headers (A05)', () => {
  test('every answer has them: found, missing, refused, wrong, unchanged', async () => {
    const { ask } = fakeGateway({}, { token: 'the-token' })
    const seen = new Set<number>()
    const authorized = { authorization: 'Bearer the-token' }
    for (const path of paths) {
      const separator = path.includes('?') ? '&' : '?'
      const asked: readonly (readonly [string, RequestInit])[] = [
        [path, {}],
        [path, { headers: authorized }],
        [path, { method: 'DELETE', headers: authorized }],
        [path, { method: 'OPTIONS', headers: authorized }],
        [path, { headers: { ...authorized, host: 'evil.example' } }],
        [path, { headers: { ...authorized, host: 'evil example' } }],
        [path, { headers: { ...authorized, origin: 'https://evil.example' } }],
        [path, { headers: { ...authorized, 'if-none-match': 'W/"tag-of-2600"' } }],
        [`${path}${separator}x=1`, { headers: authorized }],
        [`${path}${separator}x=${'x'.repeat(9000)}`, { headers: authorized }],
        [path, { method: 'POST', headers: { ...authorized, 'content-length': '99999' } }],
      ]
      for (const [target, init] of asked) {
        const response = await ask(target, init)
        seen.add(response.status)
        expect(headerFaults(response, target)).toEqual([])
      }
    }
    expect(seen).toEqual(new Set([200, 304, 400, 401, 403, 404, 405, 413, 414, 421]))
  })

  test('answers about failures have them too', async () => {
    const failing = [new PlatformError('platform-timeout', 'x'), new Error('a bug')]
    for (const failure of failing) {
      const { ask } = fakeGateway({ list: () => Promise.reject(failure) })
      const response = await ask('/api/environments/prod/users')
      expect(response.status).toBeGreaterThanOrEqual(500)
      expect(headerFaults(response, '/api/environments/prod/users')).toEqual([])
    }
  })
})

describe('the Host of a request (A01)', () => {
  test.each([
    ['evil.example', 421],
    ['evil.example:4310', 421],
    ['127.0.0.1.nip.io', 421],
    ['127.0.0.1.nip.io:4310', 421],
    ['localhost.evil.example:4310', 421],
    ['0.0.0.0:4310', 421],
    ['127.0.0.1', 421],
    ['127.0.0.1:4311', 421],
    ['localhost.:4310', 400],
    ['[::]:4310', 421],
    ['', 400],
    [' ', 400],
    ['127.0.0.1:1@evil.example', 400],
    ['127.0.0.1:4310/', 400],
    ['127.0.0.1:4310, evil.example', 400],
    ['127.0.0.1:', 400],
    ['127.0.0.1:4310 evil', 400],
  ])('%j is not ours on any path', async (name, status) => {
    const gateway = fakeGateway()
    for (const path of paths) {
      const response = await gateway.ask(path, { headers: { host: name } })
      expect([path, response.status]).toEqual([path, status])
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(await response.text()).not.toContain('<')
    }
    expect([...gateway.calls.lists, ...gateway.calls.ids]).toEqual([])
  })

  test('our own names are, in any case of letters', async () => {
    const { ask } = fakeGateway()
    for (const name of [host, 'localhost:4310', 'LocalHost:4310']) {
      expect((await ask('/healthz', { headers: { host: name } })).status).toBe(200)
    }
  })
})

describe('the site that a request comes from (A03)', () => {
  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'nonsense' }],
    [{ 'sec-fetch-site': '' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://127.0.0.1:4311' }],
    [{ origin: 'http://localhost:4310' }],
    [{ origin: 'null' }],
    [{ origin: '' }],
    [{ origin: `http://${host}.evil.example` }],
  ])('%j is refused on every path', async (headers) => {
    const gateway = fakeGateway()
    for (const path of paths) {
      expect([path, (await gateway.ask(path, { headers })).status]).toEqual([path, 403])
    }
    expect([...gateway.calls.lists, ...gateway.calls.ids]).toEqual([])
  })

  test.each([
    [{ 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate' }],
    [{ 'sec-fetch-mode': 'navigate' }],
  ])('the API is no page to go to: %j', async (headers) => {
    const gateway = fakeGateway()
    for (const path of apiPaths) {
      expect([path, (await gateway.ask(path, { headers })).status]).toEqual([path, 403])
    }
    expect([...gateway.calls.lists, ...gateway.calls.ids]).toEqual([])
    expect((await gateway.ask('/', { headers })).status).toBe(200)
  })

  test('the app itself may ask', async () => {
    const { ask } = fakeGateway()
    const headers = { 'sec-fetch-site': 'same-origin', origin: `http://${host}` }
    for (const path of readable) {
      expect([200, 400, 404]).toContain((await ask(path, { headers })).status)
    }
  })

  test('a write that is not JSON is refused where writes could be', async () => {
    const { ask } = fakeGateway()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const response = await ask('/api/some-write', {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      })
      expect(response.status).toBe(415)
    }
  })
})

describe('the token (A04)', () => {
  const token = 'correct-horse-battery-staple-0123'

  test.each([
    [''],
    ['Bearer'],
    ['Bearer '],
    ['Bearer wrong'],
    [`Bearer ${token}x`],
    [`Bearer ${token.slice(1)}`],
    [`Bearer ${token.toUpperCase()}`],
    [`Basic ${token}`],
    [token],
    [`Bearer ${token}, Bearer ${token}`],
  ])('%j opens no route of the API', async (authorization) => {
    const gateway = fakeGateway({}, { token })
    for (const path of apiPaths) {
      const headers: Record<string, string> = authorization === '' ? {} : { authorization }
      const response = await gateway.ask(path, { headers })
      expect([path, response.status]).toEqual([path, 401])
      expect(response.headers.get('www-authenticate')).toContain('Bearer')
      expect(await response.text()).not.toContain(token)
    }
    expect([...gateway.calls.lists, ...gateway.calls.ids]).toEqual([])
  })

  test('it does not count in the query', async () => {
    const { ask, lines } = fakeGateway({}, { token })
    expect((await ask(`/api/environments?token=${token}`)).status).toBe(401)
    expect(JSON.stringify(lines)).not.toContain(token)
  })

  test('an encoded path does not get around it', async () => {
    const { ask } = fakeGateway({}, { token })
    for (const path of ['/%61pi/environments', '/api%2fenvironments', '//api/environments']) {
      expect([400, 404]).toContain((await ask(path)).status)
    }
  })

  test('it opens the API, and the page needs none', async () => {
    const { ask } = fakeGateway({}, { token })
    const headers = { authorization: `Bearer ${token}` }
    expect((await ask('/api/environments', { headers })).status).toBe(200)
    const page = await ask('/')
    expect(page.status).toBe(200)
    expect(await page.text()).toBe(builtPage)
    expect((await ask('/healthz')).status).toBe(200)
  })
})
