import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { notificationapiEnvironments } from '#src/emulator/environments.ts'
import {
  basic,
  emulatorOf,
  get,
  napiKey,
  walkNapi,
  type NapiPage,
} from '#src/emulator/testing/call.ts'

const idsOf = (pages: readonly NapiPage[]) =>
  pages.flatMap(({ users }) => users.map(({ id }) => id))

const credentialsOf = (title: string) => {
  const environment = notificationapiEnvironments.find((found) => found.title === title)
  return basic(`${environment?.clientId}:${environment?.clientSecret}`)
}

const listOf = (query: string, emulator = emulatorOf({ users: 2500 })) =>
  get<NapiPage>(emulator, `/notificationapi/users${query}`, napiKey)

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const tokenAfter = (u: string) => encode({ e: 'env_prod_9k2', u })

/** How often a value is larger than the one before: half of the time in a meaningless order. */
const rising = (values: readonly unknown[]) => {
  const texts = values.map(String)
  return texts.filter((text, at) => at > 0 && text > (texts[at - 1] ?? '')).length / texts.length
}

describe('sizes', () => {
  test.each([0, 1, 3, 20, 36, 200, 2500])('production of %i: everybody once', async (users) => {
    const ids = idsOf(await walkNapi(emulatorOf({ users })))
    expect(ids).toHaveLength(users)
    expect(new Set(ids).size).toBe(users)
  })

  test.each([
    ['Staging', 1200],
    ['Empty', 0],
  ])('%s holds %i users whatever the size of production', async (title, size) => {
    const ids = idsOf(await walkNapi(emulatorOf({ users: 7 }), credentialsOf(title)))
    expect(ids).toHaveLength(size)
    expect(new Set(ids).size).toBe(size)
  })

  test('an empty environment is one empty page without a token', async () => {
    const page = await get(
      emulatorOf(),
      '/notificationapi/users?limit=5&nextToken=',
      credentialsOf('Empty'),
    )
    expect(page.body).toEqual({ users: [], hasMore: false })
  })
})

describe('limit (§5, §11)', () => {
  test.each([
    ['absent', '?nextToken=', 100],
    ['a number', '?limit=7&nextToken=', 7],
    ['a fraction, floored', '?limit=7.9&nextToken=', 7],
    ['the maximum', '?limit=1000&nextToken=', 1000],
    ['more than the maximum, cut', '?limit=1001&nextToken=', 1000],
    ['very much more, cut', '?limit=99999999999999999999&nextToken=', 1000],
  ])('%s', async (_, query, size) => {
    const { status, body } = await listOf(query)
    expect(status).toBe(200)
    expect(body.users).toHaveLength(size)
    expect(body.hasMore).toBe(true)
  })

  test.each(['abc', '', '0', '-1', '0.5', 'NaN', 'Infinity', '1e2', '0x10', '5 '])(
    '"%s" is refused',
    async (limit) => {
      const { status, body } = await listOf(`?limit=${encodeURIComponent(limit)}&nextToken=`)
      expect(status).toBe(400)
      expect(body).toMatchObject({
        trackingId: expect.any(String),
        error: { code: 'invalid_request', message: expect.stringContaining('limit') },
      })
    },
  )
})

describe('nextToken (§5)', () => {
  test('absent and empty both mean the first page', async () => {
    const [absent, empty] = [await listOf('?limit=5'), await listOf('?limit=5&nextToken=')]
    expect(absent.body).toEqual(empty.body)
  })

  test('it is not bound to the limit', async () => {
    const whole = await listOf('?limit=50&nextToken=')
    const first = await listOf('?limit=10&nextToken=')
    const rest = await listOf(`?limit=40&nextToken=${first.body.lastEvaluatedKey}`)
    expect([...first.body.users, ...rest.body.users]).toEqual(whole.body.users)
  })

  test('it names the environment and the last user, as in the example', async () => {
    const { body } = await listOf('?limit=5&nextToken=')
    const token: unknown = JSON.parse(
      Buffer.from(body.lastEvaluatedKey ?? '', 'base64url').toString(),
    )
    expect(token).toEqual({ e: 'env_prod_9k2', u: body.users.at(-1)?.id })
  })

  test('one whose user never was, or was deleted, still works', async () => {
    const all = idsOf(await walkNapi(emulatorOf({ users: 2500 })))
    for (const id of ['nobody', 'usr_00000000', '1234567', 'ünïcödé', '']) {
      const { status, body } = await listOf(`?limit=1000&nextToken=${tokenAfter(id)}`)
      expect(status).toBe(200)
      const from = all.indexOf(body.users[0]?.id ?? '')
      expect(body.users.map((user) => user.id)).toEqual(all.slice(from, from + 1000))
    }
  })

  test.each([
    ['unreadable', 'garbage'],
    ['not JSON', Buffer.from('{"e":').toString('base64url')],
    ['not an object', encode('cust-0042')],
    ['null', encode(null)],
    ['without a user', encode({ e: 'env_prod_9k2' })],
    ['with a user that is no text', encode({ e: 'env_prod_9k2', u: 42 })],
    ['of another environment', encode({ e: 'env_stag_4m7', u: 'cust-0042' })],
    ['changed on the way', `${encode({ e: 'env_prod_9k2', u: 'cust-0042' })}=`],
    ['with spaces around', `%20${encode({ e: 'env_prod_9k2', u: 'cust-0042' })}`],
  ])('%s: 400', async (_, token) => {
    const { status, body } = await listOf(`?limit=5&nextToken=${token}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({
      error: { code: 'invalid_request', message: 'nextToken is not valid' },
    })
  })
})

describe('order (§5)', () => {
  test('is the same on every walk and for every page size', async () => {
    const users = 700
    const whole = idsOf(await walkNapi(emulatorOf({ users })))
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 5 }),
        async (sizes) => {
          expect(idsOf(await walkNapi(emulatorOf({ users }), napiKey, sizes))).toEqual(whole)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('means nothing: neither by id nor by date', async () => {
    const pages = await walkNapi(emulatorOf({ users: 700 }))
    const users = pages.flatMap((page) => page.users)
    expect(rising(users.map(({ id }) => id))).toBeCloseTo(0.5, 1)
    expect(rising(users.map((user) => user['createdAt']))).toBeCloseTo(0.5, 1)
  })

  test('fixture people stand among the others, not at an end', async () => {
    const ids = idsOf(await walkNapi(emulatorOf({ users: 2500 })))
    const places = ids.flatMap((id, at) => (/^(demo|cust)/.test(id) ? [at / ids.length] : []))
    expect(places.length).toBeGreaterThan(20)
    expect(Math.min(...places)).toBeLessThan(0.2)
    expect(Math.max(...places)).toBeGreaterThan(0.8)
  })
})

test('what is not there is 404 with a message (§6)', async () => {
  for (const path of ['/notificationapi', '/notificationapi/nothing', '/notificationapi/users/']) {
    const { status, body } = await get(emulatorOf(), path, napiKey)
    expect(status).toBe(404)
    expect(body).toEqual({ message: 'Not Found' })
  }
})
