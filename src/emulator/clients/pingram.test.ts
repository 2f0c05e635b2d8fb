import { GetUsersResponseUsersInnerPushTokensInnerTypeEnum as TokenType, Pingram } from 'pingram'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { startEmulator, type RunningEmulator } from '#src/emulator/server.ts'
import { bearer, napiAccount, napiServer } from '#src/emulator/testing/environments.ts'

import { onlyLoopback } from './loopback-only.ts'

const attempts = onlyLoopback()
const users = 230
let emulator: RunningEmulator
let seen: URL[] = []

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, users })
})
afterAll(() => emulator.close())

/** Sends only to the emulator, and notes what was sent. */
const fetchApi: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input)
  if (url.origin !== emulator.url) throw new Error(`${url.host} is not the emulator`)
  seen.push(url)
  return fetch(url, init)
}

const clientWith = (apiKey = 'pingram_sk_demo_prod', headers: Record<string, string> = {}) => {
  seen = []
  return new Pingram({ apiKey, baseUrl: `${emulator.url}/notificationapi`, fetchApi, headers })
}
/** The calls that reached the emulator, with their methods' paths. */
const calls = () => seen.map(({ pathname }) => pathname.replace('/notificationapi', ''))

const everybody = async (client: Pingram, envId?: string) => {
  const found = []
  let token = ''
  do {
    const page = await client.users.listUsers(50, token, envId)
    found.push(...page.users)
    token = page.lastEvaluatedKey ?? ''
    expect(page.hasMore).toBe(token !== '')
  } while (token !== '')
  return found
}

describe('the vendor’s current client (pingram) with the emulator as its platform', () => {
  test('walks the list to its end', async () => {
    const found = await everybody(clientWith())
    expect(new Set(found.map(({ id }) => id)).size).toBe(users)
    expect(calls()).toEqual(Array.from({ length: 5 }, () => '/users'))
    const ines = found.find(({ id }) => id === 'cust-0107')
    // The reason is a field of its model; the details, which it does not know, come through whole.
    expect(ines?.emailSuppressionStatus).toMatchObject({
      reason: 'Bounce',
      details: { bounceType: 'Permanent', feedbackId: 'fb-01' },
    })
  })

  test('identifies somebody, and gets and lists them at once', async () => {
    const client = clientWith()
    const id = 'ada / 100%'
    const device = { device_id: 'ph-1', platform: 'ios' }
    const written = await client.user.identify(id, {
      id,
      email: 'ada@orchard.test',
      pushTokens: [{ type: TokenType.APN, token: 'aa', device, environment: 'production' }],
    })
    expect(written).toMatchObject({ id, email: 'ada@orchard.test' })
    const now = new Date().toISOString()
    expect(written.createdAt?.slice(0, 13)).toBe(now.slice(0, 13))
    expect(await client.user.getUser(id)).toEqual(written)
    expect(calls()).toEqual(['/users/ada%20%2F%20100%25', '/users/ada%20%2F%20100%25'])
    expect(await everybody(client)).toContainEqual(written)
    await client.users.deleteUser(id)
  })

  test('gets a bare user for an id that nobody has', async () => {
    expect((await clientWith().user.getUser('nobody')).id).toBe('nobody')
    expect(calls()).toEqual(['/users/nobody'])
  })

  test('deletes somebody', async () => {
    const client = clientWith()
    expect(await client.users.deleteUser('cust-0042')).toEqual({ message: expect.any(String) })
    expect(calls()).toEqual(['/users/cust-0042'])
    expect((await everybody(client)).map(({ id }) => id)).not.toContain('cust-0042')
  })

  test('lifts a suppression', async () => {
    const client = clientWith()
    const before = await client.user.getUser('demo-complaint')
    expect(before.emailSuppressionStatus?.reason).toBe('Complaint')
    const { user } = await client.users.removeUserFromSuppression('demo-complaint', 'EMAIL')
    expect(user.email).toBe(before.email)
    expect((await client.user.getUser('demo-complaint')).emailSuppressionStatus).toBeUndefined()
    expect(calls()[1]).toBe('/user_suppression/demo-complaint/channel/EMAIL')
  })

  test('reads environments and account, by the account’s JWT', async () => {
    const client = clientWith(napiAccount.jwt)
    const environments = await client.environments.listEnvironments()
    expect(environments.map(({ title }) => title)).toEqual(['Production', 'Staging', 'Empty'])
    expect(environments[1]).toMatchObject({ disableSending: ['PUSH'], secureMode: false })
    expect((await client.account.getAccountDetails()).name).toBe('Orchard')
    expect(calls()).toEqual(['/environments', '/account'])
    const found = await client.users.listUsers(5, '', environments[1]?.clientId)
    expect(found.users).toHaveLength(5)
    await expect(client.users.listUsers(5, '')).rejects.toThrow('envId is required')
  })

  test('asks the logs why somebody was not reached', async () => {
    const client = clientWith()
    const { queryId } = await client.logs.startLogsQuery({ userFilter: 'cust-0107' })
    let result = await client.logs.getLogsQueryResult(queryId)
    expect(result.status).toBe('Running')
    result = await client.logs.getLogsQueryResult(queryId)
    const logs = result.logs ?? []
    expect(logs.map((log) => log.email_failed_code)).toContain('SUPPRESSED_BOUNCE')
    const again = await client.logs.getLogsByTrackingIds(logs[0]?.trackingId ?? '')
    expect(again.logs).toEqual(logs.slice(0, 1))
    expect((await client.logs.tailLogs()).logs).toHaveLength(100)
    expect((await client.logs.getLogRetention()).retentionInDays).toBe(30)
    expect((await client.logs.getLogs(10)).messages).toHaveLength(10)
    expect(calls()).toHaveLength(7)
  })

  test('reads an end user’s feed, the header overridden', async () => {
    const client = clientWith('unused', bearer('pingram_sk_demo_prod'))
    await expect(client.user.getInAppUnreadCount()).rejects.toThrow('Unauthorized')
    expect(calls()).toEqual(['/user/inapp/unread'])
    const own = `Basic ${Buffer.from('env_stag_4m7:cust-0107').toString('base64')}`
    const endUser = clientWith('unused', { Authorization: own })
    expect((await endUser.user.getInAppNotifications()).notifications.length).toBeGreaterThan(0)
    expect((await endUser.user.getInAppUnreadCount()).count).toBeGreaterThanOrEqual(0)
    expect((await endUser.user.getAccountMetadata()).userAccountMetadata.hasWebPushEnabled).toBe(
      true,
    )
    expect(calls()).toEqual(['/user/inapp', '/user/inapp/unread', '/users/account-metadata'])
  })

  test('takes the legacy credential in place of its own', async () => {
    const { authorization } = napiServer('Staging')
    const client = clientWith('unused', { Authorization: authorization })
    expect((await client.users.listUsers(3, '')).users).toHaveLength(3)
    expect(calls()).toEqual(['/users'])
  })

  test('shows the message of a refusal', async () => {
    const client = clientWith('pingram_sk_revoked')
    await expect(client.users.listUsers(3, '')).rejects.toThrow('Unauthorized')
    expect(calls()).toEqual(['/users'])
    const bad = clientWith().users.listUsers(0, '')
    await expect(bad).rejects.toThrow('limit must be 1 or more')
    expect(calls()).toEqual(['/users'])
  })
})

describe('were it pointed anywhere else, these tests would fail', () => {
  test('by the spelling of the vendor’s docs it goes to production, and is stopped (§8)', async () => {
    const spelling = { baseURL: `${emulator.url}/notificationapi` }
    seen = []
    const guarded = new Pingram({ apiKey: 'pingram_sk_demo_prod', fetchApi, ...spelling })
    await expect(guarded.users.listUsers(1, '')).rejects.toThrow(
      'api.pingram.io is not the emulator',
    )
    expect(seen).toEqual([])
    const bare = new Pingram({ apiKey: 'pingram_sk_demo_prod', ...spelling })
    await expect(bare.users.listUsers(1, '')).rejects.toThrow('fetch failed')
    expect(new Set(attempts)).toEqual(new Set(['api.pingram.io']))
  })
})
