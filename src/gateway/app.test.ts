import { describe, expect, test } from 'vitest'

import { told as known } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { PlatformError, type PlatformErrorCode } from '#src/platforms/platform.ts'

import { codeOf, factsOf, fakeGateway, pageOf, problemOf } from './fakes.ts'
import { mintCursor } from './cursor.ts'

const usersPath = '/api/environments/prod/users'

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

  test('asks a platform nothing of users where no filter does, and hands a question on where one does', async () => {
    const gateway = fakeGateway({ switchedOff: known(['sms']) })
    await gateway.ask(`${usersPath}?createdAfter=2026-01-01T00:00:00Z`)
    expect(gateway.calls.lists[0]?.match).toBeUndefined()
    const matches = async (query: string, ...users: readonly UserFacts[]) => {
      await gateway.ask(`${usersPath}?${query}`)
      const { match } = gateway.calls.lists.at(-1) ?? {}
      return users.map((user) => match?.(user))
    }
    const addressed = factsOf('ada', { email: 'a@orchard.test', phone: '+351912345678' })
    const seen = factsOf('bo', { lastSeenAt: '2026-03-01T00:00:00.000Z' })
    expect(await matches('reach=email:reachable', addressed, seen)).toEqual([true, false])
    expect(await matches('reach=email:absent|reachable', addressed, seen)).toEqual([true, true])
    // The same switch that stands over the row.
    expect(await matches('reach=sms:blocked', addressed, seen)).toEqual([true, false])
    expect(await matches('reach=sms:blocked,email:absent', addressed, seen)).toEqual([false, false])
    expect(await matches('seenAfter=2026-03-01T00:00:00Z', addressed, seen)).toEqual([false, true])
    expect(await matches('seenBefore=2026-03-01T00:00:00Z', addressed, seen)).toEqual([
      false,
      false,
    ])
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

  test.each(['.', '..'])('says of %j that no platform can be asked for it', async (id) => {
    const gateway = fakeGateway()
    const response = await gateway.ask(`/api/environments/prod/user?id=${id}`)
    expect(await codeOf(response)).toBe('bad-request')
    expect(gateway.calls.ids).toEqual([])
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

  test('at going on from a cursor says that the cursor is to blame (F09)', async () => {
    const { ask } = fakeGateway({
      list: async () => {
        throw new PlatformError('platform-rejected', 'no', { status: 400 })
      },
    })
    const response = await ask(`${usersPath}?after=${mintCursor('prod', 'after', 'p2')}`)
    expect(response.status).toBe(400)
    expect((await problemOf(response))['type']).toBe('/problems/bad-cursor')
    expect((await ask(usersPath)).status).toBe(502)
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
