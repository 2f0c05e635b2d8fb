import { describe, expect, test } from 'vitest'
import { told, toldList, untold, type Told } from '#src/domain/told.ts'
import { managementBaseUrl } from '#src/platforms/notiflows/management.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import {
  channels,
  ios,
  listed,
  noSignal,
  preferences,
  setting,
  settingsPath,
  setUpUser,
  usual,
  subscriptions,
  user,
  userRoute,
} from '#src/platforms/testing/notiflows-user.ts'
import { broken, hangs, json, type Step } from '#src/platforms/testing/scripted-fetch.ts'

describe('devices and Slack', () => {
  test('are read from the settings of each channel, and the tokens are fingerprints', async () => {
    const { get, sent } = setUpUser([
      ...usual,
      listed(channels),
      [`${settingsPath}/${ios}`, setting(ios, 'apns', { device_tokens: ['9f3c-token-of-ios'] })],
      [
        `${settingsPath}/android`,
        setting('android', 'fcm', { device_tokens: ['fcm-token-000001', 'fcm-token-000002'] }),
      ],
      [`${settingsPath}/team`, setting('team', 'slack', { slack_channel_id: 'C024BE91L' })],
    ])
    const detail = await get()
    const unknown = {
      tokenForm: 'other',
      deviceId: null,
      appId: null,
      adId: null,
      platform: null,
      manufacturer: null,
      model: null,
      environmentRaw: null,
    }
    expect(detail.user.facts.devices).toEqual(
      told([
        // Which of Apple's gateways is a property of the channel that nothing tells (§8).
        {
          type: 'APN',
          token: fingerprint('9f3c-token-of-ios'),
          apnsEnvironment: 'not-told',
          ...unknown,
        },
        { type: 'FCM', token: fingerprint('fcm-token-000001'), apnsEnvironment: null, ...unknown },
        { type: 'FCM', token: fingerprint('fcm-token-000002'), apnsEnvironment: null, ...unknown },
      ]),
    )
    expect(detail.user.facts.slack).toEqual(
      told({ destination: 'C024BE91L', connection: untold('platform') }),
    )
    expect(detail.user.facts.subscriptions).toEqual(untold('platform'))
    expect(detail.user.malformed).toEqual([])
    const management = sent.filter(({ url }) => url.pathname.startsWith('/management'))
    expect(management.map(({ target }) => target)).toEqual([
      '/management/v1/channels?page=1&limit=25',
      '/management/v1/projects?page=1&limit=25',
    ])
    expect(management[0]?.headers.get('authorization')).toBe('Bearer nf_at_orchard')
    expect(management[0]?.headers.get('x-notiflows-secret-key')).toBeNull()
    const admin = sent.filter(({ url }) => url.pathname.startsWith('/admin'))
    expect(admin.map(({ headers }) => headers.get('authorization'))).toEqual(admin.map(() => null))
  })

  test('a 404 on every channel means none, which is not the same as not told', async () => {
    const { get, targets } = setUpUser([...usual, listed(channels)])
    const { facts } = (await get()).user
    expect(facts.devices).toEqual(told([]))
    expect(facts.slack).toEqual(told({ destination: null, connection: untold('platform') }))
    // The email channel has no settings of users and is never asked.
    expect(targets('channel-settings')).toEqual([
      `${settingsPath}/${ios}`,
      `${settingsPath}/android`,
      `${settingsPath}/team`,
    ])
  })

  test('when every channel belongs to another project, nothing is known of devices', async () => {
    const gone = json(
      { error: { code: 'not_found', details: { resource: 'channel' } } },
      { status: 404 },
    )
    const { get } = setUpUser([...usual, listed(channels), [/channel-settings/, gone]])
    const { facts } = (await get()).user
    expect(facts.devices).toEqual(untold('failed'))
    expect(facts.slack).toEqual(untold('failed'))
  })

  test('a channel of another project is passed over, and the others told', async () => {
    const gone = json(
      { error: { code: 'not_found', details: { resource: 'channel' } } },
      { status: 404 },
    )
    const { get } = setUpUser([...usual, listed(channels), [`${settingsPath}/android`, gone]])
    expect((await get()).user.facts.devices).toEqual(told([]))
  })

  test('a list never asks for them', async () => {
    const { platform, sent } = setUpUser([
      ['/admin/users', json({ items: [user], page: { after: null } })],
    ])
    const created = { after: null, before: null }
    const request = { limit: 100, created, from: null, signal: noSignal }
    const { users } = await platform.listUsers(request)
    expect(sent).toHaveLength(1)
    expect(users[0]?.facts.devices).toEqual(untold('platform'))
  })

  test.each([
    ['no account token', [], '', 'not-configured'],
    [
      'an account token that is refused',
      [['/management/v1/channels', json({}, { status: 401 })]],
      undefined,
      'credential',
    ],
    [
      'one that may not',
      [['/management/v1/channels', json({}, { status: 403 })]],
      undefined,
      'credential',
    ],
    [
      'a platform that fails',
      [['/management/v1/channels', json({}, { status: 500 })]],
      undefined,
      'failed',
    ],
    ['a broken connection', [['/management/v1/channels', broken]], undefined, 'failed'],
    ['no such API', [], undefined, 'failed'],
    [
      'a list that is none',
      [['/management/v1/channels', json({ message: 'hello' })]],
      undefined,
      'failed',
    ],
    ['a push channel without an id', [listed([{ type: 'mobile_push' }])], undefined, 'failed'],
  ] as const)(
    'with %s they are not told, and the user is all the same',
    async (_what, routes, accountToken, why) => {
      const { get } = setUpUser(
        [...usual, ...routes],
        accountToken === undefined ? {} : { accountToken },
      )
      const detail = await get()
      expect(detail.user.email).toBe('rui@orchard.test')
      expect(detail.user.facts.devices).toEqual(untold(why))
      expect(detail.user.facts.slack).toEqual(untold(why))
      expect(valueOf(detail.preferences)).toHaveLength(1)
    },
  )

  test('devices fail without Slack, and Slack without devices', async () => {
    const fails = json({}, { status: 500 })
    const push = setUpUser([...usual, listed(channels), [`${settingsPath}/android`, fails]])
    const { facts } = (await push.get()).user
    // One channel of two is not known: what the other told is no whole answer.
    expect(facts.devices).toEqual(untold('failed'))
    expect(facts.slack.told).toBe(true)
    const chat = setUpUser([
      ...usual,
      listed(channels),
      [`${settingsPath}/team`, json({}, { status: 403 })],
    ])
    const other = (await chat.get()).user.facts
    expect([other.devices, other.slack]).toEqual([told([]), untold('credential')])
  })

  test.each([
    ['https://x.test/admin', '/management/v1/channels'],
    ['https://x.test/admin/', '/management/v1/channels'],
    ['https://x.test/admin/v1', '/management/v1/channels'],
    ['https://x.test/api/admin/v1', '/api/management/v1/channels'],
    ['https://x.test/notiflows/admin', '/notiflows/management/v1/channels'],
  ])('beside %s the Management API is at %s', async (baseUrl, path) => {
    const { pathname } = new URL(baseUrl)
    const { get, sent } = setUpUser(
      [
        [`${pathname.replace(/\/$/, '')}/users/cust-0311`, json(user)],
        [path, json({ items: [], page_info: {} })],
      ],
      { baseUrl },
    )
    expect((await get()).user.facts.devices).toEqual(told([]))
    expect(sent.map(({ url }) => url.pathname)).toContain(path)
  })

  test('beside a base URL of another form nothing is guessed', async () => {
    expect(managementBaseUrl('https://x.test/nf')).toBeNull()
    const { get } = setUpUser([['/nf/users/cust-0311', json(user)]], {
      baseUrl: 'https://x.test/nf',
    })
    expect((await get()).user.facts.devices).toEqual(untold('not-configured'))
  })

  test('the path with the project in it is taken where the other is not there', async () => {
    const { get, targets } = setUpUser([
      ...usual,
      ['/management/v1/whoami', json({ project: { id: 'p', name: 'Orchard', slug: 'orchard' } })],
      ['/management/v1/projects/orchard/channels', json({ items: channels, page_info: {} })],
    ])
    expect((await get()).user.facts.devices).toEqual(told([]))
    expect(targets('/management')).toEqual([
      '/management/v1/channels?page=1&limit=25',
      '/management/v1/projects?page=1&limit=25',
      '/management/v1/whoami',
      '/management/v1/projects/orchard/channels?page=1&limit=25',
    ])
  })
})

test('A07: a device token is hidden in the user’s own record too, wherever it stands', async () => {
  const token = 'CANARY-fcm-token-7f3a'
  const record = { ...user, email: `${token}@x.test`, custom_fields: { note: `old: ${token}` } }
  const { get } = setUpUser([
    ['/admin/users/cust-0311', json(record)],
    [
      '/admin/users/cust-0311/preferences',
      json({ channel_types: {}, notiflows: { [token]: { enabled: false, name: token } } }),
    ],
    ['/admin/users/cust-0311/subscriptions', json({ items: [{ topic_name: token }], page: {} })],
    listed([{ id: 'android', type: 'mobile_push' }]),
    [`${settingsPath}/android`, setting('android', 'fcm', { device_tokens: [token] })],
  ])
  const detail = await get()
  expect(valueOf(detail.user.facts.devices)[0]?.token).toEqual(fingerprint(token))
  expect(valueOf(detail.preferences)[0]?.notification).toBe('[redacted]')
  expect(JSON.stringify(detail)).not.toContain('CANARY')
})

describe('time and abort', () => {
  test('whatever hangs, the user is there within 4 s, and what hung is not told', async () => {
    const { get, clock } = setUpUser([
      userRoute,
      ['/admin/users/cust-0311/preferences', hangs],
      subscriptions,
      ['/management/v1/channels', hangs],
    ])
    const begun = clock.now()
    const detail = await get()
    expect(clock.now() - begun).toBeLessThanOrEqual(4000)
    const facts: readonly Told<unknown>[] = [detail.preferences, detail.user.facts.devices]
    expect(facts).toEqual([untold('failed'), untold('failed')])
    expect(detail.subscriptions).toEqual(toldList([]))
  })

  test('settings that hang behind a quick list of channels take no longer', async () => {
    const { get, clock } = setUpUser([...usual, listed(channels), [/channel-settings/, hangs]])
    const begun = clock.now()
    const detail = await get()
    expect(clock.now() - begun).toBeLessThanOrEqual(4000)
    expect(detail.user.facts.devices).toEqual(untold('failed'))
    expect(detail.preferences.told).toBe(true)
  })

  test('behind a slow user they get what is left of 15 s', async () => {
    // Fails after 4 s, and answers 9 s later.
    const steps = [json({}, { status: 503 }), json(user)]
    const slow: Step = (sent) => {
      const step = steps.shift() ?? hangs
      return clock.sleep(steps.length > 0 ? 4000 : 9000).then(() => step(sent))
    }
    const late: Step = (sent) => clock.sleep(1900).then(() => preferences[1](sent))
    const { get, clock } = setUpUser([
      ['/admin/users/cust-0311', slow],
      ['/admin/users/cust-0311/preferences', late],
      [/./, hangs],
    ])
    const begun = clock.now()
    const detail = await get()
    expect(clock.now() - begun).toBe(15_000)
    expect([detail.preferences.told, detail.subscriptions]).toEqual([true, untold('failed')])
  })

  test('a caller who leaves is not given half an answer, and nobody is asked any further', async () => {
    const caller = new AbortController()
    const { get, sent, clock } = setUpUser([userRoute, [/./, hangs]])
    const reason = new Error('gone')
    const work = get('cust-0311', caller.signal)
    const outcome = work.catch((error: unknown) => error)
    await clock.advance(10)
    caller.abort(reason)
    expect(await outcome).toBe(reason)
    expect(sent.slice(1).map(({ signal }) => signal.aborted)).toEqual(sent.slice(1).map(() => true))
  })

  test('nobody is asked about somebody who is not there', async () => {
    const { platform, sent } = setUpUser([])
    expect(await platform.getUser('cust-9999', noSignal)).toBeNull()
    expect(sent).toHaveLength(1)
  })
})
