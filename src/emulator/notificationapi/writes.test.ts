import { describe, expect, test } from 'vitest'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import {
  basic,
  call,
  emulatorOf,
  get,
  napiKey,
  walkNapi,
  type NapiPage,
} from '#src/emulator/testing/call.ts'
import { userSchema } from '#src/emulator/testing/notificationapi-schema.ts'

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

const apn = (device: string, token: string) => ({
  type: 'APN',
  token,
  device: { device_id: device, platform: 'ios' },
  environment: 'production',
})
const browser = (endpoint: string, auth: string) => ({
  sub: { endpoint, keys: { p256dh: 'BPUBLIC', auth } },
})

const suppressionAfter = async (emulator: Emulator) => {
  await post(emulator, 'cust-0107', { email: 'ines.new@orchard.test' })
  return (await read(emulator, 'cust-0107')).emailSuppressionStatus
}

describe('POST /users/{id} creates (§3, §11)', () => {
  test('a user who is then got and listed, with the times of the moment', async () => {
    const emulator = emulatorWith()
    const body = {
      email: 'ada@orchard.test',
      number: '+351912345678',
      timezone: 'Europe/Lisbon',
      slackChannel: '#ops',
      slackToken: { ok: true, access_token: 'made-up', team: { id: 'T1' } },
      pushTokens: [apn('ph-1', 'aa')],
      webPushTokens: [browser('https://push.example/1', 'k')],
    }
    const { status, body: user } = await post(emulator, 'ada / 100%', body)
    expect(status).toBe(200)
    const time = '2026-11-22T18:00:00.000Z'
    const wanted = { ...body, createdAt: time, updatedAt: time, lastSeenTime: time }
    expect(user).toEqual({ id: 'ada / 100%', ...wanted })
    expect(userSchema.parse(user)).toEqual(user)
    expect(await read(emulator, 'ada / 100%')).toEqual(user)
    expect((await listed(emulator)).filter(({ id }) => id === 'ada / 100%')).toEqual([user])
    expect(await listed(emulator)).toHaveLength(61)
  })

  test('by an empty body too', async () => {
    const emulator = emulatorWith()
    await post(emulator, 'nobody-yet', {})
    expect((await listed(emulator)).some(({ id }) => id === 'nobody-yet')).toBe(true)
  })

  test('in one environment only', async () => {
    const emulator = emulatorWith()
    await post(emulator, 'only-here', { email: 'a@b.test' })
    const other = await get(emulator, pathOf('only-here'), basic('env_stag_4m7:only-here'))
    expect(other.body).toEqual({ id: 'only-here' })
  })

  test('without empty collections', async () => {
    const { body } = await post(emulatorWith(), 'bare', { pushTokens: [], webPushTokens: [] })
    expect(body).not.toHaveProperty('pushTokens')
    expect(body).not.toHaveProperty('webPushTokens')
  })
})

describe('POST /users/{id} changes (§11)', () => {
  test('given fields replace, absent ones stay, null clears; times move', async () => {
    const emulator = emulatorWith()
    const before = await read(emulator, 'cust-0200')
    await post(emulator, 'cust-0200', { email: 'new@orchard.test', number: null, timezone: 'UTC' })
    const { number: _, ...rest } = before
    expect(await read(emulator, 'cust-0200')).toEqual({
      ...rest,
      email: 'new@orchard.test',
      timezone: 'UTC',
      updatedAt: '2026-11-22T18:00:00.000Z',
      lastSeenTime: '2026-11-22T18:00:00.000Z',
    })
    expect(await listed(emulator)).toHaveLength(60)
  })

  test('a new address leaves the suppression, unless the switch says otherwise', async () => {
    expect(await suppressionAfter(emulatorWith())).toMatchObject({ reason: 'Bounce' })
    expect(await suppressionAfter(emulatorWith({ newEmailLiftsSuppression: true }))).toBe(undefined)
  })

  test('push tokens merge by type and device, web push by endpoint', async () => {
    const emulator = emulatorWith()
    await post(emulator, 'u', {
      pushTokens: [apn('ph-1', 'old'), apn('ph-2', 'stays')],
      webPushTokens: [browser('https://a', 'old'), browser('https://b', 'stays')],
    })
    const fcm = { type: 'FCM', token: 'beside', device: { device_id: 'ph-1' } }
    await post(emulator, 'u', {
      pushTokens: [apn('ph-1', 'new'), fcm],
      webPushTokens: [browser('https://a', 'new')],
    })
    const user = await read(emulator, 'u')
    expect(user.pushTokens).toEqual([apn('ph-2', 'stays'), apn('ph-1', 'new'), fcm])
    expect(user.webPushTokens).toEqual([browser('https://b', 'stays'), browser('https://a', 'new')])
    await post(emulator, 'u', { pushTokens: null })
    expect(await read(emulator, 'u')).not.toHaveProperty('pushTokens')
  })

  test('or replace the lists, by the switch', async () => {
    const emulator = emulatorWith({ tokenWrites: 'replace' })
    await post(emulator, 'u', { pushTokens: [apn('ph-1', 'a'), apn('ph-2', 'b')] })
    await post(emulator, 'u', { pushTokens: [apn('ph-3', 'c')] })
    expect((await read(emulator, 'u')).pushTokens).toEqual([apn('ph-3', 'c')])
    await post(emulator, 'u', { pushTokens: [] })
    expect(await read(emulator, 'u')).not.toHaveProperty('pushTokens')
  })

  test('null is as good as absent, by the switch', async () => {
    const emulator = emulatorWith({ nullWrites: 'ignore' })
    await post(emulator, 'cust-0042', { number: null })
    expect(await read(emulator, 'cust-0042')).toMatchObject({ number: '+351210000042' })
  })

  test('read-only fields are ignored, unknown ones dropped', async () => {
    const emulator = emulatorWith()
    const body = { createdAt: '2001-01-01T00:00:00.000Z', emailSuppressionStatus: {}, shoe: 42 }
    const { status, body: user } = await post(emulator, 'cust-0042', body)
    expect(status).toBe(200)
    expect(user).not.toHaveProperty('createdAt')
    expect(user).not.toHaveProperty('emailSuppressionStatus')
    expect(user).not.toHaveProperty('shoe')
    const strict = emulatorWith({ readOnlyWrites: 'refuse' })
    expect((await post(strict, 'cust-0042', body)).status).toBe(400)
  })

  test('a body id must be the one of the path', async () => {
    const emulator = emulatorWith()
    expect((await post(emulator, 'a', { id: 'a' })).status).toBe(200)
    expect((await post(emulator, 'a', { id: 'b' })).status).toBe(400)
    const lax = emulatorWith({ otherBodyId: 'ignore' })
    expect((await post(lax, 'a', { id: 'b' })).body).toMatchObject({ id: 'a' })
  })

  test.each([
    ['no JSON', '{', 'the body must be a JSON object'],
    ['an array', [], 'the body must be a JSON object'],
    ['a number for an email', { email: 7 }, 'email is not valid'],
    [
      'a token without a device',
      { pushTokens: [{ type: 'FCM', token: 'x' }] },
      'pushTokens.0.device is not valid',
    ],
    [
      'an unknown token type',
      { pushTokens: [{ ...apn('p', 't'), type: 'HMS' }] },
      'pushTokens.0.type is not valid',
    ],
    ['a Slack token without ok', { slackToken: {} }, 'slackToken.ok is not valid'],
  ])('%s: 400, nothing written', async (_, body, message) => {
    const emulator = emulatorWith()
    const answer = await post(emulator, 'u', body)
    expect(answer.status).toBe(400)
    expect(answer.body).toEqual({
      trackingId: expect.stringMatching(/^trk-\d+$/),
      error: { code: 'invalid_request', message, fix: expect.any(String) },
    })
    expect(await listed(emulator)).toHaveLength(60)
  })
})

describe('who may write (§2)', () => {
  const own = basic('env_stag_4m7:me')

  test('an end user writes themselves, and nobody else', async () => {
    const emulator = emulatorWith()
    expect((await post(emulator, 'me', {}, own)).status).toBe(200)
    expect((await post(emulator, 'you', {}, own)).status).toBe(401)
    expect((await call(emulator, 'DELETE', pathOf('me'), own)).status).toBe(401)
    const path = '/notificationapi/user_suppression/me/channel/EMAIL'
    expect((await call(emulator, 'DELETE', path, own)).status).toBe(401)
  })

  test('nobody writes without a credential', async () => {
    const emulator = emulatorWith()
    expect((await call(emulator, 'POST', pathOf('me'), {}, {})).status).toBe(401)
    expect((await call(emulator, 'DELETE', pathOf('me'))).status).toBe(401)
  })
})

test('GET creates nobody, unless the switch says so', async () => {
  const emulator = emulatorWith({ getCreates: true })
  expect(await read(emulator, 'curious')).toEqual({
    id: 'curious',
    createdAt: '2026-11-22T18:00:00.000Z',
    updatedAt: '2026-11-22T18:00:00.000Z',
  })
  expect(await listed(emulator)).toHaveLength(61)
})
