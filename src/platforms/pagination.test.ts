import { describe, expect, test } from 'vitest'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { Platform } from '#src/platforms/platform.ts'
import { fingerprint, listRequest } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

// Where a list ends, for both platforms alike (checks F07, F08, F10).

type Answer = { ids: readonly string[]; cursor?: unknown; hasMore?: unknown }
type Vendor = { name: string; create: (steps: readonly Step[]) => Set; answer: (a: Answer) => Step }
type Set = { platform: Platform; sent: readonly { target: string }[] }

const notificationApi: Vendor = {
  name: 'NotificationAPI',
  create: (steps) => {
    const clock = createFakeClock()
    const { fetch, sent } = scriptedFetch(clock, ...steps)
    const platform = createNotificationApi(
      { baseUrl: 'https://a.test', credential: { kind: 'apiKey', apiKey: 'pingram_sk_x' } },
      { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
    )
    return { platform, sent }
  },
  answer: ({ ids, cursor, hasMore }) =>
    json({ users: ids.map((id) => ({ id })), lastEvaluatedKey: cursor, hasMore }),
}

const notiflows: Vendor = {
  name: 'Notiflows',
  create: (steps) => {
    const clock = createFakeClock()
    const { fetch, sent } = scriptedFetch(clock, ...steps)
    const platform = createNotiflows(
      { baseUrl: 'https://a.test/admin', apiKey: 'pk_orchard', secretKey: 'sk_orchard' },
      { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
    )
    return { platform, sent }
  },
  answer: ({ ids, cursor, hasMore }) =>
    json({
      items: ids.map((id) => ({ external_id: id })),
      page: { limit: 2, after: cursor, before: null, has_more_after: hasMore },
    }),
}

const huge: Step = () =>
  new Response(' '.repeat(33 * 1024 * 1024), { headers: { 'content-type': 'application/json' } })

const kinds: [name: string, cursor: unknown][] = [
  ['a key', 'K1'],
  ['null', null],
  ['an empty text', ''],
  ['{}', {}],
  ['an object', { id: { S: 'u' } }],
  ['a number', 7],
  ['true', true],
  ['no key', undefined],
]

describe.each([notificationApi, notiflows])('$name', ({ create, answer }) => {
  const rows = [true, false, null, 'yes', undefined].flatMap((hasMore) =>
    kinds.flatMap(([kind, cursor]) =>
      [[], ['a', 'b']].map((ids) => ({ hasMore, kind, cursor, ids })),
    ),
  )
  test.each(rows)(
    'F08: hasMore $hasMore with $kind and users $ids: the key alone decides',
    async ({ hasMore, cursor, ids }) => {
      const { platform } = create([answer({ ids, cursor, hasMore })])
      // A page without any sign of being one is another matter, see below.
      const page = await platform.listUsers(listRequest({ limit: 2 }))
      const isMore = cursor === 'K1'
      expect(page.users.map(({ id }) => id)).toEqual(ids)
      expect(page.page.after !== null).toBe(isMore)
      expect(page.coverage.complete).toBe(!isMore)
      expect(page.warnings).toEqual(
        hasMore === true && !isMore ? [{ code: 'more-without-cursor', count: 1 }] : [],
      )
    },
  )

  test('F08: fifty empty pages with a key are fifty calls, and the user behind them is found', async () => {
    const empties = Array.from({ length: 50 }, (_, i) =>
      answer({ ids: [], cursor: `K${i}`, hasMore: true }),
    )
    const { platform, sent } = create([...empties, answer({ ids: ['found'], hasMore: false })])
    const ids: string[] = []
    let after: string | null = null
    do {
      const page = await platform.listUsers(
        listRequest({ from: after === null ? null : { direction: 'after', position: after } }),
      )
      ids.push(...page.users.map(({ id }) => id))
      after = page.page.after
    } while (after !== null)
    expect(ids).toEqual(['found'])
    expect(sent).toHaveLength(51)
  })

  test('F08: a page longer than asked for keeps every row', async () => {
    const { platform } = create([answer({ ids: ['a', 'b', 'c', 'd', 'e'], hasMore: false })])
    const page = await platform.listUsers(listRequest({ limit: 2 }))
    expect(page.users).toHaveLength(5)
    expect(page.warnings).toEqual([{ code: 'longer-than-limit', count: 3 }])
  })

  test('F08: a page that exactly fills, and the empty one behind it', async () => {
    const { platform } = create([
      answer({ ids: ['a', 'b'], cursor: 'K1', hasMore: true }),
      answer({ ids: [], cursor: null, hasMore: false }),
    ])
    const first = await platform.listUsers(listRequest({ limit: 2 }))
    const position = first.page.after ?? ''
    const last = await platform.listUsers(listRequest({ from: { direction: 'after', position } }))
    expect(last).toMatchObject({
      users: [],
      page: { after: null },
      coverage: { scanned: 0, matched: 0, complete: true },
    })
  })

  test('F07: a key that comes back at once is a loop, and no page is given twice', async () => {
    const { platform, sent } = create([answer({ ids: ['a'], cursor: 'K1', hasMore: true })])
    const first = await platform.listUsers(listRequest())
    const position = first.page.after ?? ''
    await expect(
      platform.listUsers(listRequest({ from: { direction: 'after', position } })),
    ).rejects.toMatchObject({ name: 'PlatformError', code: 'cursor-loop' })
    expect(sent).toHaveLength(2)
  })

  test('F07: a platform that merely repeats its key on the empty last page has ended', async () => {
    const { platform } = create([
      answer({ ids: ['a'], cursor: 'K1', hasMore: true }),
      answer({ ids: [], cursor: 'K1', hasMore: false }),
    ])
    const first = await platform.listUsers(listRequest())
    const position = first.page.after ?? ''
    const last = await platform.listUsers(listRequest({ from: { direction: 'after', position } }))
    expect(last.coverage.complete).toBe(true)
  })

  test('F10: the same user twice in a page is given once, the first time', async () => {
    const { platform } = create([answer({ ids: ['a', 'b', 'a', 'A', 'a'], hasMore: false })])
    const page = await platform.listUsers(listRequest())
    // Ids that differ in case are different users (B04).
    expect(page.users.map(({ id }) => id)).toEqual(['a', 'b', 'A'])
    expect(page.warnings).toEqual([{ code: 'duplicates-dropped', count: 2 }])
    expect(page.coverage).toEqual({ scanned: 5, matched: 3, complete: true })
  })

  test('a cursor with every character there is goes back byte for byte', async () => {
    const cursor = 'a b+c/d=%2F&x=1#é☃"\\'
    const { platform, sent } = create([
      answer({ ids: ['a'], cursor, hasMore: true }),
      answer({ ids: [], hasMore: false }),
    ])
    const first = await platform.listUsers(listRequest())
    const position = first.page.after ?? ''
    await platform.listUsers(listRequest({ from: { direction: 'after', position } }))
    expect(sent[1]?.target).toContain(`=${encodeURIComponent(cursor)}`)
  })

  test('F09: a cursor that the platform refuses is told as refused, after one call', async () => {
    const { platform, sent } = create([
      answer({ ids: ['a'], cursor: 'K1', hasMore: true }),
      json({ error: { code: 'bad_request' } }, { status: 400 }),
    ])
    const first = await platform.listUsers(listRequest())
    const position = first.page.after ?? ''
    await expect(
      platform.listUsers(listRequest({ from: { direction: 'after', position } })),
    ).rejects.toMatchObject({ code: 'platform-rejected', status: 400, platformCode: 'bad_request' })
    expect(sent).toHaveLength(2)
  })

  test.each([{}, { message: 'Internal' }, { users: 5, items: 5 }, { users: {}, items: {} }])(
    'F06: %j is no page, and never "no users"',
    async (body) => {
      const { platform } = create([json(body)])
      await expect(platform.listUsers(listRequest())).rejects.toMatchObject({
        code: 'platform-bad-response',
      })
    },
  )

  test('B03: a page too large to read is asked for again at half its size', async () => {
    const { platform, sent } = create([huge, huge, answer({ ids: ['a'], cursor: 'K1' })])
    const page = await platform.listUsers(listRequest({ limit: 7 }))
    expect(page.users).toHaveLength(1)
    expect(page.page.after).not.toBeNull()
    const limits = sent.map(({ target }) => new URLSearchParams(target.split('?')[1]).get('limit'))
    expect(limits).toEqual(['7', '3', '1'])
  })
})

test('B02: a list left out, or null, is empty where the answer is a page otherwise', async () => {
  for (const users of [null, undefined]) {
    const napi = notificationApi.create([json({ users, hasMore: false })])
    expect((await napi.platform.listUsers(listRequest())).coverage.complete).toBe(true)
    const flows = notiflows.create([json({ items: users, page: { after: null } })])
    expect((await flows.platform.listUsers(listRequest())).coverage.complete).toBe(true)
  }
})

test.each([
  { ...notificationApi, back: { direction: 'before', position: '["K",0,[]]' } as const },
  { ...notiflows, back: { direction: 'before', position: '' } as const },
])('$name refuses positions of others', async ({ create, answer, back }) => {
  const { platform, sent } = create([answer({ ids: [], hasMore: false })])
  for (const from of [
    back,
    { direction: 'after', position: 'K' },
    { direction: 'after', position: '' },
    { direction: 'after', position: '["K",-1,[]]' },
    { direction: 'after', position: '["K",1.5,[]]' },
    { direction: 'after', position: '[1,2,3]' },
    // Valid JSON of a text that no URL can carry.
    { direction: 'after', position: String.raw`["\ud800",0,[]]` },
    { direction: 'after', position: '["K",4,null]' },
  ] as const) {
    await expect(platform.listUsers(listRequest({ from }))).rejects.toMatchObject({
      code: 'bad-cursor',
    })
  }
  expect(sent).toHaveLength(0)
})

test.each(['', '\ud800'])(
  'Notiflows never gave the position %j, and is not asked',
  async (position) => {
    const { platform, sent } = notiflows.create([notiflows.answer({ ids: [], hasMore: false })])
    for (const direction of ['after', 'before'] as const) {
      const asked = platform.listUsers(listRequest({ from: { direction, position } }))
      await expect(asked).rejects.toMatchObject({ code: 'bad-cursor' })
    }
    expect(sent).toHaveLength(0)
  },
)
