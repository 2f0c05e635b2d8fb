import { createHmac } from 'node:crypto'

import { describe, expect, test } from 'vitest'

import { basic, call, emulatorOf, get, napiKey } from '#src/emulator/testing/call.ts'
import {
  bearer,
  napiAccount,
  napiEnvironment,
  napiServer,
} from '#src/emulator/testing/environments.ts'

const emulatorWith = () => emulatorOf({ users: 60 })
type Emulator = ReturnType<typeof emulatorWith>
const root = '/notificationapi/env_prod_9k2'
const server = napiServer('Production')
const { clientSecret } = napiEnvironment('Production')
const endUser = (id: string) =>
  basic(`env_prod_9k2:${id}:${createHmac('sha256', clientSecret).update(id).digest('base64')}`)
const userPath = (id: string) => `${root}/users/${encodeURIComponent(id)}`

describe('identify and get (§1, §3)', () => {
  test('as the end user whom the hash proves, seen on the current path at once', async () => {
    const emulator = emulatorWith()
    const id = 'ada / 100%'
    const { status, body } = await call(emulator, 'POST', userPath(id), endUser(id), {
      email: 'ada@orchard.test',
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ id, email: 'ada@orchard.test' })
    for (const path of [`${userPath(id)}/`, userPath(id)]) {
      expect((await get(emulator, path, endUser(id))).body).toEqual(body)
    }
    const current = `/notificationapi/users/${encodeURIComponent(id)}`
    expect((await get(emulator, current, napiKey)).body).toEqual(body)
  })

  test('never 404: an unknown id is a bare user', async () => {
    expect((await get(emulatorWith(), `${userPath('nobody')}/`, server)).body).toEqual({
      id: 'nobody',
    })
  })

  test.each([
    ['no credential', {}],
    ['a hash of another', basic(`env_prod_9k2:ada:${'x'.repeat(44)}`)],
    ['no hash, in secure mode', basic('env_prod_9k2:ada')],
    ['another end user', endUser('grace')],
    ['another environment', napiServer('Staging')],
  ])('%s: 401', async (_, headers) => {
    const emulator = emulatorWith()
    expect((await get(emulator, `${userPath('ada')}/`, Object(headers))).status).toBe(401)
    expect((await call(emulator, 'POST', userPath('ada'), Object(headers), {})).status).toBe(401)
  })

  test('the client id in the path names the environment for an account', async () => {
    const emulator = emulatorWith()
    const path = '/notificationapi/env_stag_4m7/users/cust-0107/'
    const { body } = await get(emulator, path, bearer(napiAccount.jwt))
    expect(body).toMatchObject({ email: 'ines@orchard.test' })
    const other = '/notificationapi/env_other/users/cust-0107/'
    expect((await get(emulator, other, bearer(napiAccount.jwt))).status).toBe(401)
  })
})

describe('preferences (§3, legacy only)', () => {
  const path = `${userPath('cust-0107')}/preferences`
  const off = { notificationId: 'price_drop', channel: 'PUSH', delivery: 'off' }
  const weekly = {
    notificationId: 'price_drop',
    channel: 'PUSH',
    delivery: 'weekly',
    subNotificationId: 'garden',
  }
  type Body = { preferences: object[]; notifications: object[]; subNotifications: object[] }
  const read = async (emulator: Emulator, headers = server) =>
    (await get<Body>(emulator, path, headers)).body

  test('list every notification on every channel it uses', async () => {
    const body = await read(emulatorWith())
    expect(body.notifications).toContainEqual({
      notificationId: 'price_drop',
      title: expect.any(String),
      channels: ['PUSH', 'WEB_PUSH'],
    })
    expect(body.subNotifications).toContainEqual({
      notificationId: 'price_drop',
      subNotificationId: 'garden',
      title: 'Garden',
    })
    expect(body.preferences).toContainEqual({ ...off, delivery: 'instant' })
    expect(body.preferences).toContainEqual({ ...weekly, delivery: 'instant' })
  })

  test('are written by the person or by a server, and forgotten again', async () => {
    const emulator = emulatorWith()
    expect((await call(emulator, 'POST', path, endUser('cust-0107'), [off])).status).toBe(200)
    const other = `${root}/user_preferences/cust-0107`
    expect((await call(emulator, 'POST', other, server, [weekly])).status).toBe(200)
    const written = (await read(emulator)).preferences
    expect(written).toContainEqual(off)
    expect(written).toContainEqual(weekly)

    const one = `${path}?notificationId=price_drop&subNotificationId=garden`
    expect((await call(emulator, 'DELETE', one, endUser('cust-0107'))).status).toBe(200)
    const less = (await read(emulator)).preferences
    expect(less).toContainEqual(off)
    expect(less).toContainEqual({ ...weekly, delivery: 'instant' })
    await call(emulator, 'DELETE', `${path}?notificationId=price_drop`, server)
    expect((await read(emulator)).preferences).toContainEqual({ ...off, delivery: 'instant' })
  })

  test('go with their user', async () => {
    const emulator = emulatorWith()
    await call(emulator, 'POST', path, server, [off])
    await call(emulator, 'DELETE', '/notificationapi/users/cust-0107', napiKey)
    expect((await read(emulator)).preferences).not.toContainEqual(off)
  })

  test('some made-up people have opted out of something, most have not', async () => {
    const emulator = emulatorOf({ users: 400 })
    const { body } = await get<{ users: { id: string }[] }>(
      emulator,
      '/notificationapi/users?limit=200&nextToken=',
      napiKey,
    )
    let opted = 0
    for (const { id } of body.users) {
      const answer = await get<Body>(emulator, `${userPath(id)}/preferences`, server)
      if (JSON.stringify(answer.body.preferences).includes('"off"')) opted += 1
    }
    expect(opted).toBeGreaterThan(8)
    expect(opted).toBeLessThan(50)
  })

  test.each([
    ['no JSON', '['],
    ['an object', off],
    ['an unknown delivery', [{ ...off, delivery: 'never' }]],
    ['an unknown channel', [{ ...off, channel: 'FAX' }]],
  ])('%s: 400', async (_, body) => {
    const answer = await call(emulatorWith(), 'POST', path, server, body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { code: 'invalid_request' } })
  })

  test('deleting needs a notification: 400', async () => {
    expect((await call(emulatorWith(), 'DELETE', path, server)).status).toBe(400)
  })

  test('are not for others: 401', async () => {
    const emulator = emulatorWith()
    expect((await get(emulator, path, endUser('grace'))).status).toBe(401)
    const other = `${root}/user_preferences/cust-0107`
    expect((await call(emulator, 'POST', other, endUser('cust-0107'), [off])).status).toBe(401)
  })
})

test('the legacy feed is the person’s', async () => {
  const emulator = emulatorWith()
  const path = `${userPath('cust-0107')}/notifications/INAPP_WEB`
  const { body } = await get(emulator, `${path}?count=1`, endUser('cust-0107'))
  const [item] = Object(body).notifications
  expect(item).toMatchObject({ id: expect.any(String), seen: expect.any(Boolean) })
  const mark = { trackingIds: [item.id], archived: '2026-11-22T18:00:00.000Z' }
  expect((await call(emulator, 'PATCH', path, endUser('cust-0107'), mark)).status).toBe(200)
  const after = await get(emulator, `${path}?count=1`, endUser('cust-0107'))
  expect(Object(after.body).notifications[0]).toMatchObject({ archived: mark.archived })
})
