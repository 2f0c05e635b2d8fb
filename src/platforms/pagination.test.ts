import { describe, expect, test } from 'vitest'
import type { UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { ListRequest } from '#src/platforms/platform.ts'
import { listRequest } from '#src/platforms/testing/deps.ts'
import { huge, json, type Sent } from '#src/platforms/testing/scripted-fetch.ts'
import { notificationApi, notiflows } from '#src/platforms/testing/vendors.ts'

// Where a list ends and how it goes on, for both platforms alike (checks F02, F07–F10, B03).

const cursorSent = ({ url }: Sent) =>
  url.searchParams.get('nextToken') ?? url.searchParams.get('after') ?? ''

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

  test('F02: a 429 at the third page of five has the others read once each', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const pages = ids.map((id, i) =>
      answer({ ids: [id], cursor: i === 4 ? null : `K${i}`, hasMore: i < 4 }),
    )
    const busy = json({}, { status: 429, headers: { 'retry-after': '1' } })
    const { platform, sent, clock } = create([...pages.slice(0, 2), busy, ...pages.slice(2)])
    const seen: string[] = []
    let from: ListRequest['from'] = null
    do {
      const outcome: PromiseSettledResult<UserPage<UserFacts>> = await clock.during(
        platform.listUsers(listRequest({ limit: 1, from })),
      )
      if (outcome.status === 'rejected') throw outcome.reason
      seen.push(...outcome.value.users.map(({ id }) => id))
      const position: string | null = outcome.value.page.after
      from = position === null ? null : { direction: 'after', position }
    } while (from !== null)
    expect(seen).toEqual(ids)
    // Five, and one more try of the third.
    expect(sent.map(cursorSent)).toEqual(['', 'K0', 'K1', 'K1', 'K2', 'K3'])
  })

  test('B03: a page too large to read is asked for again from the same cursor, at half its size down to one', async () => {
    const { platform, sent } = create([
      answer({ ids: ['first'], cursor: 'K0' }),
      huge,
      huge,
      answer({ ids: ['a'], cursor: 'K1' }),
    ])
    const first = await platform.listUsers(listRequest({ limit: 7 }))
    const position = first.page.after ?? ''
    const page = await platform.listUsers(
      listRequest({ limit: 7, from: { direction: 'after', position } }),
    )
    expect(page.users.map(({ id }) => id)).toEqual(['a'])
    expect(page.page.after).not.toBeNull()
    expect(sent.slice(1).map(({ url }) => url.searchParams.get('limit'))).toEqual(['7', '3', '1'])
    expect(sent.slice(1).map(cursorSent)).toEqual(['K0', 'K0', 'K0'])
  })

  test('B03: one user who is too large alone is a failure, and no end of asking', async () => {
    const { platform, sent } = create([huge])
    await expect(platform.listUsers(listRequest({ limit: 2 }))).rejects.toMatchObject({
      code: 'platform-bad-response',
    })
    expect(sent).toHaveLength(2)
  })
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
