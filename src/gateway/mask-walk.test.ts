import { beforeAll, describe, expect, test, vi } from 'vitest'

import type { User } from '#src/domain/user.ts'
import { createEmulator } from '#src/emulator/emulator.ts'
import { type Clock, systemClock } from '#src/platforms/clock.ts'
import { traces } from '#src/platforms/testing/traces.ts'

import type { UserAnswer, UsersAnswer } from './api.ts'
import { composeGateway, emulatedEnvironments } from './compose.ts'
import { createFingerprinter } from './secrets.ts'

// Two gateways in memory over one emulator, one of which masks: what the other one knows of people is
// sought in everything that the first one answers.

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const origin = 'http://127.0.0.1:4311'
const host = '127.0.0.1:4310'
const emulator = createEmulator({ users: 400, now: Date.UTC(2026, 10, 22, 12), origin })
const fetch = async (url: string, init?: RequestInit) => emulator.fetch(new Request(url, init))

// The seconds between two looks at a query of the log are left out; deadlines, which are longer, stay.
const clock: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms < 3000 ? 0 : ms, signal),
}

const gateway = async (mask: boolean) => {
  const { app } = composeGateway(
    { token: null, host: '127.0.0.1', allowedHosts: [], mask, dataDirectory: '/nowhere' },
    await emulatedEnvironments(origin, fetch),
    4310,
    new Map(),
    {
      fetch,
      fingerprint: createFingerprinter(new Uint8Array(32)),
      clock,
      random: () => 0.5,
      randomToken: () => 'unused',
      requestId: () => 'request',
      log: () => {},
    },
  )
  return async (path: string): Promise<string> => {
    const response = await app.request(`http://${host}${path}`, { headers: { host } })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${text}`)
    return text
  }
}
type Ask = Awaited<ReturnType<typeof gateway>>

const listing = async (): Promise<Record<'notificationapi' | 'notiflows', { id: string }[]>> => {
  const body: { fixtures: Record<'notificationapi' | 'notiflows', { id: string }[]> } = await (
    await fetch(`${origin}/`)
  ).json()
  return body.fixtures
}

/** The lists of an environment in full, as text and as users. */
const walk = async (ask: Ask, environment: string) => {
  const texts: string[] = []
  const users: User[] = []
  let next = ''
  do {
    const text = await ask(`/api/environments/${environment}/users?limit=300${next}`)
    const page: UsersAnswer = JSON.parse(text)
    texts.push(text)
    users.push(...page.users)
    next = page.page.after === null ? '' : `&after=${page.page.after}`
  } while (next !== '')
  return { texts, users }
}

/** Everything that the API answers about one person alone. */
const about = async (ask: Ask, environment: string, id: string): Promise<string> => {
  const query = new URLSearchParams({ id }).toString()
  const path = `/api/environments/${environment}`
  return `${await ask(`${path}/user?${query}`)}\n${await ask(`${path}/user/activity?${query}`)}`
}

let clear: Ask
let masked: Ask
let fixtures: Awaited<ReturnType<typeof listing>>
beforeAll(async () => {
  clear = await gateway(false)
  masked = await gateway(true)
  fixtures = await listing()
})

const addressesOf = ({ email, phone }: Pick<User, 'email' | 'phone'>): readonly string[] =>
  [email, phone].filter((address) => address !== null)

/** Every spelling that is sought, in small letters; a phone number also without its plus. */
const spellings = (address: string): readonly string[] =>
  [...traces(address), address.replace(/^\+/u, '')].map((one) => one.toLowerCase())

const found = (addresses: readonly string[], text: string): readonly string[] => {
  const small = text.toLowerCase()
  return addresses.filter((address) => spellings(address).some((one) => small.includes(one)))
}

/** What of people is neither an address nor has one in it. */
const restOf = (users: readonly User[]) =>
  users.map(({ id, name, createdAt, channels, notes }) => ({
    id,
    name,
    createdAt,
    reaches: Object.values(channels).map(({ reach, reasons }) => [
      reach,
      reasons.map(({ code, field }) => [code, field]),
    ]),
    notes,
  }))

const environments = emulator.environments
  .map(({ id, platform }) => [id, platform] as const)
  .filter(([id]) => !id.endsWith('-empty'))

describe.each(environments)('%s', (environment, platform) => {
  test('tells nobody’s email address or telephone number in any answer (A07)', async () => {
    const { users } = await walk(clear, environment)
    const { texts, users: hidden } = await walk(masked, environment)
    const own = new Map(hidden.map((user) => [user.id, JSON.stringify(user)]))
    const told: string[] = []
    for (const user of users) {
      told.push(...found(addressesOf(user), own.get(user.id) ?? ''))
      // And the search finds what is there.
      expect(found(addressesOf(user), JSON.stringify(user))).toEqual(addressesOf(user))
    }

    const fixtureIds = new Set(fixtures[platform].map(({ id }) => id))
    const fixed = users.filter(({ id }) => fixtureIds.has(id))
    for (const user of fixed) {
      const text = await about(masked, environment, user.id)
      texts.push(text)
      told.push(...found(addressesOf(user), text))
    }
    expect(told).toEqual([])
    // Nor anybody else's, save where it is an id.
    const all = texts.join('\n').replaceAll(/"(?:id|external_id)":"[^"]*"/gu, '')
    expect(all.match(/[^"•]@|[^•]%40|\+\d{4}/giu)).toBeNull()
    expect([users.length > 100, fixed.length > 10]).toEqual([true, true])
  })

  test('tells everything else as it is', async () => {
    // Verdicts rest on the environment's switches, once they were read.
    const settings = `/api/environments/${environment}/settings`
    expect(await masked(settings)).toBe(await clear(settings))
    const { users: whole } = await walk(clear, environment)
    const { users: hidden } = await walk(masked, environment)
    expect(restOf(hidden)).toEqual(restOf(whole))
    expect(hidden.map(({ email, phone }) => [email === null, phone === null])).toEqual(
      whole.map(({ email, phone }) => [email === null, phone === null]),
    )
  })
})

test('a suppression’s earlier address is masked beside today’s', async () => {
  const path = '/api/environments/notificationapi-production/user?id=demo-email-changed'
  const { user, raw }: UserAnswer = JSON.parse(await masked(path))
  expect(user.email).toBe('s•••@example.net')
  expect(JSON.stringify([user, raw])).not.toMatch(/berr?ada/iu)
  expect(JSON.stringify(raw)).toContain('"emailAddress":"s•••@example.net"')
})

test('the app is told whether it sees masked addresses', async () => {
  const answers = [await clear('/api/environments'), await masked('/api/environments')]
  const [off, on] = answers.map((text): { environments: unknown; privacy: unknown } =>
    JSON.parse(text),
  )
  expect([off?.privacy, on?.privacy]).toEqual([{ mask: false }, { mask: true }])
  expect(on?.environments).toEqual(off?.environments)
})
