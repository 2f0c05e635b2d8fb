import { expect, test } from 'vitest'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import {
  call,
  emulatorOf,
  get,
  napiKey,
  walkNapi,
  type NapiPage,
} from '#src/emulator/testing/call.ts'

const users = 120
const emulatorWith = (notificationapi: Partial<NotificationapiSwitches>) =>
  emulatorOf({ users, switches: { notificationapi } })

const idsOf = (pages: readonly NapiPage[]) =>
  pages.flatMap((page) => page.users.map(({ id }) => id))

const whole = async () => idsOf(await walkNapi(emulatorOf({ users })))

test('short pages: fewer than asked for although more follow, nobody lost (§5)', async () => {
  const pages = await walkNapi(emulatorWith({ shortPages: true }), napiKey, [50])
  expect(pages.length).toBeGreaterThan(users / 50)
  for (const page of pages) expect(page.users.length).toBeLessThan(50)
  expect(idsOf(pages)).toEqual(await whole())
})

test('empty pages: hasMore true and a token of its own, nobody lost (§5)', async () => {
  const pages = await walkNapi(emulatorWith({ emptyPages: true }), napiKey, [50])
  const empty = pages.filter((page) => page.users.length === 0)
  expect(empty).toHaveLength(3)
  for (const page of empty) {
    expect(page).toEqual({ users: [], hasMore: true, lastEvaluatedKey: expect.any(String) })
  }
  expect(idsOf(pages)).toEqual(await whole())
})

test('a token on a last page exactly full is followed by an empty page (§5)', async () => {
  const full = await walkNapi(emulatorOf({ users }), napiKey, [40])
  expect(full.map((page) => page.users.length)).toEqual([40, 40, 40])
  const dangling = await walkNapi(emulatorWith({ tokenOnFullLastPage: true }), napiKey, [40])
  expect(dangling.map((page) => page.users.length)).toEqual([40, 40, 40, 0])
  expect(dangling.at(-1)).toEqual({ users: [], hasMore: false })
  expect(idsOf(dangling)).toEqual(await whole())
})

test('all of these together still give everybody once', async () => {
  const pages = await walkNapi(
    emulatorWith({ shortPages: true, emptyPages: true, tokenOnFullLastPage: true }),
    napiKey,
    [13, 1, 60],
  )
  expect(idsOf(pages)).toEqual(await whole())
})

test.each(['id', 'creation'] as const)(
  'by %s: everybody once whatever the pages, and a token outlives its user (§5)',
  async (listOrder) => {
    const fresh = async () => {
      const emulator = emulatorWith({ listOrder })
      for (const id of ['ada', 'cust-0001']) {
        await call(emulator, 'POST', `/notificationapi/users/${id}`, napiKey, {})
      }
      return emulator
    }
    const all = idsOf(await walkNapi(await fresh()))
    expect(all.toSorted()).toEqual([...(await whole()), 'ada', 'cust-0001'].toSorted())
    expect(idsOf(await walkNapi(await fresh(), napiKey, [7, 1, 30]))).toEqual(all)
    for (const id of [all[3] ?? '', 'cust-0107', 'ada']) {
      const emulator = await fresh()
      const until = all.indexOf(id) + 1
      const path = '/notificationapi/users?limit='
      const first = (await get<NapiPage>(emulator, `${path}${until}`, napiKey)).body
      await call(emulator, 'DELETE', `/notificationapi/users/${encodeURIComponent(id)}`, napiKey)
      const token = first.lastEvaluatedKey ?? ''
      const rest = (await get<NapiPage>(emulator, `${path}1000&nextToken=${token}`, napiKey)).body
      expect(idsOf([first, rest])).toEqual(all)
    }
  },
)

test('default and maximum of limit can be others (§11)', async () => {
  const emulator = emulatorWith({ defaultLimit: 9, maxLimit: 30 })
  const sizeOf = async (query: string) =>
    (await get<NapiPage>(emulator, `/notificationapi/users?${query}`, napiKey)).body.users.length
  expect(await sizeOf('nextToken=')).toBe(9)
  expect(await sizeOf('limit=1000&nextToken=')).toBe(30)
})

test('unset fields can be null instead of omitted (§11)', async () => {
  const path = '/notificationapi/users/demo-only-id'
  expect((await get(emulatorOf(), path, napiKey)).body).toEqual({ id: 'demo-only-id' })
  expect((await get(emulatorWith({ unset: 'null' }), path, napiKey)).body).toEqual({
    id: 'demo-only-id',
    email: null,
    number: null,
    pushTokens: null,
    webPushTokens: null,
    timezone: null,
    slackChannel: null,
    slackToken: null,
    lastSeenTime: null,
    updatedAt: null,
    createdAt: null,
    emailSuppressionStatus: null,
  })
})

test('every third request can be refused with 429 and Retry-After (§7)', async () => {
  const emulator = emulatorWith({ refuseEvery: 3, retryAfter: 5 })
  const answers = []
  for (let at = 0; at < 6; at += 1) {
    answers.push(await get(emulator, '/notificationapi/users/cust-0042', napiKey))
  }
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 200, 200, 429])
  expect(answers[2]?.headers.get('retry-after')).toBe('5')
  expect(answers[2]?.body).toEqual({ message: 'Too Many Requests' })
})

test('every second request can fail with 500 (§6)', async () => {
  const emulator = emulatorWith({ failEvery: 2 })
  expect((await get(emulator, '/notificationapi/users/cust-0042', napiKey)).status).toBe(200)
  const failed = await get(emulator, '/notificationapi/users/cust-0042', napiKey)
  expect(failed.status).toBe(500)
  expect(failed.body).toEqual({ message: 'Internal Server Error' })
})
