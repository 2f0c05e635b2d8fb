import { createHmac } from 'node:crypto'

import { createEmulator } from '#src/emulator/emulator.ts'
import {
  notificationapiAccounts,
  notificationapiEnvironments,
  notiflowsProjects,
} from '#src/emulator/environments.ts'

import type { Contract } from './contract-shape.ts'
import { fill } from './contract-statement.ts'

const origin = 'http://127.0.0.1:4311'
const now = Date.parse('2026-11-22T12:00:00Z')

const base64 = (text: string) => Buffer.from(text).toString('base64')
const basic = (...parts: readonly string[]) => ({
  authorization: `Basic ${base64(parts.join(':'))}`,
})
const bearer = (token = '') => ({ authorization: `Bearer ${token}` })

const [production, staging] = notificationapiEnvironments
const [account] = notificationapiAccounts
const [project] = notiflowsProjects
if (
  production === undefined ||
  staging === undefined ||
  account === undefined ||
  project === undefined
)
  throw new Error('The emulator lacks an environment that docs/contracts.md speaks of.')

const person = 'cust-0107'
const hash = createHmac('sha256', production.clientSecret).update(person).digest('base64')
const half = { 'x-notiflows-api-key': project.pairs[0]?.apiKey ?? '' }

/** The words of the page’s column `as`. */
const credentials: Readonly<Record<string, Record<string, string>>> = {
  none: {},
  key: bearer(production.apiKeys[0]),
  account: bearer(account.apiKey),
  jwt: bearer(account.jwt),
  basic: basic(staging.clientId, staging.clientSecret),
  person: basic(staging.clientId, person),
  hash: basic(production.clientId, person, hash),
  half,
  pair: { ...half, 'x-notiflows-secret-key': project.pairs[0]?.secretKey ?? '' },
  token: bearer(project.accountToken),
}

const prefixes = { NotificationAPI: '/notificationapi', Notiflows: '/notiflows' }

export type Answer = {
  readonly status: number
  readonly headers: Headers
  /** Undefined for an empty one. */
  readonly body: unknown
}

export type World = {
  /** What was kept of answers, by name. */
  readonly kept: Map<string, string>
  /**
   * Sends what an example of the page says: a path and, after a space, a body; what was kept filled in.
   * Throws for a credential that the page does not explain.
   */
  readonly send: (as: string, method: string, example: string) => Promise<Answer>
}

/** An emulator of its own for one platform, with people enough, where each write comes a second after the last. */
export function createWorld(name: Contract['name'], switches: object = {}): World {
  let written = now
  const emulator = createEmulator({
    users: 3000,
    now,
    clock: () => (written += 1000),
    origin,
    switches: { [name.toLowerCase()]: switches },
  })
  const kept = new Map<string, string>()
  return {
    kept,
    send: async (as, method, example) => {
      const headers = credentials[as]
      if (headers === undefined) throw new Error(`No credential is called “${as}”.`)
      const [, path = '', body] = /^(\S+)(?: (.+))?$/.exec(example) ?? []
      const encoded = new Map([...kept].map(([key, value]) => [key, encodeURIComponent(value)]))
      const response = await emulator.fetch(
        new Request(`${origin}${prefixes[name]}${fill(path, encoded)}`, {
          method,
          headers: { ...headers, ...(body === undefined ? {} : jsonType) },
          ...(body === undefined ? {} : { body: fill(body, kept) }),
        }),
      )
      const text = await response.text()
      const answer: unknown = text === '' ? undefined : JSON.parse(text)
      return { status: response.status, headers: response.headers, body: answer }
    },
  }
}

const jsonType = { 'content-type': 'application/json' }
