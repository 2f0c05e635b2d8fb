import { createHmac, timingSafeEqual } from 'node:crypto'

import {
  notificationapiAccounts,
  notificationapiEnvironments,
  type NotificationapiAccount,
  type NotificationapiEnvironment,
} from '#src/emulator/environments.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure, unauthorized } from './failures.ts'

/** Who is asking (§2): a server for one environment, an account, or one end user. */
export type Caller =
  | { readonly kind: 'environment'; readonly environment: NotificationapiEnvironment }
  | { readonly kind: 'account'; readonly account: NotificationapiAccount }
  | {
      readonly kind: 'endUser'
      readonly environment: NotificationapiEnvironment
      readonly userId: string
    }

/**
 * Reads the `Authorization` header. Fails with 401 when it is missing or unknown. A client-side key
 * is unknown here: none of these calls accepts one.
 */
export const identify = (authorization: string | undefined): Caller => {
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization ?? '') ?? []
  const caller =
    scheme.toLowerCase() === 'bearer'
      ? bearer(value)
      : scheme.toLowerCase() === 'basic'
        ? basic(value)
        : null
  if (caller === null) throw unauthorized()
  return caller
}

/** The environments that a caller may see: an account's own, or the one of its credential (§2). */
export const environmentsOf = (caller: Caller): readonly NotificationapiEnvironment[] =>
  caller.kind === 'account'
    ? notificationapiEnvironments.filter(({ clientId }) =>
        caller.account.clientIds.includes(clientId),
      )
    : [caller.environment]

/**
 * The environment that a call is about (§2, envId rules). Fails with 400 when an account does not
 * say which, with 401 when the one named is not visible to the caller; each by its switch.
 */
export const environmentFor = (
  caller: Caller,
  envId: string | undefined,
  { absentEnvId, foreignEnvId }: Pick<NotificationapiSwitches, 'absentEnvId' | 'foreignEnvId'>,
): NotificationapiEnvironment => {
  const visible = environmentsOf(caller)
  const named = envId === undefined || envId === '' ? null : envId
  if (named === null && caller.kind === 'account' && absentEnvId === 'refuse') {
    throw new Failure(400, 'envId is required', 'send envId, the id of an environment')
  }
  const found = named === null ? visible[0] : visible.find(({ clientId }) => clientId === named)
  if (found !== undefined) return found
  throw foreignEnvId === '401' ? unauthorized() : new Failure(403, 'Forbidden')
}

/** base64(HMAC-SHA256(clientSecret, userId)): what proves an end user in secure mode (§2). */
export const userHash = (clientSecret: string, userId: string): string =>
  createHmac('sha256', clientSecret).update(userId).digest('base64')

const bearer = (token: string): Caller | null => {
  const environment = notificationapiEnvironments.find(({ apiKeys }) => apiKeys.includes(token))
  if (environment !== undefined) return { kind: 'environment', environment }
  const account = notificationapiAccounts.find(
    ({ apiKey, jwt }) => apiKey === token || jwt === token,
  )
  return account === undefined ? null : { kind: 'account', account }
}

/**
 * `clientId:clientSecret` is the environment; anything else after the client id is an end user,
 * with a hash where the environment is in secure mode. A user id may itself contain colons.
 */
const basic = (encoded: string): Caller | null => {
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 0) return null
  const clientId = text.slice(0, colon)
  const rest = text.slice(colon + 1)
  const environment = notificationapiEnvironments.find((known) => known.clientId === clientId)
  if (environment === undefined) return null
  if (same(rest, environment.clientSecret)) return { kind: 'environment', environment }
  const last = rest.lastIndexOf(':')
  const hashed = rest.slice(0, Math.max(last, 0))
  if (last > 0 && same(rest.slice(last + 1), userHash(environment.clientSecret, hashed))) {
    return { kind: 'endUser', environment, userId: hashed }
  }
  return environment.secureMode || rest === ''
    ? null
    : { kind: 'endUser', environment, userId: rest }
}

const same = (given: string, wanted: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}
