import { describe, expect, test } from 'vitest'
import { told, untold } from '#src/domain/told.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import {
  ios,
  listed,
  noSignal,
  setting,
  settingsPath,
  setUpUser,
  usual,
  type Route,
} from '#src/platforms/testing/notiflows-user.ts'
import { routed } from '#src/platforms/testing/routed.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

describe('the settings of many channels', () => {
  const push = Array.from({ length: 12 }, (_, i) => ({ id: `p${i}`, type: 'mobile_push' }))

  test('are asked for four at a time', async () => {
    const clock = createFakeClock()
    let open = 0
    let most = 0
    const slow: Step = async (sent) => {
      open += 1
      most = Math.max(most, open)
      await clock.sleep(100)
      open -= 1
      return json({}, { status: 404 })(sent)
    }
    const { fetch, sent } = scriptedFetch(
      clock,
      routed(...usual, listed(push), [/channel-settings/, slow]),
    )
    const platform = createNotiflows(
      {
        baseUrl: 'https://a.test/admin',
        apiKey: 'pk_orchard',
        secretKey: 'sk_orchard',
        accountToken: 'nf_at_orchard',
      },
      { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
    )
    await clock.during(platform.getUser('cust-0311', noSignal))
    expect(most).toBe(4)
    expect(sent.filter(({ target }) => target.includes('channel-settings'))).toHaveLength(12)
  })

  test('are not asked for any further once one was refused', async () => {
    const { get, targets } = setUpUser([
      ...usual,
      listed(push),
      [/channel-settings/, json({}, { status: 403 })],
    ])
    expect((await get()).user.facts.devices).toEqual(untold('credential'))
    expect(targets('channel-settings').length).toBeLessThanOrEqual(8)
  })
})

const devicesFrom = async (settings: unknown, provider: unknown = 'apns') => {
  const body = { channel_id: ios, provider, settings }
  const { get } = setUpUser([
    ...usual,
    listed([{ id: ios, type: 'mobile_push', provider: 'apns' }]),
    [`${settingsPath}/${ios}`, json(body)],
  ])
  const { facts, malformed } = (await get()).user
  return { devices: facts.devices, malformed }
}

const placesFrom = async (...settings: readonly unknown[]) => {
  const chat = settings.map((_, i) => ({ id: `chat${i}`, type: 'chat' }))
  const routes = settings.map((each, i): Route => [
    `${settingsPath}/chat${i}`,
    setting(`chat${i}`, 'slack', each),
  ])
  const { get } = setUpUser([...usual, listed(chat), ...routes])
  return (await get()).user.facts.slack
}

const chat = (id: string, provider: string | null) => ({ id, type: 'chat', provider })

describe('a chat that is not Slack', () => {
  test.each(['ms_teams', 'Discord', 'webex'])('is not asked about: %s', async (provider) => {
    const { get, targets } = setUpUser([
      ...usual,
      listed([chat('team', provider), chat('ops', 'Slack')]),
      [`${settingsPath}/ops`, setting('ops', 'slack', { slack_channel_id: 'C1' })],
      [`${settingsPath}/team`, setting('team', provider, { slack_channel_id: 'C2' })],
    ])
    expect(valueOf((await get()).user.facts.slack).destination).toBe('C1')
    expect(targets('channel-settings')).toEqual([`${settingsPath}/ops`])
  })

  test('alone leaves Slack with nowhere to go, which is known', async () => {
    const { get } = setUpUser([...usual, listed([chat('team', 'ms_teams')])])
    expect((await get()).user.facts.slack).toEqual(
      told({ destination: null, connection: untold('platform') }),
    )
  })

  test('that only its setting names is passed over', async () => {
    const { get } = setUpUser([
      ...usual,
      listed([chat('team', null), chat('ops', null)]),
      [`${settingsPath}/team`, setting('team', 'discord', { discord_id: 'D1' })],
      [`${settingsPath}/ops`, setting('ops', 'slack_app', { slack_user_id: 'U1' })],
    ])
    const { facts, malformed } = (await get()).user
    expect(valueOf(facts.slack).destination).toBe('U1')
    expect(malformed).toEqual([])
  })
})

describe('B01, B02: settings of another shape', () => {
  test.each([
    undefined,
    null,
    5,
    'x',
    [],
    {},
    { device_tokens: 'x' },
    { device_tokens: { a: 'x' } },
    { device_tokens: null },
  ])('%j tells of no devices, and is marked', async (settings) => {
    const { devices, malformed } = await devicesFrom(settings)
    expect(devices).toEqual(untold('failed'))
    expect(malformed.join()).toContain(`channelSettings.${ios}`)
  })

  test('one bad token costs no other', async () => {
    const { devices, malformed } = await devicesFrom({
      device_tokens: ['token-0001', null, '', 7, 'token-0002'],
    })
    expect(valueOf(devices)).toHaveLength(2)
    expect(malformed).toEqual(
      [1, 2, 3].map((i) => `channelSettings.${ios}.settings.device_tokens[${i}]`),
    )
  })

  test.each([
    ['fcm', 'FCM'],
    ['APNS', 'APN'],
    ['huawei', 'huawei'],
    [null, 'APN'],
    ['', 'unknown'],
  ])('the provider %j is the type %j', async (provider, type) => {
    const { devices } = await devicesFrom({ device_tokens: ['token-0001'] }, provider)
    expect(valueOf(devices)[0]?.type).toBe(type)
  })

  test.each([
    [[{ slack_channel_id: 'C1' }], 'C1'],
    [[{ slack_user_id: 'U1' }], 'U1'],
    [[{ slack_channel_id: 'C1' }, { slack_user_id: 'U1' }, { slack_channel_id: 'C1' }], 'C1, U1'],
  ] as const)('%j is the place %j', async (settings, destination) => {
    expect(valueOf(await placesFrom(...settings)).destination).toBe(destination)
  })

  test.each([{ discord_id: 'D1' }, { slack_channel_id: '' }, {}])(
    'a setting in which no place can be read, %j, is not "nowhere"',
    async (found) => {
      expect(await placesFrom(found)).toEqual(untold('failed'))
    },
  )

  test('tokens that cannot be read are not "no device"', async () => {
    expect((await devicesFrom({ device_tokens: [null, {}] })).devices).toEqual(untold('failed'))
  })

  test('a chat setting that cannot be read hides no other', async () => {
    expect(await placesFrom({ slack_channel_id: 'C1' }, 'x')).toEqual(untold('failed'))
  })
})
