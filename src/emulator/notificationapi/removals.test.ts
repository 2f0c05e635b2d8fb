import { describe, expect, test } from 'vitest'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import {
  call,
  emulatorOf,
  get,
  napiKey,
  walkNapi,
  type NapiPage,
} from '#src/emulator/testing/call.ts'

const pathOf = (id: string) => `/notificationapi/users/${encodeURIComponent(id)}`
const emulatorWith = (notificationapi: Partial<NotificationapiSwitches> = {}) =>
  emulatorOf({ users: 60, switches: { notificationapi } })
type Emulator = ReturnType<typeof emulatorWith>

const post = (emulator: Emulator, id: string, body: unknown, headers = napiKey) =>
  call(emulator, 'POST', pathOf(id), headers, body)
const read = async (emulator: Emulator, id: string) =>
  Object((await get(emulator, pathOf(id), napiKey)).body)
const listed = async (emulator: Emulator) =>
  (await walkNapi(emulator)).flatMap((page: NapiPage) => page.users)

const lift = (emulator: Emulator, id: string, channel = 'EMAIL', headers = napiKey) =>
  call(
    emulator,
    'DELETE',
    `/notificationapi/user_suppression/${encodeURIComponent(id)}/channel/${channel}`,
    headers,
  )

describe('DELETE /users/{id} (§3, §11)', () => {
  test('takes the record away, at once and in the list', async () => {
    const emulator = emulatorWith()
    const generated = (await listed(emulator)).find(({ id }) => id.startsWith('usr_'))?.id ?? ''
    for (const id of ['cust-0107', generated]) {
      const { status, body } = await call(emulator, 'DELETE', pathOf(id), napiKey)
      expect(status).toBe(200)
      expect(body).toEqual({ message: expect.any(String) })
      expect(await read(emulator, id)).toEqual({ id })
    }
    expect(await listed(emulator)).toHaveLength(58)
    await post(emulator, generated, { email: 'back@orchard.test' })
    expect(await read(emulator, generated)).toMatchObject({ createdAt: '2026-11-22T18:00:00.000Z' })
    expect(await listed(emulator)).toHaveLength(59)
  })

  test('of somebody unknown is 200, or 404 by the switch', async () => {
    const answer = await call(emulatorWith(), 'DELETE', pathOf('nobody'), napiKey)
    expect(answer.status).toBe(200)
    const strict = await call(
      emulatorWith({ deleteUnknown: '404' }),
      'DELETE',
      pathOf('nobody'),
      napiKey,
    )
    expect(strict.status).toBe(404)
  })

  test('a token whose user was deleted still works (§5)', async () => {
    const emulator = emulatorWith()
    const whole = await listed(emulator)
    const first = await get<NapiPage>(
      emulator,
      '/notificationapi/users?limit=5&nextToken=',
      napiKey,
    )
    await call(emulator, 'DELETE', pathOf(first.body.users[4]?.id ?? ''), napiKey)
    const next = await get<NapiPage>(
      emulator,
      `/notificationapi/users?limit=5&nextToken=${first.body.lastEvaluatedKey}`,
      napiKey,
    )
    expect(next.body.users).toEqual(whole.slice(5, 10))
  })
})

describe('lifting a suppression (§3, §11)', () => {
  test('answers the user without it, as later reads do', async () => {
    const emulator = emulatorWith()
    const { status, body } = await lift(emulator, 'cust-0107')
    expect(status).toBe(200)
    const user = { id: 'cust-0107', email: 'ines@orchard.test', timezone: 'Europe/Lisbon' }
    expect(body).toMatchObject({ user })
    expect(await read(emulator, 'cust-0107')).toMatchObject(user)
    expect(await read(emulator, 'cust-0107')).not.toHaveProperty('emailSuppressionStatus')
    expect((await listed(emulator)).find(({ id }) => id === 'cust-0107')).not.toHaveProperty(
      'emailSuppressionStatus',
    )
  })

  test('of somebody not suppressed, or unknown, is 200 and changes nothing', async () => {
    const emulator = emulatorWith()
    const before = await read(emulator, 'cust-0042')
    expect((await lift(emulator, 'cust-0042')).body).toEqual({ user: before })
    expect((await lift(emulator, 'no/body')).body).toEqual({ user: { id: 'no/body' } })
    expect(await listed(emulator)).toHaveLength(60)
  })

  test('is for EMAIL only', async () => {
    const emulator = emulatorWith()
    expect((await lift(emulator, 'cust-0107', 'SMS')).status).toBe(400)
    const lax = emulatorWith({ otherSuppressionChannel: 'ignore' })
    expect((await lift(lax, 'cust-0107', 'SMS')).status).toBe(200)
    expect(await read(lax, 'cust-0107')).toHaveProperty('emailSuppressionStatus')
  })
})
