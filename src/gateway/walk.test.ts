import { beforeAll, describe, expect, test, vi } from 'vitest'
import * as z from 'zod'

import type { UsersAnswer } from './api.ts'
import { openGateway, origin } from './over-emulator.ts'

// The whole way in memory: gateway, adapters, emulator. Both platforms are read as the app would read
// them, and compared with what the emulator says when it is asked directly.

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const { emulator, fetch, ask, walk } = await openGateway(2000)

const keyed = { 'notificationapi-production': 'users', 'notiflows-production': 'items' } as const
type EnvironmentId = keyof typeof keyed
const environmentIds = ['notificationapi-production', 'notiflows-production'] as const

const recordSchema = z.looseObject({
  id: z.string(),
  external_id: z.string().optional(),
  createdAt: z.string().optional(),
  created_at: z.string().optional(),
})
type WireRecord = z.infer<typeof recordSchema>
const notificationapiPage = z.object({
  users: z.array(recordSchema),
  lastEvaluatedKey: z.string().optional(),
})
const notiflowsPage = z.object({
  items: z.array(recordSchema),
  page: z.object({ after: z.string().nullable() }),
})

const credentialsOf = (id: EnvironmentId): Record<string, string> => {
  const entry = emulator.environments.find((candidate) => candidate.id === id)
  if (entry === undefined) throw new Error(`${id} is not there`)
  if (entry.platform === 'notiflows') {
    return { 'x-notiflows-api-key': entry.apiKey, 'x-notiflows-secret-key': entry.secretKey }
  }
  if (!('apiKey' in entry)) throw new Error(`${id} has another credential`)
  return { authorization: `Bearer ${entry.apiKey}` }
}

/** The same environment asked of the emulator, with neither adapter nor gateway. */
const walkDirectly = async (id: EnvironmentId): Promise<readonly WireRecord[]> => {
  const records: WireRecord[] = []
  const headers = credentialsOf(id)
  let next: string | null = ''
  while (next !== null) {
    const cursor: string = encodeURIComponent(next)
    if (id === 'notificationapi-production') {
      const url = `${origin}/notificationapi/users?limit=1000&nextToken=${cursor}`
      const page = notificationapiPage.parse(await (await fetch(url, { headers })).json())
      records.push(...page.users)
      next = page.lastEvaluatedKey ?? null
    } else {
      const after = next === '' ? '' : `&after=${cursor}`
      const url = `${origin}/notiflows/admin/users?limit=1000${after}`
      const page = notiflowsPage.parse(await (await fetch(url, { headers })).json())
      records.push(...page.items)
      next = page.page.after
    }
  }
  return records
}

const idOf = (record: WireRecord) => record.external_id ?? record.id
const createdOf = (record: WireRecord) => Date.parse(record.createdAt ?? record.created_at ?? '')

/** Every spelling in which a secret could leave: raw, URL-encoded, JSON-escaped, hex, base64. */
const spellings = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret)
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64url')
    // Without the characters that depend on what stands before or after.
    return shifted.slice(offset === 0 ? 0 : offset + 1, -2)
  })
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('-', '+').replaceAll('_', '/')),
  ]
}

const secretNames = /token$|^endpoint$|^p256dh$|^auth$|^url$|^configuration_url$|secret/iu

/** The secret texts inside a record, by the names that the contract gives them. */
const secretsIn = (value: unknown, name = ''): readonly string[] => {
  if (typeof value === 'string') return secretNames.test(name) && value.length >= 8 ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    secretsIn(inner, Array.isArray(value) ? name : key),
  )
}

const direct = new Map<EnvironmentId, readonly WireRecord[]>()
const recordsOf = (id: EnvironmentId) => direct.get(id) ?? []
beforeAll(async () => {
  for (const id of environmentIds) direct.set(id, await walkDirectly(id))
})

describe.each(environmentIds)('a whole walk of %s', (id) => {
  test('gives every user exactly once', async () => {
    const { users, pages } = await walk(id)
    const ids = users.map((user) => user.id)
    expect(ids.length).toBeGreaterThanOrEqual(2000)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.toSorted()).toEqual(recordsOf(id).map(idOf).toSorted())
    expect(pages.map((page) => page.coverage.complete).indexOf(true)).toBe(pages.length - 1)
  })

  test('in a created range gives exactly those inside: its start included, its end not', async () => {
    const times = recordsOf(id)
      .map(createdOf)
      .filter((time) => !Number.isNaN(time))
      .toSorted((a, b) => a - b)
    const after = times[Math.floor(times.length / 3)] ?? Number.NaN
    const before = times[Math.floor((times.length * 2) / 3)] ?? Number.NaN
    const { users, pages } = await walk(id, {
      createdAfter: new Date(after).toISOString(),
      createdBefore: new Date(before).toISOString(),
    })
    const inside = recordsOf(id).filter((record) => {
      const time = createdOf(record)
      return time >= after && time < before
    })
    expect(inside.length).toBeGreaterThan(500)
    expect(users.map((user) => user.id).toSorted()).toEqual(inside.map(idOf).toSorted())
    expect(pages.reduce((sum, page) => sum + page.coverage.matched, 0)).toBe(inside.length)
    // One millisecond on, and whoever was created at the very start is no longer there.
    const later = await walk(id, {
      createdAfter: new Date(after + 1).toISOString(),
      createdBefore: new Date(before).toISOString(),
    })
    const atStart = inside.filter((record) => createdOf(record) === after)
    expect(later.users).toHaveLength(inside.length - atStart.length)
  })

  test('lets no secret out in any spelling, nor does asking for one user', async () => {
    const { users, texts } = await walk(id)
    const byId = new Map(users.map((user) => [user.id, JSON.stringify(user)]))
    const holders = recordsOf(id).filter((record) => secretsIn(record).length > 0)
    const found: string[] = []
    for (const [index, record] of holders.entries()) {
      const user = idOf(record)
      const query = new URLSearchParams({ id: user }).toString()
      // Every tenth by itself too: asking for each takes seconds, and they are all made alike.
      const detail = index % 10 > 0 ? '' : await ask(`/api/environments/${id}/user?${query}`)
      const text = `${byId.get(user) ?? ''}${detail}`
      const leaks = secretsIn(record).flatMap(spellings)
      found.push(...leaks.filter((leak) => text.includes(leak)))
    }
    const keys = Object.values(credentialsOf(id)).map((value) => value.replace('Bearer ', ''))
    found.push(...keys.flatMap(spellings).filter((leak) => texts.join('').includes(leak)))
    expect(found).toEqual([])
    expect(holders.length > 100).toBe(id === 'notificationapi-production')
  })

  test('finds the people whose ids are hard to write', async () => {
    const hard = recordsOf(id)
      .map(idOf)
      .filter((user) => /[^\w.@-]/u.test(user))
    expect(hard.length).toBeGreaterThan(3)
    for (const user of hard) {
      const query = new URLSearchParams({ id: user }).toString()
      const byQuery = JSON.parse(await ask(`/api/environments/${id}/user?${query}`))
      const path = `/api/environments/${id}/users/${encodeURIComponent(user)}`
      const byPath = JSON.parse(await ask(path))
      expect([byQuery.user.id, byPath.user.id]).toEqual([user, user])
    }
  })
})

test('a walk back along a platform that can gives the same people', async () => {
  const id = 'notiflows-production'
  const { pages } = await walk(id, { limit: '500' })
  const last = pages.at(-1)
  const seen = last?.users.map((user) => user.id) ?? []
  let before = last?.page.before ?? null
  while (before !== null) {
    const params = new URLSearchParams({ limit: '500', before })
    const page: UsersAnswer = JSON.parse(
      await ask(`/api/environments/${id}/users?${params.toString()}`),
    )
    seen.unshift(...page.users.map((user) => user.id))
    before = page.page.before
  }
  expect(seen).toEqual(pages.flatMap((page) => page.users.map((user) => user.id)))
})
