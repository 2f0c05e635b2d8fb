import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { notiflowsProjects } from '#src/emulator/environments.ts'
import {
  emulatorOf,
  get,
  notiflowsKeys,
  walkNotiflows,
  type NotiflowsPage,
} from '#src/emulator/testing/call.ts'

const listOf = (query: string, users = 1500) =>
  get<NotiflowsPage>(emulatorOf({ users }), `/notiflows/admin/users?${query}`, notiflowsKeys)
const itemsOf = (pages: readonly NotiflowsPage[]) => pages.flatMap(({ items }) => items)
const cursorOf = (id: string) => Buffer.from(JSON.stringify({ id })).toString('base64url')

const hex = (digits: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'.split('')), {
      minLength: digits,
      maxLength: digits,
    })
    .map((found) => found.join(''))

const badParam = (param: string) => ({
  error: {
    type: 'https://docs.notiflows.com/errors/bad_request',
    code: 'bad_request',
    message: expect.any(String),
    status: 400,
    request_id: expect.any(String),
    details: { reason: 'invalid_param', param },
  },
})

describe('sizes and order (§4)', () => {
  test.each([0, 1, 3, 20, 28, 200, 2500])('production of %i: everybody once', async (users) => {
    const ids = itemsOf(await walkNotiflows(emulatorOf({ users }))).map(({ id }) => id)
    expect(ids).toHaveLength(users)
    expect(new Set(ids).size).toBe(users)
  })

  test('Test holds 300 whatever the size of production', async () => {
    const pair = notiflowsProjects.find(({ name }) => name === 'Test')?.pairs[0]
    const headers = {
      'x-notiflows-api-key': pair?.apiKey ?? '',
      'x-notiflows-secret-key': pair?.secretKey ?? '',
    }
    const items = itemsOf(await walkNotiflows(emulatorOf({ users: 5 }), { headers }))
    expect(new Set(items.map((user) => user.external_id)).size).toBe(300)
    expect(items).toHaveLength(300)
  })

  test('newest first, by creation and by id at once, the id bearing the time', async () => {
    const items = itemsOf(await walkNotiflows(emulatorOf({ users: 2500 })))
    for (const [at, { id, created_at: created }] of items.entries()) {
      expect(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)).toBe(Date.parse(created))
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      const previous = items[at - 1]
      if (previous === undefined) continue
      expect(previous.id > id).toBe(true)
      expect(previous.created_at >= created).toBe(true)
    }
  })

  test('ids stay in order where many come in the same second', async () => {
    const emulator = emulatorOf({ users: 10_000_000 })
    const path = '/notiflows/admin/users?limit=1000'
    const { items } = (await get<NotiflowsPage>(emulator, path, notiflowsKeys)).body
    const ids = items.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted().toReversed())
    expect(new Set(items.map((user) => user.created_at)).size).toBeLessThan(items.length)
  })
})

describe('limit (§4)', () => {
  test('absent is 25, 1000 is the maximum, and the page repeats it', async () => {
    for (const [query, size] of [
      ['', 25],
      ['limit=1', 1],
      ['limit=1000', 1000],
    ] as const) {
      const { body } = await listOf(query)
      expect(body.items).toHaveLength(size)
      expect(body.page.limit).toBe(size)
    }
    expect((await listOf('limit=900', 40)).body.page.limit).toBe(900)
  })

  test.each(['0', '-1', '1001', '5000', '2.5', 'abc', '', '1e2', ' 5'])(
    '"%s" is refused',
    async (limit) => {
      const { status, body } = await listOf(`limit=${encodeURIComponent(limit)}`)
      expect(status).toBe(400)
      expect(body).toEqual(badParam('limit'))
    },
  )

  test('unknown parameters are ignored (§9)', async () => {
    expect((await listOf('limit=3&sort=email')).body).toEqual((await listOf('limit=3')).body)
  })
})

describe('cursors (§4)', () => {
  test('forward and backward pages of any sizes are the whole list', async () => {
    const users = 400
    const emulator = emulatorOf({ users })
    const whole = itemsOf(await walkNotiflows(emulator))
    const last = whole.at(-1)
    const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(sizes, async (some) => {
        expect(itemsOf(await walkNotiflows(emulator, { sizes: some }))).toEqual(whole)
        const back = await walkNotiflows(emulator, {
          sizes: some,
          direction: 'before',
          cursor: cursorOf(last?.id ?? ''),
        })
        expect(itemsOf(back.toReversed())).toEqual(whole.slice(0, -1))
      }),
      { numRuns: 12 },
    )
  })

  test('after names the last item, before the first, each null when there is no more', async () => {
    const pages = await walkNotiflows(emulatorOf({ users: 100 }), { sizes: [40] })
    expect(pages.map(({ items }) => items.length)).toEqual([40, 40, 20])
    for (const [at, { items, page }] of pages.entries()) {
      const [first, last] = [items[0]?.id ?? '', items.at(-1)?.id ?? '']
      expect(page).toEqual({
        limit: 40,
        after: at < 2 ? cursorOf(last) : null,
        before: at > 0 ? cursorOf(first) : null,
        has_more_after: at < 2,
        has_more_before: at > 0,
      })
    }
  })

  test('a page that ends exactly at the end says so', async () => {
    const { body } = await listOf('limit=1000', 1000)
    expect(body.page).toMatchObject({ after: null, has_more_after: false })
  })

  test('before gives those nearest to the cursor, and knows of more on both sides', async () => {
    const emulator = emulatorOf({ users: 100 })
    const whole = itemsOf(await walkNotiflows(emulator))
    const { body } = await get<NotiflowsPage>(
      emulator,
      `/notiflows/admin/users?limit=10&before=${cursorOf(whole[50]?.id ?? '')}`,
      notiflowsKeys,
    )
    expect(body.items).toEqual(whole.slice(40, 50))
    expect(body.page).toEqual({
      limit: 10,
      after: cursorOf(whole[49]?.id ?? ''),
      before: cursorOf(whole[40]?.id ?? ''),
      has_more_after: true,
      has_more_before: true,
    })
  })

  test('a cursor is a position: it works for an id that nobody has', async () => {
    const emulator = emulatorOf({ users: 300 })
    const whole = itemsOf(await walkNotiflows(emulator))
    const time = fc.constantFrom(
      ...whole.map(({ id }) => id.slice(0, 13)),
      'ffffffff-ffff',
      '00000000-0000',
    )
    await fc.assert(
      fc.asyncProperty(time, hex(3), hex(3), hex(12), async (stamp, a, b, rest) => {
        const id = `${stamp}-7${a}-8${b}-${rest}`
        const ask = async (direction: string) =>
          (
            await get<NotiflowsPage>(
              emulator,
              `/notiflows/admin/users?limit=5&${direction}=${cursorOf(id)}`,
              notiflowsKeys,
            )
          ).body.items
        expect(await ask('after')).toEqual(whole.filter((user) => user.id < id).slice(0, 5))
        expect(await ask('before')).toEqual(whole.filter((user) => user.id > id).slice(-5))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['empty', ''],
    ['garbage', 'garbage!'],
    ['no object', Buffer.from('"x"').toString('base64url')],
    ['no id', Buffer.from('{"id":7}').toString('base64url')],
    ['an id that is none', cursorOf('cust-0042')],
    ['changed on the way', `${cursorOf('019cad94-dc20-71d3-8f22-aa10bb20cc30')}=`],
  ])('%s: 400 naming the parameter', async (_, cursor) => {
    for (const param of ['after', 'before']) {
      const { status, body } = await listOf(`${param}=${encodeURIComponent(cursor)}`)
      expect(status).toBe(400)
      expect(body).toEqual(badParam(param))
    }
  })

  test('after and before exclude each other', async () => {
    const cursor = cursorOf('019cad94-dc20-71d3-8f22-aa10bb20cc30')
    const { status, body } = await listOf(`after=${cursor}&before=${cursor}`)
    expect(status).toBe(400)
    expect(body).toEqual(badParam('before'))
  })

  test('beyond the last user: an empty page, both cursors null, both flags false', async () => {
    const end = cursorOf('00000000-0000-7000-8000-000000000000')
    expect((await listOf(`limit=5&after=${end}`)).body).toEqual({
      items: [],
      page: { limit: 5, after: null, before: null, has_more_after: false, has_more_before: false },
    })
  })
})
