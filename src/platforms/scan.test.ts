import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { UserFacts } from '#src/domain/user.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import type { InstantRange } from '#src/domain/filters.ts'
import type { ListRequest } from '#src/platforms/platform.ts'
import { fingerprint, isoDate, listRequest } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import {
  huge,
  json,
  scriptedFetch,
  type Sent,
  type Step,
} from '#src/platforms/testing/scripted-fetch.ts'

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000 })

type Person = { id: string; createdAt?: unknown }
type Behaviour = {
  /** How many records each page really has, in turn, whatever was asked for. */
  sizes?: readonly number[]
  msPerPage?: number
  failAt?: { call: number; step: Step }
}

/** A platform over `people`, whose tokens name the first record of the next page. Sizes vary by call. */
function platformOf(people: readonly Person[], behaviour: Behaviour = {}) {
  const clock = createFakeClock()
  let calls = 0
  const answer = (sent: Sent): Response | Promise<Response> => {
    calls += 1
    const { sizes = [], msPerPage = 0, failAt } = behaviour
    if (failAt?.call === calls) return failAt.step(sent)
    // The second part moves on with an empty page, as the keys of DynamoDB do.
    const [from = '', depth = ''] = (sent.url.searchParams.get('nextToken') ?? '').split('.')
    const start = Number(from)
    const size = sizes[calls % sizes.length] ?? Number(sent.url.searchParams.get('limit'))
    const users = people.slice(start, start + size)
    const end = start + users.length
    const more = end < people.length
    const key = `${end}.${Number(depth) + 1}`
    const page = json({ users, ...(more ? { lastEvaluatedKey: key } : {}), hasMore: more })
    return msPerPage === 0 ? page(sent) : clock.sleep(msPerPage).then(() => page(sent))
  }
  const { fetch, sent } = scriptedFetch(clock, answer)
  const platform = createNotificationApi(
    { baseUrl: 'https://a.test', credential: { kind: 'apiKey', apiKey: 'pingram_sk_x' } },
    { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
  )
  const list = async (request: Partial<ListRequest>) => {
    const outcome = await clock.during(platform.listUsers(listRequest(request)))
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
  return { list, sent, clock }
}

const created: InstantRange = {
  after: isoDate('2026-03-01T00:00:00Z'),
  before: isoDate('2026-04-01T00:00:00Z'),
}
const inside = '2026-03-15T12:00:00.000Z'
const outside = '2026-05-01T00:00:00.000Z'
const people = (count: number, isInside: (i: number) => boolean): Person[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `u${i}`,
    createdAt: isInside(i) ? inside : outside,
  }))

async function walk(
  list: ReturnType<typeof platformOf>['list'],
  request: Partial<ListRequest>,
): Promise<{ ids: string[]; scanned: number; matched: number; longest: number }> {
  const sum = { ids: [] as string[], scanned: 0, matched: 0, longest: 0 }
  let after: string | null = null
  let calls = 0
  do {
    const from = after === null ? null : ({ direction: 'after', position: after } as const)
    const page = await list({ ...request, from })
    sum.ids.push(...page.users.map(({ id }) => id))
    sum.scanned += page.coverage.scanned
    sum.matched += page.coverage.matched
    sum.longest = Math.max(sum.longest, page.users.length)
    expect(page.coverage.complete).toBe(page.page.after === null)
    after = page.page.after
    calls += 1
  } while (after !== null && calls < 5000)
  expect(after).toBeNull()
  return sum
}

describe('which users match', () => {
  test.each([
    ['at the lower end', '2026-03-01T00:00:00.000Z', true],
    ['just before it', '2026-02-28T23:59:59.999Z', false],
    ['at the upper end', '2026-04-01T00:00:00.000Z', false],
    ['just before it', '2026-03-31T23:59:59.999Z', true],
    ['with finer fractions', '2026-03-31T23:59:59.9999999Z', true],
    ['with an offset', '2026-04-01T01:30:00+02:00', true],
    ['without a zone', '2026-03-01T00:00:00', true],
    ['unreadable', '2026-13-45', false],
    ['a number', 1_772_323_200_000, false],
    ['null', null, false],
    ['absent', undefined, false],
  ])('%s: %j', async (_where, createdAt, matches) => {
    const { list } = platformOf([{ id: 'u', createdAt }])
    const page = await list({ created })
    expect(page.users).toHaveLength(matches ? 1 : 0)
    // Looked at all the same.
    expect(page.coverage).toEqual({ scanned: 1, matched: matches ? 1 : 0, complete: true })
  })

  test('a range with one end, and one in which nothing lies', async () => {
    const { list, sent } = platformOf(people(4, (i) => i % 2 === 0))
    const { after, before } = created
    expect((await list({ created: { after, before: null } })).users).toHaveLength(4)
    expect((await list({ created: { after: null, before } })).users).toHaveLength(2)
    const asked = sent.length
    expect((await list({ created: { after, before: after } })).coverage.complete).toBe(true)
    expect(sent).toHaveLength(asked)
  })
})

describe('what is asked of each user', () => {
  test('is asked of those inside the range alone, and only who fits is given', async () => {
    const { list } = platformOf(people(6, (i) => i % 2 === 0))
    const asked: string[] = []
    const match = ({ id }: UserFacts) => {
      asked.push(id)
      return id !== 'u2'
    }
    const page = await list({ created, match })
    expect(asked).toEqual(['u0', 'u2', 'u4'])
    expect(page.users.map(({ id }) => id)).toEqual(['u0', 'u4'])
    expect(page.coverage).toEqual({ scanned: 6, matched: 2, complete: true })
  })

  test('is asked of everybody without a range, and of nobody twice in one page', async () => {
    const { list } = platformOf([...people(3, () => true), { id: 'u1' }])
    const asked: string[] = []
    await list({ match: ({ id }) => asked.push(id) > 0 })
    expect(asked).toEqual(['u0', 'u1', 'u2'])
  })

  test('may change from call to call: the place is the same', async () => {
    const { list } = platformOf(people(10, () => true))
    const first = await list({ limit: 4, match: ({ id }) => id !== 'u1' })
    expect(first.users.map(({ id }) => id)).toEqual(['u0', 'u2', 'u3', 'u4'])
    const from = { direction: 'after', position: first.page.after ?? '' } as const
    expect((await list({ from })).users.map(({ id }) => id)).toEqual(['u5', 'u6', 'u7', 'u8', 'u9'])
  })
})

describe('how far one call reads', () => {
  test('to the end when there is time, in pages of a thousand', async () => {
    const { list, sent } = platformOf(people(2500, (i) => i === 2400))
    const page = await list({ created, limit: 10 })
    expect(page.users.map(({ id }) => id)).toEqual(['u2400'])
    expect(page.coverage).toEqual({ scanned: 2500, matched: 1, complete: true })
    expect(sent.map(({ url }) => url.searchParams.get('limit'))).toEqual(['1000', '1000', '1000'])
  })

  test('with something to show, no longer than the soft budget', async () => {
    const { list } = platformOf(
      people(50_000, (i) => i % 1000 === 0),
      { msPerPage: 100 },
    )
    const page = await list({ created, limit: 100 })
    expect(page.coverage).toEqual({ scanned: 3000, matched: 3, complete: false })
  })

  test('with nothing to show, no longer than the hard budget', async () => {
    const { list, clock } = platformOf(
      people(90_000, () => false),
      { msPerPage: 400 },
    )
    const begun = clock.now()
    const page = await list({ created, limit: 100 })
    expect(page.coverage).toEqual({ scanned: 7000, matched: 0, complete: false })
    expect(clock.now() - begun).toBe(2800)
    expect(page.page.after).not.toBeNull()
  })

  test('F08: no more than fifty platform pages, however empty and fast', async () => {
    const { list, sent } = platformOf(
      people(200, () => false),
      { sizes: [1] },
    )
    const page = await list({ created })
    expect(sent).toHaveLength(50)
    expect(page.coverage).toEqual({ scanned: 50, matched: 0, complete: false })
  })

  test('the next page is under way while one is looked through, from the second on', async () => {
    const { list, sent } = platformOf(people(4000, () => true))
    const asked = new Map<number, number>()
    await list({
      match: ({ id }) => {
        asked.set(Math.floor(Number(id.slice(1)) / 1000), sent.length)
        return false
      },
    })
    expect([...asked]).toEqual([
      [0, 1],
      [1, 3],
      [2, 4],
      [3, 4],
    ])
  })

  test('no page is asked for that the answer most likely has no room for', async () => {
    const { list, sent } = platformOf(people(9000, (i) => i % 2 === 0))
    const page = await list({ created, limit: 1000 })
    expect(page.coverage).toMatchObject({ scanned: 2000, matched: 1000 })
    expect(sent).toHaveLength(2)
  })

  test('what fails before it is needed ends nothing', async () => {
    const all = people(4000, (i) => i >= 1000 && i < 1500)
    const step = json({}, { status: 401 })
    const { list, sent } = platformOf(all, { failAt: { call: 3, step } })
    const page = await list({ created, limit: 400 })
    expect(page.coverage).toEqual({ scanned: 1400, matched: 400, complete: false })
    expect(sent).toHaveLength(3)
  })

  test('a full answer whose page has no more to give is not read again', async () => {
    const { list, sent } = platformOf(people(10, (i) => i < 3))
    const page = await list({ created, limit: 3 })
    expect(page.coverage).toEqual({ scanned: 10, matched: 3, complete: true })
    expect(sent).toHaveLength(1)
  })
})

describe('what a walk gives', () => {
  test('B08: five thousand users of one moment, each exactly once', async () => {
    const { list } = platformOf(people(5000, () => true))
    const { ids, scanned, matched, longest } = await walk(list, { created, limit: 25 })
    expect(ids).toEqual(Array.from({ length: 5000 }, (_, i) => `u${i}`))
    expect([scanned, matched, longest]).toEqual([5000, 5000, 25])
  })

  test('every match once and in order, for any pages, limits and places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 120 }),
        fc.integer({ min: 1, max: 12 }),
        fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
        fc.integer({ min: 0, max: 200 }),
        async (flags, limit, given, msPerPage) => {
          // A page may be empty, but not every page.
          const sizes = given.some((size) => size > 0) ? given : []
          const all = people(flags.length, (i) => flags[i] === true)
          const { list } = platformOf(all, { sizes, msPerPage })
          const expected = all.filter((_, i) => flags[i]).map(({ id }) => id)
          const { ids, scanned, matched, longest } = await walk(list, { created, limit })
          expect(ids).toEqual(expected)
          expect([scanned, matched]).toEqual([all.length, expected.length])
          expect(longest).toBeLessThanOrEqual(limit)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('F10: a user deleted from the page in which a call stopped moves nobody', async () => {
    const all = people(10, () => true)
    const { list } = platformOf(all)
    const first = await list({ created, limit: 4 })
    all.splice(1, 1)
    const from = { direction: 'after', position: first.page.after ?? '' } as const
    const second = await list({ created, limit: 10, from })
    expect(second.users.map(({ id }) => id)).toEqual(['u4', 'u5', 'u6', 'u7', 'u8', 'u9'])
  })

  test('records without an id are counted and cost nobody', async () => {
    const all: Person[] = [{ id: '', createdAt: inside }, ...people(2, () => true)]
    const { list } = platformOf(all)
    const page = await list({ created })
    expect(page.users).toHaveLength(2)
    expect(page.coverage.scanned).toBe(3)
    expect(page.warnings).toEqual([{ code: 'records-without-id', count: 1 }])
  })
})

describe('what ends a call early', () => {
  test('F02: a failure at the third page keeps the first two, which are not read again', async () => {
    const { list, sent } = platformOf(
      people(5000, (i) => i === 0),
      {
        failAt: { call: 3, step: json({}, { status: 401 }) },
      },
    )
    const first = await list({ created })
    expect(first.coverage).toEqual({ scanned: 2000, matched: 1, complete: false })
    const from = { direction: 'after', position: first.page.after ?? '' } as const
    const second = await list({ created, from })
    expect(second.coverage).toEqual({ scanned: 3000, matched: 0, complete: true })
    expect(sent.map(({ url }) => url.searchParams.get('nextToken'))).toEqual([
      '',
      '1000.1',
      '2000.2',
      '2000.2',
      '3000.3',
      '4000.4',
    ])
  })

  test('B03: a page too large to read is read in halves, and so is what follows', async () => {
    const { list, sent } = platformOf(
      people(2500, (i) => i % 2 === 0),
      { failAt: { call: 2, step: huge } },
    )
    const page = await list({ created, limit: 1000 })
    expect(page.coverage).toEqual({ scanned: 2000, matched: 1000, complete: false })
    expect(
      sent.map(({ url }) => [url.searchParams.get('nextToken'), url.searchParams.get('limit')]),
    ).toEqual([
      ['', '1000'],
      ['1000.1', '1000'],
      ['1000.1', '500'],
      ['1500.2', '500'],
    ])
  })

  test('a failure at the first page is told', async () => {
    const { list } = platformOf([], { failAt: { call: 1, step: json({}, { status: 401 }) } })
    await expect(list({ created })).rejects.toMatchObject({ code: 'platform-unauthorized' })
  })

  test('F07: tokens that go round are a loop', async () => {
    const clock = createFakeClock()
    let call = 0
    const { fetch, sent } = scriptedFetch(clock, (request) => {
      call += 1
      return json({ users: [], lastEvaluatedKey: `K${call % 5}`, hasMore: true })(request)
    })
    const platform = createNotificationApi(
      { baseUrl: 'https://a.test', credential: { kind: 'apiKey', apiKey: 'pingram_sk_x' } },
      { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
    )
    await expect(platform.listUsers(listRequest({ created }))).rejects.toMatchObject({
      code: 'cursor-loop',
    })
    expect(sent).toHaveLength(6)
  })

  test('F16: a caller that leaves, between two pages', async () => {
    const { list, clock, sent } = platformOf(
      people(9000, () => false),
      { msPerPage: 100 },
    )
    const leaving = new AbortController()
    const heard = list({ created, signal: leaving.signal }).catch((error: unknown) => error)
    clock.sleep(250).then(
      () => leaving.abort('gone'),
      () => {},
    )
    expect(await heard).toBe('gone')
    expect(sent).toHaveLength(3)
  })
})
