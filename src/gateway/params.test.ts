import { describe, expect, test } from 'vitest'

import { mintCursor } from './cursor.ts'
import { codeOf, fakeGateway, problemOf } from './fakes.ts'
import { routeTable } from './routes.ts'

const usersPath = '/api/environments/prod/users'

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
    ['seenAfter=2026-01-01', 'bad-parameter', 'seenAfter'],
    ['seenBefore=yesterday', 'bad-parameter', 'seenBefore'],
    [
      'seenAfter=2026-01-02T00:00:00Z&seenBefore=2026-01-01T00:00:00Z',
      'bad-parameter',
      'seenAfter',
    ],
    ['seenAfter=2026-01-01T00:00:00Z&seenAfter=2026-01-01T00:00:00Z', 'bad-parameter', 'seenAfter'],
    ['reach=', 'bad-parameter', 'reach'],
    ['reach=email', 'bad-parameter', 'reach'],
    ['reach=email:', 'bad-parameter', 'reach'],
    ['reach=email:blocked|', 'bad-parameter', 'reach'],
    ['reach=email:blocked|blocked', 'bad-parameter', 'reach'],
    ['reach=email:Blocked', 'bad-parameter', 'reach'],
    ['reach=email:dead', 'bad-parameter', 'reach'],
    ['reach=Email:blocked', 'bad-parameter', 'reach'],
    ['reach=fax:blocked', 'bad-parameter', 'reach'],
    ['reach=__proto__:blocked', 'bad-parameter', 'reach'],
    ['reach=email:blocked,email:at-risk', 'bad-parameter', 'reach'],
    ['reach=email:blocked,', 'bad-parameter', 'reach'],
    ['reach=email:blocked:at-risk', 'bad-parameter', 'reach'],
    ['reach=email:blocked;push:blocked', 'bad-parameter', 'reach'],
    ['email=', 'bad-parameter', 'email'],
    ['email=a%40b%00', 'bad-parameter', 'email'],
    ['email=a%40b%40c', 'bad-parameter', 'email'],
    [`email=${'a'.repeat(320)}%40b`, 'bad-parameter', 'email'],
    ['phone=12345', 'bad-parameter', 'phone'],
    ['phone=1234567x', 'bad-parameter', 'phone'],
    ['device=', 'bad-parameter', 'device'],
    ['device=ios|', 'bad-parameter', 'device'],
    ['device=ios|IOS', 'bad-parameter', 'device'],
    ['device=%20ios', 'bad-parameter', 'device'],
    ['device=i%00os', 'bad-parameter', 'device'],
    [`device=${'i'.repeat(41)}`, 'bad-parameter', 'device'],
    ['device=a|b|c|d|e|f|g|h|i|j|k', 'bad-parameter', 'device'],
    ['Reach=email:blocked', 'bad-parameter', 'Reach'],
    [`before=${mintCursor('prod', 'before', 'p2')}&device=ios`, 'bad-parameter', 'before'],
    [`before=${mintCursor('prod', 'before', 'p2')}&reach=email:absent`, 'bad-parameter', 'before'],
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

  test.each([
    ['reach=push:at-risk', { devices: 'detail' }, 'push'],
    ['reach=email:absent,webPush:absent', { devices: 'detail' }, 'webPush'],
    ['device=ios', { devices: 'detail' }, 'device'],
    ['reach=slack:unknown', { slack: false }, 'slack'],
    ['seenAfter=2026-01-01T00:00:00Z', { lastSeen: false }, 'seenAfter'],
    ['seenBefore=2026-01-01T00:00:00Z', { lastSeen: false }, 'seenBefore'],
  ] as const)('%s is refused where no list tells it', async (query, capabilities, name) => {
    const gateway = fakeGateway({ capabilities })
    const response = await gateway.ask(`${usersPath}?${query}`)
    expect(response.status).toBe(400)
    const problem = await problemOf(response)
    expect(problem['type']).toBe('/problems/unanswerable-filter')
    expect(problem['detail']).toContain(name)
    expect(gateway.calls.lists).toEqual([])
    expect((await fakeGateway().ask(`${usersPath}?${query}`)).status).toBe(200)
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
    const routes = Object.entries({ ...routeTable, '/': 'GET', '/users': 'GET' })
    for (const [route, method] of routes) {
      const path = route.replaceAll(/:\w+/gu, 'x')
      const allowed = method === 'GET' ? ['GET', 'HEAD'] : [method]
      const all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
      for (const other of all.filter((name) => !allowed.includes(name))) {
        const response = await gateway.ask(path, { method: other })
        expect([other, path, response.status]).toEqual([other, path, 405])
        expect(response.headers.get('allow')).toBe(allowed.join(', '))
        expect(response.headers.has('access-control-allow-origin')).toBe(false)
        if (other !== 'HEAD') await problemOf(response)
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
    const untold = await ask('/api/environments', {
      method: 'POST',
      body,
      headers: { 'transfer-encoding': 'chunked' },
    })
    expect(await codeOf(untold)).toBe('body-too-large')
  })
})
