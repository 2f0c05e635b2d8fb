import type { Context } from 'hono'

import type { NotificationapiEnvironment } from '#src/emulator/environments.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { environmentFor, identify, type Caller } from './credentials.ts'
import { Failure, refusal, unauthorized } from './failures.ts'
import type { InAppFeeds } from './inapp.ts'
import type { Logs } from './logs.ts'
import type { Preferences } from './preferences.ts'
import type { Users } from './users.ts'

/** What one environment holds. */
export type Tenant = {
  readonly environment: NotificationapiEnvironment
  readonly users: Users
  readonly preferences: Preferences
  readonly logs: Logs
  readonly feeds: InAppFeeds
}

export type NotificationapiOptions = {
  readonly tenantOf: (environment: NotificationapiEnvironment) => Tenant
  readonly switches: NotificationapiSwitches
  /** The instant of a write, epoch ms: never the same twice. */
  readonly tick: () => number
}

export type Allowed = (caller: Caller) => boolean

/** Servers only: an environment's credential or an account's. */
export const servers: Allowed = (caller) => caller.kind !== 'endUser'

/** Servers, and the end user whom the call is about (§2). */
export const serversAnd =
  (userId: string): Allowed =>
  (caller) =>
    caller.kind !== 'endUser' || caller.userId === userId

/** Who is asking, if they are one of those allowed. Fails with 401, or as the switches say. */
export const callerOf = (
  c: Context,
  { switches }: Pick<NotificationapiOptions, 'switches'>,
  allowed: Allowed,
): Caller => {
  const caller = identify(c.req.header('authorization'), switches)
  if (allowed(caller)) return caller
  throw refusal(caller.kind === 'endUser' ? switches.endUserOutOfPlace : '401')
}

/**
 * The environment that the query names, if it does (§2). Fails with 400 when a credential of one environment
 * names any and the switch forbids it.
 */
export const envIdIn = (
  c: Context,
  { switches: { ownEnvId } }: Pick<NotificationapiOptions, 'switches'>,
  caller: Caller,
): string | undefined => {
  const envId = c.req.query('envId')
  if (envId && caller.kind !== 'account' && ownEnvId === 'refuse') {
    throw new Failure(400, 'envId is for accounts', 'leave it out: the credential says which')
  }
  return envId
}

/**
 * What a call is about, if the caller is one of those allowed: the environment that the query names, or the
 * one that the credential implies. Fails with 400 or 401.
 */
export const tenantFor = (
  c: Context,
  options: NotificationapiOptions,
  allowed: Allowed,
): Tenant => {
  const caller = callerOf(c, options, allowed)
  return options.tenantOf(environmentFor(caller, envIdIn(c, options, caller), options.switches))
}

/**
 * Who is asking on a legacy path, and what it is about: its client id is held to what `envId` is held to
 * elsewhere (§1). Fails with 401.
 */
export const legacyCallOf = (c: Context, options: NotificationapiOptions, allowed: Allowed) => {
  const { switches, tenantOf } = options
  const caller = callerOf(c, options, allowed)
  const byKey = caller.kind === 'account' || (caller.kind === 'environment' && caller.byKey)
  if (byKey && switches.keysOnLegacyPaths === 'refuse') throw unauthorized()
  return { caller, tenant: tenantOf(environmentFor(caller, c.req.param('clientId'), switches)) }
}
