import { describe, expect, test } from 'vitest'

import { accountToken } from '#src/emulator/testing/environments.ts'
import {
  admin,
  errorOf,
  fieldErrors,
  flowsWith,
  read,
  userPath,
  walk,
  write,
} from '#src/emulator/testing/notiflows.ts'

type Channel = { id: string; handle: string; provider: string; type: string }
const channels = (
  await read<{ items: Channel[] }>(flowsWith(), '/notiflows/management/v1/channels', accountToken)
).body.items
const channelOf = (handle: string) =>
  channels.find((channel) => channel.handle === handle)?.id ?? ''
const [ios, android, slack, email] = ['ios', 'android', 'slack', 'email'].map((name) =>
  channelOf(`orchard-${name}`),
)

const settingsPath = (user: string, channel: string | undefined) =>
  `${userPath(user)}/channel-settings/${channel}`
const time = '2026-11-22T18:00:00Z'
const nowhere = '00000000-0000-4000-8000-000000000000'

describe('channel settings (§2, §3)', () => {
  const emulator = flowsWith()
  const tokensOf = async (user: string) =>
    Object((await read(emulator, settingsPath(user, ios))).body).settings.device_tokens

  test('of the worked example are those printed there (§10)', async () => {
    const path = settingsPath('cust-0311', '5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4')
    const { status, body } = await read(emulator, path)
    expect(status).toBe(200)
    expect(body).toEqual({
      channel_id: '5b0c6d1e-2f3a-4b5c-8d6e-7f8091a2b3c4',
      provider: 'apns',
      settings: { device_tokens: [expect.stringMatching(/^9f3c[0-9a-f]{60}$/)] },
      user_id: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
      created_at: '2026-03-09T16:21:00Z',
      updated_at: '2026-03-09T16:21:00Z',
    })
  })

  test('of the fixtures are what the contract asks for (§12)', async () => {
    const [two, shared] = [await tokensOf('demo-two-devices'), await tokensOf('demo-shared-device')]
    expect(two).toHaveLength(2)
    expect(shared).toHaveLength(1)
    expect(two).toContain(shared[0])
    for (const channel of [ios, android, slack]) {
      expect((await read(emulator, settingsPath('demo-full-profile', channel))).status).toBe(200)
      const none = await read(emulator, settingsPath('demo-no-device', channel))
      expect(none.body).toEqual(
        errorOf('not_found', 404, { resource: 'channel_settings', id: channel }),
      )
    }
  })

  test('of made-up people: some have devices, some have none, all are well formed', async () => {
    const people = await walk(emulator, `${admin}/users?limit=1000`)
    const found = { 200: 0, 404: 0 }
    for (const user of people.slice(0, 150)) {
      for (const channel of [ios, slack]) {
        const path = settingsPath(String(user['external_id']), channel)
        const { status, body } = await read(emulator, path)
        found[status === 200 ? 200 : 404] += 1
        const { settings } = Object(body)
        const tokens = settings?.device_tokens
        const destination = settings?.slack_channel_id ?? settings?.slack_user_id
        const kinds = [
          status === 404,
          Array.isArray(tokens) && tokens.length > 0,
          /^[CU]\w{10}$/.test(destination ?? ''),
        ]
        expect(kinds.filter(Boolean)).toHaveLength(1)
      }
    }
    expect(found[200]).toBeGreaterThan(30)
    expect(found[404]).toBeGreaterThan(100)
  })

  test.each([
    [
      'an unknown channel',
      nowhere,
      errorOf('not_found', 404, { resource: 'channel', id: nowhere }),
    ],
    [
      'no UUID',
      'ios',
      errorOf('bad_request', 400, { reason: 'invalid_uuid', param: 'channel_id' }),
    ],
  ])('%s (§9)', async (_, channel, body) => {
    const path = settingsPath('cust-0311', channel)
    expect((await read(emulator, path)).body).toEqual(body)
    expect((await write(emulator, 'PUT', path, {})).body).toEqual(body)
    expect((await write(emulator, 'DELETE', path)).body).toEqual(body)
  })

  test('of an unknown user: 404', async () => {
    const { body } = await read(emulator, settingsPath('nobody', ios))
    expect(body).toEqual(errorOf('not_found', 404, { resource: 'user', id: 'nobody' }))
  })

  test('are created and replaced by PUT, and taken away by DELETE', async () => {
    const on = flowsWith()
    const path = settingsPath('demo-no-device', ios)
    const put = (tokens: string[]) =>
      write(on, 'PUT', path, { settings: { device_tokens: tokens } })
    const first = await put(['aa', 'bb'])
    expect(first.status).toBe(200)
    expect(first.body).toMatchObject({
      provider: 'apns',
      settings: { device_tokens: ['aa', 'bb'] },
      created_at: time,
      updated_at: time,
    })
    await put(['cc'])
    expect((await read(on, path)).body).toMatchObject({ settings: { device_tokens: ['cc'] } })
    expect(await write(on, 'DELETE', path)).toMatchObject({ status: 204, body: null })
    expect((await read(on, path)).status).toBe(404)
    expect((await write(on, 'DELETE', path)).status).toBe(404)
  })

  test('are added to by PUT, by the switch', async () => {
    const on = flowsWith({ deviceTokens: 'add' })
    const path = settingsPath('demo-no-device', ios)
    for (const token of ['aa', 'bb', 'aa']) {
      await write(on, 'PUT', path, { settings: { device_tokens: [token] } })
    }
    expect((await read(on, path)).body).toMatchObject({ settings: { device_tokens: ['aa', 'bb'] } })
  })

  test.each([
    ['no settings', 'ios', {}, [['settings', 'required']]],
    ['no tokens', 'ios', { settings: {} }, [['settings.device_tokens', 'required']]],
    [
      'an empty list',
      'ios',
      { settings: { device_tokens: [] } },
      [['settings.device_tokens', 'required']],
    ],
    [
      'a token that is none',
      'ios',
      { settings: { device_tokens: ['a', 7] } },
      [['settings.device_tokens', 'format']],
    ],
    [
      'tokens that are no list',
      'ios',
      { settings: { device_tokens: 'a' } },
      [['settings.device_tokens', 'type']],
    ],
    ['no destination', 'slack', { settings: {} }, [['settings.slack_channel_id', 'required']]],
    [
      'two destinations',
      'slack',
      { settings: { slack_channel_id: 'C1', slack_user_id: 'U1' } },
      [['settings.slack_channel_id', 'format']],
    ],
    [
      'a channel that keeps none',
      'email',
      { settings: { device_tokens: ['a'] } },
      [['settings', 'unsupported']],
    ],
  ] as const)('%s: 422', async (_, channel, body, fields) => {
    const path = settingsPath('cust-0311', { ios, slack, email }[channel])
    const answer = await write(emulator, 'PUT', path, body)
    expect(answer.body).toEqual(fieldErrors(...fields))
  })

  test('come with an upsert, or not at all', async () => {
    const on = flowsWith()
    const settings = { channel_id: slack, settings: { slack_user_id: 'U0ADA' } }
    const preferences = { channel_types: { sms: false } }
    await write(on, 'PUT', userPath('ada'), { channel_settings: [settings], preferences })
    expect((await read(on, settingsPath('ada', slack))).body).toMatchObject(settings)
    expect((await read(on, `${userPath('ada')}/preferences`)).body).toMatchObject(preferences)
    const bad = { channel_settings: [settings, { channel_id: ios, settings: {} }] }
    const answer = await write(on, 'PUT', userPath('grace'), bad)
    expect(answer.body).toEqual(
      fieldErrors(['channel_settings.1.settings.device_tokens', 'required']),
    )
    expect((await read(on, userPath('grace'))).status).toBe(404)
  })

  test('go with their user, and do not come back with them', async () => {
    const on = flowsWith()
    await write(on, 'DELETE', userPath('cust-0311'))
    await write(on, 'PUT', userPath('cust-0311'), {})
    expect((await read(on, settingsPath('cust-0311', ios))).status).toBe(404)
  })
})
