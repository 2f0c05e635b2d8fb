import type { ActivityPage } from '#src/domain/activity.ts'
import type { Capabilities, Environment } from '#src/domain/environment.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import { noGaps, type Told as Known, told as known, untold } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { ActivityRequest, ListRequest, Platform, UserDetail } from '#src/platforms/platform.ts'

import type { Circumstances } from '#src/reachability/judge.ts'

import { createApp, type GatewayDeps } from './app.ts'
import type { Asset, Assets } from './assets.ts'
import type { LogLine } from './log.ts'
import type { Source } from './source.ts'

// Stand-ins for the gateway's tests: a platform that says what it is told to, and an app around it.

export const capabilities: Capabilities = {
  createdRange: 'server',
  previousPage: true,
  devices: 'list',
  order: 'newest-first',
  lastSeen: true,
  suppression: true,
  slack: true,
  names: true,
  nationalNumbers: 'us',
  skipsSilently: false,
}

/** A production environment of a platform that tells all, at the fakes' own date. */
export const circumstances: Circumstances = {
  stage: 'production',
  now: Date.parse('2026-11-22T12:00:00Z'),
  lastSeen: true,
  nationalNumbers: 'us',
  skipsSilently: false,
  switchedOff: untold('platform'),
}

export const environmentNamed = (id: string): Environment => ({
  id,
  name: id.toUpperCase(),
  stage: 'test',
  platform: 'notiflows',
  emulated: true,
  capabilities,
})

export const factsOf = (id: string, more: Partial<UserFacts> = {}): UserFacts => ({
  environment: 'prod',
  id,
  platformId: null,
  name: null,
  avatarUrl: null,
  email: null,
  phone: null,
  locale: null,
  timezone: null,
  createdAt: null,
  updatedAt: null,
  lastSeenAt: null,
  attributes: {},
  malformed: [],
  facts: {
    suppression: null,
    devices: known([]),
    subscriptions: known([]),
    slack: untold('platform'),
  },
  ...more,
})

export const pageOf = (
  users: readonly UserFacts[],
  page: UserPage<UserFacts>['page'] = { after: null, before: null },
): UserPage<UserFacts> => ({
  users,
  page,
  coverage: { scanned: users.length, matched: users.length, complete: page.after === null },
  warnings: [],
})

/** A user's detail, of whom nothing else is told. */
export const detailOf = (user: UserFacts, more: Partial<UserDetail> = {}): UserDetail => ({
  user,
  raw: { id: user.id },
  preferences: untold('platform'),
  subscriptions: untold('platform'),
  ...more,
})

export type Calls = {
  readonly lists: ListRequest[]
  readonly ids: string[]
  readonly activities: ActivityRequest[]
}

type Told = {
  readonly list?: (request: ListRequest) => Promise<UserPage<UserFacts>>
  readonly get?: (id: string, signal: AbortSignal) => Promise<UserDetail | null>
  readonly activity?: (request: ActivityRequest) => Promise<Known<ActivityPage> | null>
  readonly capabilities?: Partial<Capabilities>
  readonly switchedOff?: Known<readonly ChannelName[]>
}

/** A platform that answers as told, and remembers what it was asked. */
export const fakePlatform = (told: Told = {}): { platform: Platform; calls: Calls } => {
  const calls: Calls = { lists: [], ids: [], activities: [] }
  const list = told.list ?? (async () => pageOf([factsOf('ada')]))
  const get = told.get ?? (async (id: string) => detailOf(factsOf(id)))
  const activity =
    told.activity ?? (async () => known({ activity: [], page: { after: null }, gaps: noGaps }))
  return {
    calls,
    platform: {
      name: 'notiflows',
      capabilities: { ...capabilities, ...told.capabilities },
      listUsers: (request) => {
        calls.lists.push(request)
        return list(request)
      },
      getUser: (id, signal) => {
        calls.ids.push(id)
        return get(id, signal)
      },
      switches: {
        known: () => told.switchedOff ?? untold('platform'),
        read: async () => told.switchedOff ?? untold('platform'),
      },
      listActivity: (request) => {
        calls.activities.push(request)
        return activity(request)
      },
    },
  }
}

const asset = (text: string, type: string, immutable: boolean): Asset => ({
  brotli: null,
  body: new TextEncoder().encode(text),
  type,
  immutable,
  etag: `tag-of-${text.length}`,
})

export const builtPage = '<!doctype html><title>Rollcall</title>'
export const assets: Assets = new Map([
  ['/index.html', asset(builtPage, 'text/html; charset=utf-8', false)],
  ['/assets/index-4f2a.js', asset('"use strict";'.repeat(200), 'text/javascript', true)],
  ['/favicon.svg', asset('<svg/>', 'image/svg+xml', false)],
])

export const port = 4310
export const host = `127.0.0.1:${port}`

/** A gateway in memory. `ask` sends what a browser on the right page would; headers override. */
export const fakeGateway = (
  told: Told = {},
  deps: Partial<Omit<GatewayDeps, 'environments'>> = {},
  ids: readonly string[] = ['prod'],
) => {
  const { platform, calls } = fakePlatform(told)
  const lines: LogLine[] = []
  const environments: readonly Source[] = ids.map((id) => ({
    environment: { ...environmentNamed(id), capabilities: platform.capabilities },
    platform,
  }))
  let requests = 0
  let clock = 0
  const app = createApp({
    environments,
    token: null,
    allowedHosts: new Set([host, `localhost:${port}`]),
    assets,
    compress: false,
    mask: false,
    audit: { write: async () => {} },
    log: (line) => lines.push(line),
    requestId: () => {
      requests += 1
      return `request-${requests}`
    },
    now: () => {
      clock += 1
      return clock
    },
    date: () => circumstances.now,
    sleep: async () => {},
    fingerprint: (text) => ({ last4: '', hash: `hash of ${text}` }),
    ...deps,
  })
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (!headers.has('host')) headers.set('host', host)
    return app.request(`http://${host}${path}`, { ...init, headers })
  }
  return { app, ask, calls, lines }
}

/** The problem that a refused request was told, after a look at its form (RFC 9457). */
export const problemOf = async (response: Response): Promise<Record<string, unknown>> => {
  const body: Record<string, unknown> = await response.json()
  const formed =
    response.headers.get('content-type') === 'application/problem+json' &&
    body['status'] === response.status &&
    body['requestId'] === response.headers.get('x-request-id') &&
    typeof body['title'] === 'string' &&
    typeof body['detail'] === 'string'
  if (!formed) throw new Error(`${response.status} is no problem: ${JSON.stringify(body)}`)
  return body
}

/** The code of that problem. */
export const codeOf = async (response: Response): Promise<string> =>
  String((await problemOf(response))['type']).replace('/problems/', '')
