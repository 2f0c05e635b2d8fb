import { createEmulator, type Emulator, type EmulatorOptions } from '#src/emulator/emulator.ts'

/** The present of the tests: later than every date in the contracts' worked examples. */
export const now = Date.UTC(2026, 10, 22, 18)

export const origin = 'http://127.0.0.1:4311'

/** An emulator in memory. */
export const emulatorOf = (options: Partial<EmulatorOptions> = {}): Emulator =>
  createEmulator({ users: 200, now, origin, ...options })

export type Answer<T> = { readonly status: number; readonly headers: Headers; readonly body: T }

/** What an emulator answers to GET. The caller says what it expects the body to be. */
export const get = async <T = unknown>(
  emulator: Emulator,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer<T>> => {
  const response = await emulator.fetch(new Request(origin + path, { headers }))
  const body: T = await response.json()
  return { status: response.status, headers: response.headers, body }
}

/** What an emulator answers to a call with a method, and a body where there is one. */
export const call = async <T = unknown>(
  emulator: Emulator,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Answer<T | null>> => {
  const sent =
    body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await emulator.fetch(new Request(origin + path, { method, headers, ...sent }))
  const text = await response.text()
  const parsed: T | null = text === '' ? null : JSON.parse(text)
  return { status: response.status, headers: response.headers, body: parsed }
}

/** The credentials of the contracts' worked examples. */
export const napiKey = { authorization: 'Bearer pingram_sk_demo_prod' }
export const notiflowsKeys = {
  'x-notiflows-api-key': 'pk_demo_orchard',
  'x-notiflows-secret-key': 'sk_demo_orchard',
}

export const basic = (text: string) => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
})

type Row = { readonly id: string; readonly [field: string]: unknown }
export type NapiPage = { users: Row[]; lastEvaluatedKey?: string; hasMore: boolean }
export type NotiflowsUser = Row & {
  readonly external_id: string
  readonly created_at: string
  readonly updated_at: string
}
export type NotiflowsPage = {
  items: NotiflowsUser[]
  page: {
    limit: number
    after: string | null
    before: string | null
    has_more_after: boolean
    has_more_before: boolean
  }
}

const sizeAt = (sizes: readonly number[], page: number) => sizes[page % sizes.length] ?? 1

/** Every page of a NotificationAPI environment, by the client loop of its contract §5. */
export const walkNapi = async (
  emulator: Emulator,
  headers: Record<string, string> = napiKey,
  sizes: readonly number[] = [1000],
): Promise<NapiPage[]> => {
  const pages: NapiPage[] = []
  const used = new Set<string>()
  let token = ''
  for (;;) {
    const query = `limit=${sizeAt(sizes, pages.length)}&nextToken=${encodeURIComponent(token)}`
    const { body } = await get<NapiPage>(emulator, `/notificationapi/users?${query}`, headers)
    pages.push(body)
    if (!body.hasMore) return pages
    token = body.lastEvaluatedKey ?? ''
    if (token === '' || used.has(token)) throw new Error(`no way on from token "${token}"`)
    used.add(token)
  }
}

/** Every page of a Notiflows project in one direction, by the client loop of its contract §4. */
export const walkNotiflows = async (
  emulator: Emulator,
  {
    headers = notiflowsKeys,
    sizes = [1000],
    filters = '',
    direction = 'after',
    cursor: from = null,
  }: {
    headers?: Record<string, string>
    sizes?: readonly number[]
    filters?: string
    direction?: 'after' | 'before'
    cursor?: string | null
  } = {},
): Promise<NotiflowsPage[]> => {
  const pages: NotiflowsPage[] = []
  const used = new Set<string>()
  let cursor = from
  for (;;) {
    const place = cursor === null ? '' : `&${direction}=${encodeURIComponent(cursor)}`
    const query = `limit=${sizeAt(sizes, pages.length)}${place}${filters}`
    const { body } = await get<NotiflowsPage>(emulator, `/notiflows/admin/users?${query}`, headers)
    pages.push(body)
    const more = direction === 'after' ? body.page.has_more_after : body.page.has_more_before
    cursor = body.page[direction]
    if (!more) return pages
    if (cursor === null || used.has(cursor)) throw new Error(`no way on from cursor "${cursor}"`)
    used.add(cursor)
  }
}
