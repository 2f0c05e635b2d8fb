import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { Platform } from '#src/platforms/platform.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import {
  createPeople,
  isoOf,
  story,
  walk,
  type People,
  type Person,
  type Story,
} from '#src/platforms/testing/model.ts'
import { json, scriptedFetch, type Sent, type Step } from '#src/platforms/testing/scripted-fetch.ts'

// Paging is exact, whatever happens to the users between two pages: nobody twice, and nobody lost who
// was there throughout (checks F07, F08, F10, B08).

const sizeFor = (sent: Sent, sizes: readonly number[], call: number): number => {
  const limit = Number(sent.url.searchParams.get('limit'))
  return Math.min(limit, sizes[call % Math.max(1, sizes.length)] ?? limit)
}

const orderOf = ({ id }: Person): string => createHash('sha256').update(id).digest('hex')

/** NotificationAPI (contract §5): an order that means nothing, a token that is a place in it. */
function notificationApiOver(people: People, sizes: readonly number[]): Step {
  let call = 0
  return (sent) => {
    call += 1
    const token = sent.url.searchParams.get('nextToken') ?? ''
    const rest = people
      .all()
      .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
      .filter((person) => orderOf(person) > token)
    const read = rest.slice(0, sizeFor(sent, sizes, call))
    const last = read.at(-1)
    // The last page may still have a token, and the empty one behind it none.
    const isEnd = last === undefined || (rest.length === read.length && call % 2 === 0)
    return json({
      users: read
        .filter(({ hidden }) => !hidden)
        .map(({ id, created, email }) => ({ id, email, createdAt: isoOf(created) })),
      ...(isEnd ? {} : { lastEvaluatedKey: orderOf(last) }),
      hasMore: !isEnd,
    })(sent)
  }
}

const cursorOf = ({ id }: Person): string => Buffer.from(JSON.stringify({ id })).toString('base64')
const idIn = (cursor: string): string =>
  String(JSON.parse(Buffer.from(cursor, 'base64').toString()).id)

/** Notiflows (contract §4): newest first, a keyset on the id both ways, filters by creation. */
function notiflowsOver(people: People, sizes: readonly number[]): Step {
  let call = 0
  return (sent) => {
    call += 1
    const query = sent.url.searchParams
    const inRange = ({ created }: Person) =>
      isoOf(created) >= (query.get('created_after') ?? '') &&
      isoOf(created) <= (query.get('created_before') ?? '9')
    const all = people
      .all()
      .filter(inRange)
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))
    const [after, before] = [query.get('after'), query.get('before')]
    const older = after === null ? all : all.filter(({ id }) => id < idIn(after))
    const newer = before === null ? [] : all.filter(({ id }) => id > idIn(before))
    const size = sizeFor(sent, sizes, call)
    const read = before === null ? older.slice(0, size) : newer.slice(-size)
    const [first, last] = [read[0], read.at(-1)]
    const hasAfter = last !== undefined && all.some(({ id }) => id < last.id)
    const hasBefore = first !== undefined && all.some(({ id }) => id > first.id)
    return json({
      items: read
        .filter(({ hidden }) => !hidden)
        .map(({ id, created, email }) => ({
          id: `i-${id}`,
          external_id: id,
          email,
          created_at: isoOf(created),
        })),
      page: {
        limit: size,
        after: hasAfter ? cursorOf(last) : null,
        before: hasBefore ? cursorOf(first) : null,
        has_more_after: hasAfter,
        has_more_before: hasBefore,
      },
    })(sent)
  }
}

function platformOver(step: Step, dialect: 'notificationapi' | 'notiflows'): Platform {
  const clock = createFakeClock()
  const { fetch } = scriptedFetch(clock, step)
  const deps = { environment: 'e', fetch, fingerprint, clock, random: () => 0 }
  return dialect === 'notiflows'
    ? createNotiflows(
        { baseUrl: 'https://a.test', apiKey: 'pk_orchard', secretKey: 'sk_orchard' },
        deps,
      )
    : createNotificationApi(
        { baseUrl: 'https://a.test', credential: { kind: 'apiKey', apiKey: 'pingram_sk_x' } },
        deps,
      )
}

const twice = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at)
const missing = (ids: readonly string[], expected: readonly string[]) =>
  expected.filter((id) => !ids.includes(id))
const everything = { after: null, before: null }
const numRuns = 500
const patience = 120_000

/** What is wrong with a walk to the end; nothing is, when all of it is empty. */
async function readAll(dialect: 'notificationapi' | 'notiflows', told: Story) {
  const people = createPeople(told.people, { late: dialect === 'notiflows' })
  const over = dialect === 'notiflows' ? notiflowsOver : notificationApiOver
  const platform = platformOver(over(people, told.sizes), dialect)
  people.open()
  const seen = await walk(platform, told, 'after', null, (turn) =>
    people.apply(told.changes[turn] ?? []),
  )
  return {
    twice: twice(seen.ids),
    missing: missing(seen.ids, people.expected(told.range, told.wanted)),
    isUnwanted: seen.isUnwanted,
    isLoop: seen.isLoop,
    isTooLong: seen.longest > told.limit,
  }
}

const exact = { twice: [], missing: [], isUnwanted: false, isLoop: false, isTooLong: false }
const nothingAsked = { wanted: [] }

describe('while users come, go and change, each is shown exactly once', () => {
  test(
    'by NotificationAPI',
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          const all = { ...told, ...nothingAsked, range: everything }
          expect(await readAll('notificationapi', all)).toEqual(exact)
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'by NotificationAPI in a range, where a call stops inside a page',
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          expect(await readAll('notificationapi', { ...told, ...nothingAsked })).toEqual(exact)
        }),
        { numRuns },
      )
    },
    patience,
  )

  test.each(['notificationapi', 'notiflows'] as const)(
    'by %s where something is asked of each of them, the same or another in each call',
    async (dialect) => {
      await fc.assert(
        fc.asyncProperty(story, async (told) => {
          expect(await readAll(dialect, told)).toEqual(exact)
        }),
        { numRuns },
      )
    },
    patience,
  )

  test(
    'by Notiflows, there and back',
    async () => {
      await fc.assert(
        fc.asyncProperty(story, async (anything) => {
          const told = { ...anything, ...nothingAsked }
          const people = createPeople(told.people, { late: true })
          const platform = platformOver(notiflowsOver(people, told.sizes), 'notiflows')
          const between = (turn: number) => people.apply(told.changes[turn] ?? [])
          people.open()
          const there = await walk(platform, told, 'after', null, between)
          expect([
            twice(there.ids),
            missing(there.ids, people.expected(told.range, [])),
            there.isLoop,
          ]).toEqual([[], [], false])
          if (there.back === null) return
          people.open()
          const back = await walk(platform, told, 'before', there.back, between)
          // Those of the page it stood on are not read again.
          const elsewhere = people
            .expected(told.range, [])
            .filter((id) => id > idIn(there.back ?? ''))
          expect([twice(back.ids), missing(back.ids, elsewhere), back.isLoop]).toEqual([
            [],
            [],
            false,
          ])
        }),
        { numRuns },
      )
    },
    patience,
  )
})

test(
  'B08: five thousand users of one moment, by Notiflows in pages of 25, each exactly once there and back',
  async () => {
    const everybody = Array.from({ length: 5000 }, () => ({ created: 3, hidden: false }))
    const people = createPeople(everybody, { late: true })
    const platform = platformOver(notiflowsOver(people, []), 'notiflows')
    people.open()
    const request = { limit: 25, range: everything, ...nothingAsked }
    const there = await walk(platform, request, 'after', null, () => {})
    expect([there.ids.length, twice(there.ids).length]).toEqual([5000, 0])
    const back = await walk(platform, request, 'before', there.back, () => {})
    // All but the page it stood on.
    expect([back.ids.length, twice(back.ids).length]).toEqual([4975, 0])
    expect(new Set([...there.ids, ...back.ids]).size).toBe(5000)
  },
  patience,
)

describe('F07: a platform that leads in a circle', () => {
  const circle = fc.record({ length: fc.integer({ min: 1, max: 30 }), enters: fc.nat({ max: 30 }) })

  test(
    'is left before anything is shown twice',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          circle,
          fc.constantFrom('notificationapi', 'notiflows'),
          async ({ length, enters }, dialect) => {
            const last = Math.min(enters, length - 1)
            const step: Step = (sent) => {
              const query = sent.url.searchParams
              const at = Number(query.get('nextToken') ?? query.get('after') ?? 0)
              const next = String(at === length ? last + 1 : at + 1)
              return json({
                users: [{ id: `u${at}` }],
                items: [{ external_id: `u${at}` }],
                lastEvaluatedKey: next,
                hasMore: true,
                page: { after: next, before: null },
              })(sent)
            }
            const platform = platformOver(step, dialect)
            const seen: string[] = []
            const outcome = await walk(
              platform,
              { limit: 1, range: everything, ...nothingAsked },
              'after',
              null,
              () => {},
            ).then(
              ({ ids, isLoop }) => {
                seen.push(...ids)
                return isLoop
              },
              (error: unknown) => error,
            )
            // A circle of one is known at once; of a longer one the walker knows that it was here.
            expect(outcome === true || Object(outcome).code === 'cursor-loop').toBe(true)
            expect(twice(seen)).toEqual([])
          },
        ),
        {
          numRuns: 200,
          examples: [
            [{ length: 1000, enters: 0 }, 'notificationapi'],
            [{ length: 1000, enters: 500 }, 'notiflows'],
          ],
        },
      )
    },
    patience,
  )
})
