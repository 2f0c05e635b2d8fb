import type { APIRequestContext } from '@playwright/test'
import { emulatorUrl, expect, test } from './journey.ts'

type Entry = Readonly<Record<'id' | 'baseUrl' | 'apiKey' | 'secretKey', string>>
type Walk = {
  readonly ids: string[]
  readonly scanned: number
  /** What the answers said of being complete, in order. */
  readonly complete: boolean[]
}

async function walkGateway(request: APIRequestContext, environment: string): Promise<Walk> {
  const ids: string[] = []
  const complete: boolean[] = []
  let scanned = 0
  let after: string | null = ''
  while (after !== null) {
    const query = new URLSearchParams({ limit: '1000', ...(after === '' ? {} : { after }) })
    const response = await request.get(`/api/environments/${environment}/users?${query}`)
    expect(response.status()).toBe(200)
    const page: {
      users: { id: string }[]
      page: { after: string | null }
      coverage: { scanned: number; complete: boolean }
    } = await response.json()
    for (const user of page.users) ids.push(user.id)
    complete.push(page.coverage.complete)
    scanned += page.coverage.scanned
    after = page.page.after
  }
  return { ids, scanned, complete }
}

/** Everybody whom the emulator holds, asked of it directly, in its platform's own dialect. */
async function walkEmulator(request: APIRequestContext, entry: Entry): Promise<string[]> {
  const ids: string[] = []
  let next: string | null = ''
  while (next !== null) {
    const napi = entry.baseUrl.endsWith('/notificationapi')
    const query: string = napi
      ? `limit=1000&nextToken=${encodeURIComponent(next)}`
      : `limit=1000${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`
    const headers: Record<string, string> = napi
      ? { authorization: `Bearer ${entry.apiKey}` }
      : { 'x-notiflows-api-key': entry.apiKey, 'x-notiflows-secret-key': entry.secretKey }
    const response = await request.get(`${entry.baseUrl}/users?${query}`, { headers })
    const page: {
      users?: { id: string }[]
      items?: { external_id: string }[]
      lastEvaluatedKey?: string
      page?: { after: string | null }
    } = await response.json()
    for (const user of page.users ?? []) ids.push(user.id)
    for (const user of page.items ?? []) ids.push(user.external_id)
    next = page.lastEvaluatedKey ?? page.page?.after ?? null
  }
  return ids
}

for (const environment of ['notificationapi-production', 'notiflows-production']) {
  test(`walking all of ${environment} gives each of 100,000 users once, the same as the emulator holds`, async ({
    request,
  }) => {
    test.setTimeout(180_000)
    const listing: { environments: Entry[] } = await (await request.get(`${emulatorUrl}/`)).json()
    const entry = listing.environments.find(({ id }) => id === environment)
    if (entry === undefined) throw new Error(`The emulator does not list ${environment}.`)
    const walk = await walkGateway(request, environment)
    expect(walk.ids.length).toBe(100_000)
    expect(new Set(walk.ids).size).toBe(100_000)
    expect(walk.scanned).toBe(100_000)
    expect(walk.complete.indexOf(true)).toBe(walk.complete.length - 1)
    const held = await walkEmulator(request, entry)
    expect(new Set(held)).toEqual(new Set(walk.ids))
  })
}
