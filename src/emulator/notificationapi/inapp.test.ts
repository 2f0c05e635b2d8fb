import { createHmac } from 'node:crypto'

import { expect, test } from 'vitest'
import * as z from 'zod'

import { basic, call, emulatorOf, get, napiKey, now } from '#src/emulator/testing/call.ts'
import { napiEnvironment, napiServer } from '#src/emulator/testing/environments.ts'

const emulatorWith = () => emulatorOf({ users: 400 })
const emulator = emulatorWith()
const { clientSecret } = napiEnvironment('Production')
const hash = createHmac('sha256', clientSecret).update('cust-0107').digest('base64')
const own = basic(`env_prod_9k2:cust-0107:${hash}`)
const root = '/notificationapi'

const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
/** `InApp` (§4), strict. */
const itemSchema = z
  .strictObject({
    subNotificationId: z.string(),
    redirectURL: z.url(),
    imageURL: z.url(),
    opened: time,
    clicked: time,
    archived: time,
    actioned1: time,
    actioned2: time,
    expDate: time,
    replies: z.array(z.strictObject({ date: time, message: z.string() })),
    parameters: z.looseObject({}),
    template: z.looseObject({}),
    deliveryOptions: z.looseObject({}),
  })
  .partial()
  .extend({
    id: z.string(),
    notificationId: z.string(),
    title: z.string(),
    date: time,
    seen: z.boolean(),
  })
type Item = z.infer<typeof itemSchema>

const read = async (path: string, headers: Record<string, string>, on = emulator) =>
  z.object({ notifications: z.array(itemSchema) }).parse((await get(on, root + path, headers)).body)
    .notifications
const items = (on = emulator, query = '') => read(`/user/inapp${query}`, own, on)
const unread = async (on = emulator) =>
  Object((await get(on, `${root}/user/inapp/unread`, own)).body).count
const patch = (on: typeof emulator, body: object) =>
  call(on, 'PATCH', `${root}/user/inapp`, own, body)

/** The items of the environment's first people. */
const everybodys = async (): Promise<Item[]> => {
  const { body } = await get<{ users: { id: string }[] }>(
    emulator,
    `${root}/users?limit=300&nextToken=`,
    napiKey,
  )
  const server = napiServer('Production')
  const feeds = body.users.map(({ id }) =>
    read(`/env_prod_9k2/users/${encodeURIComponent(id)}/notifications/INAPP_WEB?count=50`, server),
  )
  return (await Promise.all(feeds)).flat()
}

test('a feed is that of the end user who asks (§3)', async () => {
  const all = await items()
  expect(all.length).toBeGreaterThan(1)
  expect(await items(emulator, '?count=1')).toEqual(all.slice(0, 1))
  expect(await items(emulator, `?before=${all[0]?.date}`)).toEqual(all.slice(1))
  const status = async (query: string, headers: Record<string, string>) =>
    (await get(emulator, `${root}/user/inapp${query}`, headers)).status
  expect(await status('', napiKey)).toBe(401)
  expect(await status('', basic('env_prod_9k2:cust-0107'))).toBe(401)
  expect(await status('?count=none', own)).toBe(400)
})

test('items have every field of the schema now and then, and nothing later than now (§4)', async () => {
  const all = await everybodys()
  expect(all.length).toBeGreaterThan(100)
  const found = new Set(all.flatMap((item) => Object.keys(item)))
  expect([...found].toSorted()).toEqual(Object.keys(itemSchema.shape).toSorted())
  for (const { date, opened, clicked, archived, replies = [], seen } of all) {
    for (const at of [opened, clicked, archived, ...replies.map((reply) => reply.date)]) {
      if (at === undefined) continue
      expect(seen).toBe(true)
      expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(date))
      expect(Date.parse(at)).toBeLessThanOrEqual(now)
    }
  }
})

test('it is marked as seen: all of it, one notification’s, or one item', async () => {
  const on = emulatorWith()
  const see = (body: object) => call(on, 'PATCH', `${root}/user/inapp/unread`, own, body)
  const before = (await items(on)).filter((item) => !item.seen)
  expect(await unread(on)).toBe(before.length)
  await see({ notificationId: 'no-such' })
  await see({ trackingId: 'no-such' })
  expect(await unread(on)).toBe(before.length)
  expect(before.length).toBeGreaterThan(0)
  await see({ trackingId: before[0]?.id })
  expect(await unread(on)).toBe(before.length - 1)
  expect((await see({})).body).toEqual({ success: true })
  expect(await unread(on)).toBe(0)
})

test('it keeps what was done with its items, until its owner is deleted', async () => {
  const on = emulatorWith()
  const [first, second] = await items(on)
  const body = { trackingIds: [first?.id, 'of-nobody'], opened: '2026-11-22T18:00:00.000Z' }
  await patch(on, body)
  expect((await items(on))[0]?.opened).toBe('2026-11-22T18:00:00.000Z')
  await patch(on, { ...body, opened: null })
  expect((await items(on))[0]).not.toHaveProperty('opened')
  expect((await items(on))[1]).toEqual(second)
  expect((await patch(on, {})).status).toBe(400)
  await call(on, 'DELETE', `${root}/users/cust-0107`, napiKey)
  expect(await items(on)).toEqual([])
})

const reply = (message: string) => ({ date: '2026-11-22T18:00:00.000Z', message })

test('an answer is added to those there were, or all are set', async () => {
  const on = emulatorWith()
  const [first] = await items(on)
  const trackingIds = [first?.id]
  const messages = async () => (await items(on))[0]?.replies?.map(({ message }) => message)
  await patch(on, { trackingIds, replies: [reply('a'), reply('b')] })
  expect(await messages()).toEqual(['a', 'b'])
  await patch(on, { trackingIds, reply: reply('c') })
  expect(await messages()).toEqual(['a', 'b', 'c'])
  await patch(on, { trackingIds, replies: [] })
  expect(await messages()).toBeUndefined()
  expect((await patch(on, { trackingIds, reply: 'c' })).status).toBe(400)
})
