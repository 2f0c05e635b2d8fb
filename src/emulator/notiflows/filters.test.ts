import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { filterEnd } from '#src/emulator/notiflows/fixtures.ts'
import type { SwitchOverrides } from '#src/emulator/switches.ts'
import {
  emulatorOf,
  get,
  notiflowsKeys,
  now,
  walkNotiflows,
  type NotiflowsPage,
} from '#src/emulator/testing/call.ts'

const itemsOf = (pages: readonly NotiflowsPage[]) => pages.flatMap(({ items }) => items)
const secondsOf = (epochMs: number) => new Date(epochMs).toISOString()
const between = (after: string | null, before: string | null) =>
  (after === null ? '' : `&created_after=${encodeURIComponent(after)}`) +
  (before === null ? '' : `&created_before=${encodeURIComponent(before)}`)

const emulator = emulatorOf({ users: 400 })
const wholeList = walkNotiflows(emulator).then(itemsOf)
const wholeOf = async () => wholeList

const ask = async (query: string, switches: SwitchOverrides = {}) =>
  get<NotiflowsPage>(
    emulatorOf({ users: 400, switches }),
    `/notiflows/admin/users?limit=1000${query}`,
    notiflowsKeys,
  )

/** Whether the person at the filter's end is among those who match. */
const has = async (query: string) =>
  (await ask(query)).body.items.some((user) => user.external_id === 'demo-filter-end')

describe('created_after and created_before (§4)', () => {
  test('give exactly those created in between, ends included, whatever the page size', async () => {
    const whole = await wholeOf()
    const instant = fc.oneof(
      fc.constant(null),
      fc.constantFrom(...whole.map((user) => Date.parse(user.created_at))),
      fc.integer({ min: now - 1200 * 86_400_000, max: now + 86_400_000 }),
    )
    const size = fc.integer({ min: 1, max: 400 })
    await fc.assert(
      fc.asyncProperty(instant, instant, size, async (after, before, limit) => {
        const filters = between(
          after === null ? null : secondsOf(after),
          before === null ? null : secondsOf(before),
        )
        const wanted = whole.filter((user) => {
          const created = Date.parse(user.created_at)
          return (after === null || created >= after) && (before === null || created <= before)
        })
        expect(itemsOf(await walkNotiflows(emulator, { filters, sizes: [limit] }))).toEqual(wanted)
        const cursor = Buffer.from('{"id":"00000000-0000-7000-8000-000000000000"}').toString(
          'base64url',
        )
        const back = await walkNotiflows(emulator, {
          filters,
          sizes: [limit],
          direction: 'before',
          cursor,
        })
        expect(itemsOf(back.toReversed())).toEqual(wanted)
      }),
      { numRuns: 40 },
    )
  })

  test('the person at a filter’s end is in, and a second beyond it out', async () => {
    const end = filterEnd(now)
    expect(await has(between(null, secondsOf(end)))).toBe(true)
    expect(await has(between(secondsOf(end), null))).toBe(true)
    expect(await has(between(null, secondsOf(end - 1000)))).toBe(false)
    expect(await has(between(secondsOf(end + 1000), null))).toBe(false)
  })

  test('the switch leaves the ends out', async () => {
    const end = secondsOf(filterEnd(now))
    const strict = { notiflows: { strictFilterEnds: true } }
    for (const query of [between(null, end), between(end, null)]) {
      const { body } = await ask(query, strict)
      expect(body.items.length).toBeGreaterThan(0)
      expect(body.items.some((user) => user.external_id === 'demo-filter-end')).toBe(false)
    }
  })

  test('three people of the same second come together', async () => {
    const one = (await wholeOf()).find((user) => user.external_id.startsWith('demo-same-second'))
    const { body } = await ask(between(one?.created_at ?? '', one?.created_at ?? ''))
    expect(body.items.map((user) => user.external_id).toSorted()).toEqual([
      'demo-same-second-1',
      'demo-same-second-2',
      'demo-same-second-3',
    ])
    const ids = body.items.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted().toReversed())
  })

  test('flags and cursors speak of those who match', async () => {
    const whole = await wholeOf()
    const [from, to] = [whole[300]?.created_at ?? '', whole[100]?.created_at ?? '']
    const pages = await walkNotiflows(emulator, { filters: between(from, to), sizes: [90] })
    expect(pages[0]?.page).toMatchObject({ before: null, has_more_before: false })
    expect(pages.at(-1)?.page).toMatchObject({ after: null, has_more_after: false })
  })

  test('changed filters hold from the cursor on', async () => {
    const whole = await wholeOf()
    const cursor = Buffer.from(JSON.stringify({ id: whole[99]?.id })).toString('base64url')
    const { body } = await ask(`&after=${cursor}${between(null, whole[50]?.created_at ?? '')}`)
    expect(body.items).toEqual(whole.slice(100))
    expect(body.page.has_more_before).toBe(true)
    const newer = await ask(`&after=${cursor}${between(null, whole[150]?.created_at ?? '')}`)
    expect(newer.body.items).toEqual(whole.slice(150))
  })

  test('a range that ends before it begins is empty', async () => {
    const { status, body } = await ask(between('2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'))
    expect(status).toBe(200)
    expect(body).toEqual({
      items: [],
      page: {
        limit: 1000,
        after: null,
        before: null,
        has_more_after: false,
        has_more_before: false,
      },
    })
  })
})

describe('how instants may be written (§4)', () => {
  const same = [
    '2026-01-18T23:59:59Z',
    '2026-01-18T23:59:59',
    '2026-01-18t23:59:59z',
    '2026-01-18T23:59:59.000Z',
    '2026-01-18T23:59:59.999999Z',
    '2026-01-19T00:59:59+01:00',
    '2026-01-19T05:29:59+0530',
    '2026-01-18T15:59:59-08',
  ]
  test.each(same)('%s', async (written) => {
    const { status, body } = await get<NotiflowsPage>(
      emulatorOf({ users: 3 }),
      `/notiflows/admin/users?created_before=${encodeURIComponent(written)}`,
      notiflowsKeys,
    )
    expect(status).toBe(200)
    expect(body.items.map((user) => user.external_id)).toEqual(['cust-0042'])
  })

  test('a fraction can decide: later than a whole second, it leaves out those of that second', async () => {
    const just = '2026-01-18T23:59:59.0001Z'
    const { body } = await get<NotiflowsPage>(
      emulatorOf({ users: 3 }),
      `/notiflows/admin/users?created_after=${just}`,
      notiflowsKeys,
    )
    expect(body.items.map((user) => user.external_id)).toEqual(['cust-0311', 'cust-0107'])
  })

  test.each([
    ['a bare date', '2026-01-18'],
    ['nothing', ''],
    ['words', 'yesterday'],
    ['a number', '1768780799'],
    ['a month that is none', '2026-13-01T00:00:00Z'],
    ['a day that is none', '2026-02-30T00:00:00Z'],
    ['an hour that is none', '2026-01-18T24:00:00Z'],
    ['a zone that is none', '2026-01-18T23:59:59+25:00'],
    ['a zone whose plus became a space', '2026-01-19T00:59:59 01:00'],
    ['trailing text', '2026-01-18T23:59:59Z or so'],
  ])('%s: 400 naming the parameter', async (_, written) => {
    for (const param of ['created_after', 'created_before']) {
      const { status, body } = await ask(`&${param}=${encodeURIComponent(written)}`)
      expect(status).toBe(400)
      expect(body).toMatchObject({
        error: { code: 'bad_request', details: { reason: 'invalid_param', param } },
      })
    }
  })
})
