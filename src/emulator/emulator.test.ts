import { describe, expect, test } from 'vitest'

import {
  call,
  emulatorOf,
  get,
  napiKey,
  notiflowsKeys,
  now,
  origin,
} from '#src/emulator/testing/call.ts'

import { createEmulator } from './emulator.ts'

type Entry = Readonly<Record<string, string>>

const keysOf = (entries: readonly object[]) =>
  entries.flatMap((entry) =>
    Object.entries(entry).flatMap(([field, value]) => (/key|secret/i.test(field) ? value : [])),
  )

const ask = async (host: string, path: string) => {
  const headers = { ...napiKey, ...notiflowsKeys, host }
  return emulatorOf().fetch(new Request(origin + path, { headers }))
}

describe('GET /', () => {
  test('lists entries for the config file, and nothing in them that it does not know', async () => {
    const emulator = emulatorOf()
    const { body } = await get<{ environments: Entry[] }>(emulator, '/')
    expect(body.environments).toEqual(emulator.environments)
    const pingram = expect.stringMatching(/^pingram_sk_\w{40}$/)
    const common = { platform: 'notificationapi', baseUrl: `${origin}/notificationapi` }
    const flows = {
      platform: 'notiflows',
      baseUrl: `${origin}/notiflows/admin`,
      apiKey: expect.stringMatching(/^pk_\w{32}$/),
      secretKey: expect.stringMatching(/^sk_\w{48}$/),
      accountToken: expect.stringMatching(/^nf_at_\w{40}$/),
    }
    expect(body.environments).toEqual([
      {
        id: 'notificationapi-production',
        name: 'Production',
        stage: 'production',
        ...common,
        apiKey: pingram,
        envId: 'env_prod_9k2',
      },
      {
        id: 'notificationapi-staging',
        name: 'Staging',
        stage: 'test',
        ...common,
        clientId: expect.stringMatching(/^env_/),
        clientSecret: expect.stringMatching(/^\w{48}$/),
      },
      {
        id: 'notificationapi-empty',
        name: 'Empty',
        stage: 'test',
        ...common,
        apiKey: pingram,
        envId: 'env_void_1q8',
      },
      { id: 'notiflows-production', name: 'Production', stage: 'production', ...flows },
      { id: 'notiflows-test', name: 'Test', stage: 'test', ...flows },
    ])
  })

  test('every entry opens its environment', async () => {
    const emulator = emulatorOf()
    for (const entry of emulator.environments) {
      const headers =
        entry.platform === 'notiflows'
          ? { 'x-notiflows-api-key': entry.apiKey, 'x-notiflows-secret-key': entry.secretKey }
          : 'apiKey' in entry
            ? { authorization: `Bearer ${entry.apiKey}` }
            : { authorization: `Basic ${btoa(`${entry.clientId}:${entry.clientSecret}`)}` }
      const base = entry.baseUrl.slice(origin.length)
      expect((await get(emulator, `${base}/users?limit=1&nextToken=`, headers)).status).toBe(200)
      if (entry.platform === 'notiflows') continue
      // By what Rollcall makes of the entry: the environment named on every call, the legacy paths too.
      const envId = 'envId' in entry ? entry.envId : entry.clientId
      const named = `${base}/users?limit=1&nextToken=&envId=${envId}`
      expect((await get(emulator, named, headers)).status).toBe(200)
      const wishes = await get(
        emulator,
        `${base}/${envId}/users/cust-0107/preferences?envId=${envId}`,
        headers,
      )
      expect(wishes.body).toMatchObject({ preferences: expect.any(Array) })
    }
  })

  test('keys are the same on every run, and all different', async () => {
    const keys = keysOf(emulatorOf().environments)
    expect(keysOf(emulatorOf({ users: 5 }).environments)).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('lists the credentials of the accounts apart', async () => {
    const { body } = await get<{ accounts: unknown[] }>(emulatorOf(), '/')
    expect(body.accounts).toEqual([
      expect.objectContaining({
        platform: 'notificationapi',
        apiKey: expect.stringMatching(/^pingram_sk_/),
        jwt: expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/),
        envIds: ['env_prod_9k2', 'env_stag_4m7', 'env_void_1q8'],
      }),
      {
        platform: 'notiflows',
        accountToken: expect.stringMatching(/^nf_at_/),
        projects: ['notiflows-production', 'notiflows-test'].map((slug) =>
          expect.objectContaining({ environment: slug, slug, id: expect.any(String) }),
        ),
      },
    ])
  })
})

describe('POST /reset', () => {
  const lifted = '/notificationapi/user_suppression/cust-0107/channel/EMAIL'
  const flowsUser = '/notiflows/admin/users/ada'

  test('forgets every write to both platforms, and nothing else', async () => {
    const emulator = emulatorOf()
    const read = async () => ({
      listing: (await get(emulator, '/')).body,
      napi: (await get(emulator, '/notificationapi/users?limit=1000', napiKey)).body,
      flows: (await get(emulator, '/notiflows/admin/users?limit=1000', notiflowsKeys)).body,
      runs: (await get(emulator, '/notiflows/admin/deliveries?limit=9', notiflowsKeys)).body,
      topics: (await get(emulator, '/notiflows/admin/topics', notiflowsKeys)).body,
    })
    const before = await read()
    await call(emulator, 'DELETE', lifted, napiKey)
    await call(emulator, 'POST', '/notificationapi/users/ada', napiKey, {})
    await call(emulator, 'PUT', flowsUser, notiflowsKeys, { email: 'ada@orchard.test' })
    const run = '/notiflows/admin/notiflows/order-confirmation/run'
    await call(emulator, 'POST', run, notiflowsKeys, { recipients: ['ada'] })
    await call(emulator, 'POST', `${flowsUser}/subscriptions`, notiflowsKeys, { topic_name: 'new' })
    const written = await read()
    for (const part of ['napi', 'flows', 'runs', 'topics'] as const) {
      expect(written[part]).not.toEqual(before[part])
    }
    expect(await call(emulator, 'POST', '/reset')).toMatchObject({ status: 204, body: null })
    expect(await read()).toEqual(before)
  })

  test('counts requests from the beginning again', async () => {
    const emulator = emulatorOf({ switches: { notificationapi: { failEvery: 2 } } })
    const status = async () => (await get(emulator, '/notificationapi/account', napiKey)).status
    expect(await status()).toBe(200)
    await call(emulator, 'POST', '/reset')
    expect(await status()).toBe(200)
    expect(await status()).toBe(500)
  })

  test('is not for pages, nor under a foreign name', async () => {
    const emulator = emulatorOf()
    await call(emulator, 'POST', '/notificationapi/users/ada', napiKey, { number: '+1' })
    const page = { origin: 'https://evil.example' }
    expect((await call(emulator, 'POST', '/reset', page)).status).toBe(403)
    expect((await call(emulator, 'POST', '/reset', { host: 'evil.example' })).status).toBe(421)
    const { body } = await get(emulator, '/notificationapi/users/ada', napiKey)
    expect(body).toMatchObject({ number: '+1' })
  })
})

describe('a Host that is not this machine is turned away (DNS rebinding)', () => {
  const paths = [
    '/',
    '/notificationapi/users',
    '/notificationapi/users/cust-0042',
    '/notiflows/admin/users',
    '/nothing',
  ]
  test.each([
    'evil.example',
    'evil.example:4311',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '192.0.2.1:4311',
    '0.0.0.0:4311',
    'localhost@evil.example',
    '',
  ])('"%s": 421 on every route', async (host) => {
    for (const path of paths) expect((await ask(host, path)).status).toBe(421)
  })

  test.each([
    'localhost',
    'localhost:4311',
    'LOCALHOST:4311',
    '127.0.0.1:4311',
    '127.0.0.2',
    '[::1]:4311',
  ])('"%s" is this machine', async (host) => {
    expect((await ask(host, '/')).status).toBe(200)
  })
})

describe('ten million users', () => {
  const emulator = createEmulator({ users: 10_000_000, now, origin })
  type Page = { users: { id: string }[]; lastEvaluatedKey: string; hasMore: boolean }
  type FlowsPage = { items: { id: string; external_id: string }[]; page: { after: string | null } }

  test('pages far inside are as good as the first', async () => {
    const everywhere = ['', 'usr_00000000', 'usr_zzzzzzzz', 'demo-two-browsers', '20000001']
    for (const id of everywhere) {
      const token =
        id === ''
          ? ''
          : Buffer.from(JSON.stringify({ e: 'env_prod_9k2', u: id })).toString('base64url')
      const path = `/notificationapi/users?limit=1000&nextToken=${token}`
      const { body } = await get<Page>(emulator, path, napiKey)
      expect(new Set(body.users.map((user) => user.id)).size).toBe(1000)
      const last = body.users.at(-1)
      const found = await get(
        emulator,
        `/notificationapi/users/${encodeURIComponent(last?.id ?? '')}`,
        napiKey,
      )
      expect(found.body).toEqual(last)
    }
  })

  test('filters reach any depth', async () => {
    for (const before of ['2026-11-01', '2025-06-01', '2023-11-30']) {
      const path = `/notiflows/admin/users?limit=1000&created_before=${before}T00:00:00Z`
      const { body } = await get<FlowsPage>(emulator, path, notiflowsKeys)
      expect(body.items).toHaveLength(1000)
      const next = await get<FlowsPage>(emulator, `${path}&after=${body.page.after}`, notiflowsKeys)
      const ids = [...body.items, ...next.body.items].map(({ id }) => id)
      expect(ids).toEqual(ids.toSorted().toReversed())
      expect(new Set(ids).size).toBe(2000)
      const last = next.body.items.at(-1)
      const found = await get(
        emulator,
        `/notiflows/admin/users/${encodeURIComponent(last?.external_id ?? '')}`,
        notiflowsKeys,
      )
      expect(found.body).toEqual(last)
    }
  })

  test('nothing is prepared per user: ten million are made as fast as ten', () => {
    // Would take minutes, and gigabytes, if it were otherwise: no clock is needed to notice.
    for (let at = 0; at < 50; at += 1) createEmulator({ users: 10_000_000, now, origin })
    expect(emulator.environments).toHaveLength(5)
  })
})
