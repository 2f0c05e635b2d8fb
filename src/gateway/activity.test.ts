import { describe, expect, test } from 'vitest'

import type { Activity } from '#src/domain/activity.ts'
import { noGaps, told, toldList, untold, type Untold } from '#src/domain/told.ts'
import { PlatformError } from '#src/platforms/platform.ts'

import { activityOf, mintCursor } from './cursor.ts'
import { codeOf, detailOf, factsOf, fakeGateway, problemOf } from './fakes.ts'

const extra = { secret: 'CANARY' }
const sent: Activity & typeof extra = {
  id: 't1:email',
  at: '2026-11-20T10:00:00.000Z',
  channel: 'email',
  status: 'failed',
  statusRaw: 'SEND',
  notification: 'order',
  topic: null,
  sentAt: null,
  deliveredAt: null,
  seenAt: null,
  failedAt: '2026-11-20T10:00:01.000Z',
  failure: {
    code: 'NO_ADDRESS',
    recipient: null,
    diagnostic: null,
    device: { last4: '', hash: 'h', ...extra },
    ...extra,
  },
  malformed: ['email_opened_at'],
  ...extra,
}
const forms = [
  (id: string, query = '') =>
    `/api/environments/prod/users/${encodeURIComponent(id)}/activity?${query}`,
  (id: string, query = '') =>
    `/api/environments/prod/user/activity?id=${encodeURIComponent(id)}&${query}`,
] as const

describe.each(forms)('the activity of one user', (path) => {
  test('is told field by field, with a cursor that goes on', async () => {
    const gateway = fakeGateway({
      activity: async ({ after }) =>
        told({
          activity: [sent],
          page: { after: after === null ? 'p1' : null },
          gaps: { unreadable: 2, firstOnly: 5000, ...extra },
          ...extra,
        }),
    })
    const first = await (await gateway.ask(path('a/b%'))).json()
    expect(first).toMatchObject({
      told: true,
      activity: [
        { id: 't1:email', failure: { code: 'NO_ADDRESS' }, malformed: ['email_opened_at'] },
      ],
      gaps: { unreadable: 2, firstOnly: 5000 },
    })
    expect(JSON.stringify(first)).not.toContain('CANARY')
    const cursor = encodeURIComponent(first.page.after)
    const second = await (await gateway.ask(path('a/b%', `limit=100&after=${cursor}`))).json()
    expect(second.page).toEqual({ after: null })
    expect(gateway.calls.activities.map(({ id, limit, after }) => [id, limit, after])).toEqual([
      ['a/b%', 25, null],
      ['a/b%', 100, 'p1'],
    ])
  })

  test.each<Untold>(['platform', 'credential', 'not-configured', 'failed'])(
    'that is not told says why: %s',
    async (why) => {
      const { ask } = fakeGateway({ activity: async () => untold(why) })
      const response = await ask(path('ada'))
      expect([response.status, await response.json()]).toEqual([200, { told: false, why }])
    },
  )

  test.each([
    ['limit=0', 'bad-parameter'],
    ['limit=101', 'bad-parameter'],
    ['limit=1e1', 'bad-parameter'],
    ['limit=1&limit=2', 'bad-parameter'],
    ['before=x', 'bad-parameter'],
    ['after=', 'bad-cursor'],
    ['after=abc', 'bad-cursor'],
    [`after=${mintCursor('prod', 'after', 'p')}`, 'foreign-cursor'],
    [`after=${mintCursor('prod', activityOf('Ada'), 'p')}`, 'foreign-cursor'],
    [`after=${mintCursor('other', activityOf('ada'), 'p')}`, 'foreign-cursor'],
  ])('A09: %s is refused before anybody is asked', async (query, code) => {
    const gateway = fakeGateway()
    expect(await codeOf(await gateway.ask(path('ada', query)))).toBe(code)
    expect(gateway.calls.activities).toEqual([])
  })

  test('of nobody is a problem, and so is a platform that fails', async () => {
    const nobody = fakeGateway({ activity: async () => null })
    expect(await codeOf(await nobody.ask(path('ada')))).toBe('unknown-user')
    const failing = fakeGateway({
      activity: () =>
        Promise.reject(new PlatformError('platform-rate-limited', 'x', { retryAfterMs: 1500 })),
    })
    const response = await failing.ask(path('ada'))
    expect(response.status).toBe(429)
    expect(await problemOf(response)).toMatchObject({ retryAfter: 2 })
  })

  test('is asked for until the caller goes away', async () => {
    const caller = new AbortController()
    const gateway = fakeGateway({
      activity: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason))
          caller.abort()
        }),
    })
    expect((await gateway.ask(path('ada'), { signal: caller.signal })).status).toBe(499)
  })
})

test('a cursor of users is none of activity, nor the other way round', async () => {
  const gateway = fakeGateway({
    activity: async () => told({ activity: [], page: { after: 'p' }, gaps: noGaps }),
  })
  const { page } = await (await gateway.ask(forms[0]('ada'))).json()
  const users = await gateway.ask(`/api/environments/prod/users?after=${page.after}`)
  expect(await codeOf(users)).toBe('foreign-cursor')
})

test('an id of eight thousand bytes still has a cursor', () => {
  expect(mintCursor('prod', activityOf('x'.repeat(8000)), 'p').length).toBeLessThan(100)
})

test('the log names the route and not the user', async () => {
  const { ask, lines } = fakeGateway()
  await ask(forms[0]('ada'))
  await ask(forms[1]('ada'))
  expect(lines.map(({ route }) => route)).toEqual([
    '/api/environments/:env/users/:id/activity',
    '/api/environments/:env/user/activity',
  ])
})

test('the detail carries preferences and topics, or why they are not told', async () => {
  const preference = {
    notification: 'order',
    name: 'Order',
    channel: 'email',
    enabled: false,
    delivery: null,
    ...extra,
  } as const
  const topic = { topic: 'news', since: null, malformed: ['created_at'], ...extra }
  const { ask } = fakeGateway({
    get: async (id) =>
      detailOf(factsOf(id), {
        preferences: toldList([preference], { unreadable: 1, firstOnly: null, ...extra }),
        subscriptions: toldList([topic], { unreadable: 0, firstOnly: 100, ...extra }),
      }),
  })
  const text = await (await ask('/api/environments/prod/user?id=ada')).text()
  expect(text).not.toContain('CANARY')
  expect(JSON.parse(text)).toMatchObject({
    preferences: {
      told: true,
      value: [{ notification: 'order', enabled: false }],
      gaps: { unreadable: 1, firstOnly: null },
    },
    subscriptions: {
      told: true,
      value: [{ topic: 'news', since: null, malformed: ['created_at'] }],
      gaps: { unreadable: 0, firstOnly: 100 },
    },
  })
  const silent = await (await fakeGateway().ask('/api/environments/prod/user?id=ada')).json()
  expect(silent.preferences).toEqual({ told: false, why: 'platform' })
})
