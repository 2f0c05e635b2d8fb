import type { Context } from 'hono'

import type { NotificationapiEnvironment } from '#src/emulator/environments.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { environmentFor, identify, type Caller } from './credentials.ts'
import { unauthorized } from './failures.ts'
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

/** Who is asking, if they are one of those allowed. Fails with 401. */
export const callerOf = (c: Context, allowed: Allowed): Caller => {
  const caller = identify(c.req.header('authorization'))
  if (!allowed(caller)) throw unauthorized()
  return caller
}

/**
 * What a call is about, if the caller is one of those allowed: the environment that `named` says, or
 * the one that the credential implies. Fails with 400 or 401.
 */
export const tenantFor = (
  c: Context,
  { tenantOf, switches }: NotificationapiOptions,
  allowed: Allowed,
  named = c.req.query('envId'),
): Tenant => tenantOf(environmentFor(callerOf(c, allowed), named, switches))
