import type { Environment } from '#src/domain/environment.ts'
import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { User } from '#src/domain/user.ts'
import type { UserDetail } from '#src/platforms/platform.ts'
import { judge } from '#src/reachability/judge.ts'
import type { UserFacts } from '#src/domain/user.ts'

import type { EnvironmentsAnswer, UserAnswer, UsersAnswer } from './api.ts'
import { mintCursor } from './cursor.ts'

// Answers are built field by field: what is not named here cannot leave.

export const presentEnvironment = (environment: Environment): Environment => ({
  id: environment.id,
  name: environment.name,
  stage: environment.stage,
  platform: environment.platform,
  emulated: environment.emulated,
  capabilities: {
    createdRange: environment.capabilities.createdRange,
    previousPage: environment.capabilities.previousPage,
    devices: environment.capabilities.devices,
    order: environment.capabilities.order,
    lastSeen: environment.capabilities.lastSeen,
    suppression: environment.capabilities.suppression,
    slack: environment.capabilities.slack,
    names: environment.capabilities.names,
  },
})

export const presentEnvironments = (environments: readonly Environment[]): EnvironmentsAnswer => ({
  environments: environments.map(presentEnvironment),
})

/** How deep an answer may nest. JSON.stringify, and every reader, recurses (check B03). */
const maxDepth = 64
/** Bytes of attributes, as JSON, that one user of a list may carry (check B03). */
const maxAttributes = 4096

/** The same JSON with everything below `maxDepth` replaced by a note. */
export const clampDepth = (value: Json, depth = 0): Json => {
  if (typeof value !== 'object' || value === null) return value
  if (depth >= maxDepth) return `… nested deeper than ${maxDepth} levels`
  if (!isJsonObject(value)) return value.map((item) => clampDepth(item, depth + 1))
  return clampFields(value, depth)
}

// fromEntries defines own properties, so a key named __proto__ stays data (check B04).
const clampFields = (value: Readonly<Record<string, Json>>, depth: number) =>
  Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, clampDepth(inner, depth + 1)] as const),
  )

/**
 * As many attributes as fit in `maxAttributes` bytes of JSON, in their order; the key `…` says how many
 * were left out.
 */
export const cutAttributes = (attributes: User['attributes']): Record<string, Json> => {
  const entries = Object.entries(clampFields(attributes, 0))
  // Room for the note itself: `"…":1234567`.
  let room = maxAttributes - 16
  const kept = entries.filter(([key, value]) => {
    const size = Buffer.byteLength(JSON.stringify(key)) + Buffer.byteLength(JSON.stringify(value)) + 2
    if (size > room) return false
    room -= size
    return true
  })
  const left = entries.length - kept.length
  return Object.fromEntries(left === 0 ? kept : [...kept, ['…', left] as const])
}

const presentUser = (facts: UserFacts, attributes: User['attributes']): User => {
  const user = judge(facts)
  return {
    environment: user.environment,
    id: user.id,
    platformId: user.platformId,
    name: user.name,
    avatarUrl: user.avatarUrl,
    email: user.email,
    phone: user.phone,
    locale: user.locale,
    timezone: user.timezone,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    lastSeenAt: user.lastSeenAt,
    attributes,
    malformed: user.malformed,
    channels: {
      email: user.channels.email,
      sms: user.channels.sms,
      push: user.channels.push,
      webPush: user.channels.webPush,
      slack: user.channels.slack,
    },
  }
}

/** A page of a platform as the API answers it, its positions wrapped into cursors of this environment. */
export const presentUsers = (environment: string, found: UserPage<UserFacts>): UsersAnswer => {
  const cursor = (direction: 'after' | 'before') => {
    const position = found.page[direction]
    return position === null || position === '' ? null : mintCursor(environment, direction, position)
  }
  return {
    users: found.users.map((facts) => presentUser(facts, cutAttributes(facts.attributes))),
    page: { after: cursor('after'), before: cursor('before') },
    coverage: {
      scanned: found.coverage.scanned,
      matched: found.coverage.matched,
      complete: found.coverage.complete,
    },
    warnings: found.warnings.map(({ code, count }) => ({ code, count })),
  }
}

export const presentDetail = (detail: UserDetail): UserAnswer => ({
  user: presentUser(detail.user, clampFields(detail.user.attributes, 0)),
  raw: clampDepth(detail.raw),
})
