import { describe, expect, test } from 'vitest'
import { untold } from '#src/domain/told.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { InstantRange } from '#src/domain/filters.ts'
import type { ListRequest } from '#src/platforms/platform.ts'
import { fingerprint, isoDate, listRequest } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

function setUp(...steps: readonly Step[]) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const platform = createNotiflows(
    {
      baseUrl: 'https://api.notiflows.com/admin',
      apiKey: 'pk_demo_orchard',
      secretKey: 'sk_demo_orchard',
    },
    { environment: 'flows', fetch, fingerprint, clock, random: () => 0 },
  )
  const list = (request: Partial<ListRequest> = {}) => platform.listUsers(listRequest(request))
  const get = (id: string) => platform.getUser(id, new AbortController().signal)
  return { list, get, sent }
}

// Contract Notiflows §10, as it stands there.
const after = 'eyJpZCI6IjAxOWNhZDk0LWRjMjAtNzFkMy04ZjIyLWFhMTBiYjIwY2MzMCJ9'
const before = 'eyJpZCI6IjAxOWJkMzhkLTFjMTgtN2MxMS1iM2E0LTBkMWUyZjNhNGI1YyJ9'
const rui = {
  id: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
  external_id: 'cust-0311',
  email: 'rui@orchard.test',
  first_name: 'Rui',
  last_name: null,
  phone: null,
  avatar: null,
  locale: 'pt-PT',
  timezone: 'Europe/Lisbon',
  custom_fields: { tier: 'gold' },
  created_at: '2026-03-09T16:20:11Z',
  updated_at: '2026-03-09T16:20:11Z',
}
const ines = {
  id: '019cad94-dc20-71d3-8f22-aa10bb20cc30',
  external_id: 'cust-0107',
  email: 'ines@orchard.test',
  first_name: 'Ines',
  last_name: 'Prado',
  phone: '+351210000042',
  avatar: null,
  locale: null,
  timezone: null,
  custom_fields: {},
  created_at: '2026-03-02T08:05:40Z',
  updated_at: '2026-03-10T11:00:00Z',
}
/** The place behind a page, as the adapter tells it. */
const place = (cursor: string) => JSON.stringify([cursor, 0, []])
const page = (items: readonly unknown[], more: object = {}) =>
  json({
    items,
    page: {
      limit: 2,
      after: null,
      before: null,
      has_more_after: false,
      has_more_before: false,
      ...more,
    },
  })

describe('the worked examples of the contract (§10)', () => {
  test('reads forward and back', async () => {
    const { list, sent } = setUp(
      page([rui, ines], { after, has_more_after: true }),
      page([{ external_id: 'cust-0042' }], { before, has_more_before: true }),
      page([rui, ines], { after, has_more_after: true }),
    )
    const first = await list({ limit: 2 })
    expect(first.users[0]).toEqual({
      environment: 'flows',
      id: 'cust-0311',
      platformId: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
      name: 'Rui',
      avatarUrl: null,
      email: 'rui@orchard.test',
      phone: null,
      locale: 'pt-PT',
      timezone: 'Europe/Lisbon',
      createdAt: '2026-03-09T16:20:11.000Z',
      updatedAt: '2026-03-09T16:20:11.000Z',
      lastSeenAt: null,
      attributes: { tier: 'gold' },
      malformed: [],
      facts: {
        suppression: undefined,
        devices: untold('platform'),
        subscriptions: untold('platform'),
        slack: untold('platform'),
      },
    })
    expect(first.users[1]?.name).toBe('Ines Prado')
    expect(first.page).toEqual({ after: place(after), before: null })
    expect(first.coverage).toEqual({ scanned: 2, matched: 2, complete: false })

    const second = await list({ limit: 2, from: { direction: 'after', position: place(after) } })
    expect(second.page).toEqual({ after: null, before })
    expect(second.coverage.complete).toBe(true)

    const back = await list({ limit: 2, from: { direction: 'before', position: before } })
    expect(back.users).toEqual(first.users)
    // The end it was heading for is the newer one.
    expect(back.coverage.complete).toBe(true)
    expect(back.page).toEqual({ after: place(after), before: null })

    expect(sent.map(({ target }) => target)).toEqual([
      '/admin/users?limit=2',
      `/admin/users?limit=2&after=${after}`,
      `/admin/users?limit=2&before=${before}`,
    ])
    expect(sent[0]?.headers.get('x-notiflows-api-key')).toBe('pk_demo_orchard')
    expect(sent[0]?.headers.get('x-notiflows-secret-key')).toBe('sk_demo_orchard')
  })

  test('tells apart a user who is not there and a request that failed', async () => {
    const error = { code: 'not_found', status: 404, request_id: 'req_7d1', details: {} }
    const missing = setUp(json({ error }, { status: 404 }))
    expect(await missing.get('cust-9999')).toBeNull()
    expect(missing.sent).toHaveLength(1)

    const noSecret = { code: 'unauthenticated', status: 401, request_id: 'req_7d3' }
    await expect(setUp(json({ error: noSecret }, { status: 401 })).get('a')).rejects.toMatchObject({
      code: 'platform-unauthorized',
      platformCode: 'unauthenticated',
      platformRequestId: 'req_7d3',
    })
  })

  test('gives one user by the external id, with the raw record', async () => {
    const { get, sent } = setUp(json(rui))
    const detail = await get('a/b c%')
    expect(sent[0]?.target).toBe('/admin/users/a%2Fb%20c%25')
    expect(detail?.user.id).toBe('cust-0311')
    expect(detail?.raw).toEqual(rui)
  })

  test.each([{}, { external_id: '' }, { external_id: null, id: 'x' }, { external_id: {} }])(
    'a user without an id (%j) is a bad response, because nobody knows whose it is',
    async (body) => {
      await expect(setUp(json(body)).get('a')).rejects.toMatchObject({
        code: 'platform-bad-response',
      })
    },
  )
})

describe('the created range: the first instant in, the last one out (§4)', () => {
  const created: InstantRange = {
    after: isoDate('2026-03-01T00:00:00.250Z'),
    before: isoDate('2026-04-01T00:00:00.000Z'),
  }
  test('is asked for a second wider and cut exactly', async () => {
    const times = [
      ['2026-04-01T00:00:00Z', false],
      ['2026-03-31T23:59:59.999Z', true],
      ['2026-03-01T00:00:00.250Z', true],
      ['2026-03-01T00:00:00.249Z', false],
      ['2026-03-01T00:00:00Z', false],
      ['someday', false],
    ] as const
    const items = times.map(([created_at], i) => ({ external_id: `u${i}`, created_at }))
    const { list, sent } = setUp(page(items, { after, has_more_after: true }))
    const result = await list({ created, from: { direction: 'after', position: place('K') } })
    const expected = times.flatMap(([, isIn], i) => (isIn ? [`u${i}`] : []))
    expect(result.users.map(({ id }) => id)).toEqual(expected)
    expect(result.coverage).toEqual({ scanned: 6, matched: 2, complete: false })
    // Filters go along with every cursor.
    const query = sent[0]?.url.searchParams
    expect(query?.get('after')).toBe('K')
    expect(query?.get('created_after')).toBe('2026-02-28T23:59:59Z')
    expect(query?.get('created_before')).toBe('2026-04-01T00:00:01Z')
  })

  test('finds the same users whether the platform includes its ends or not', async () => {
    const all = Array.from({ length: 40 }, (_, i) => isoDate('2026-03-01T00:00:00Z') + i * 100)
    for (const strict of [true, false]) {
      const server: Step = (sent) => {
        const from = isoDate(sent.url.searchParams.get('created_after') ?? '')
        const to = isoDate(sent.url.searchParams.get('created_before') ?? '')
        const items = all
          .filter((at) => (strict ? at > from && at < to : at >= from && at <= to))
          .map((at) => ({ external_id: String(at), created_at: new Date(at).toISOString() }))
        return page(items)(sent)
      }
      for (const [first, last] of [
        [0, 40],
        [5, 6],
        [10, 30],
        [13, 17],
      ] as const) {
        const range = { after: all[first] ?? null, before: (all[0] ?? 0) + last * 100 }
        const { users } = await setUp(server).list({ created: range })
        expect(users.map(({ id }) => Number(id))).toEqual(all.slice(first, last))
      }
    }
  })

  test('narrows what is read through when something is asked of each user', async () => {
    const items = ['2026-03-01T00:00:00Z', '2026-03-05T00:00:00Z', '2026-03-09T00:00:00Z'].map(
      (created_at, i) => ({ external_id: `u${i}`, created_at }),
    )
    const { list, sent } = setUp(
      page(items, { after, has_more_after: true, before, has_more_before: true }),
      page([{ external_id: 'u3', created_at: '2026-03-07T00:00:00Z' }]),
    )
    const found = await list({ created, match: ({ id }) => id !== 'u1' })
    // u0 came a quarter of a second too early.
    expect(found.users.map(({ id }) => id)).toEqual(['u2', 'u3'])
    // It goes forward only.
    expect(found.page).toEqual({ after: null, before: null })
    expect(found.coverage).toEqual({ scanned: 4, matched: 2, complete: true })
    expect(sent.map(({ url }) => url.searchParams.get('created_after'))).toEqual([
      '2026-02-28T23:59:59Z',
      '2026-02-28T23:59:59Z',
    ])
    expect(sent.map(({ url }) => url.searchParams.get('limit'))).toEqual(['1000', '1000'])
    const from = { direction: 'before', position: before } as const
    await expect(list({ from, match: () => true })).rejects.toMatchObject({ code: 'bad-cursor' })
  })

  test('one end only, ends beyond the calendar, and a range with nothing in it', async () => {
    const { list, sent } = setUp(page([]))
    await list({ created: { after: created.after, before: null } })
    await list({ created: { after: -8.64e15, before: 8.64e15 } })
    expect(sent.map(({ target }) => target)).toEqual([
      '/admin/users?limit=100&created_after=2026-02-28T23%3A59%3A59Z',
      '/admin/users?limit=100',
    ])
    expect(await list({ created: { after: 5, before: 5 } })).toMatchObject({
      users: [],
      coverage: { scanned: 0, matched: 0, complete: true },
    })
    expect(sent).toHaveLength(2)
  })
})

test('B02: records of every kind that is none are counted, and cost no one else', async () => {
  const { list } = setUp(
    page([null, 5, 'x', [], {}, { external_id: '' }, { external_id: true }, rui]),
  )
  const result = await list()
  expect(result.users.map(({ id }) => id)).toEqual(['cust-0311'])
  expect(result.warnings).toEqual([{ code: 'records-without-id', count: 7 }])
  expect(result.coverage).toEqual({ scanned: 8, matched: 1, complete: true })
})

test('B04: an id that is a number is usable, and marked where JSON has rounded it', async () => {
  const { list } = setUp(page([{ external_id: 42 }, { external_id: 2 ** 53 }]))
  const { users } = await list()
  expect(users.map(({ id, malformed }) => [id, malformed])).toEqual([
    ['42', []],
    ['9007199254740992', ['external_id']],
  ])
})
