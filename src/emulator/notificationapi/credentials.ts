import { createHmac, timingSafeEqual } from 'node:crypto'

import {
  notificationapiAccounts,
  notificationapiEnvironments,
  type NotificationapiAccount,
  type NotificationapiEnvironment,
} from '#src/emulator/environments.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure, refusal } from './failures.ts'

/** Who is asking (§2): a server for one environment, an account, or one end user. */
export type Caller =
  | {
      readonly kind: 'environment'
      readonly environment: NotificationapiEnvironment
      /** By an API key, and not by client id and secret. */
      readonly byKey: boolean
    }
  | { readonly kind: 'account'; readonly account: NotificationapiAccount }
  | {
      readonly kind: 'endUser'
      readonly environment: NotificationapiEnvironment
      readonly userId: string
    }

export type CredentialSwitches = Pick<
  NotificationapiSwitches,
  'missingCredential' | 'unknownCredential' | 'publicKey' | 'unprovenEndUser'
>

/**
 * Reads the `Authorization` header. Fails with 401, or as the switches say, when it is missing or unknown,
 * is the key for clients, or names an end user without the proof that is asked for.
 */
export const identify = (
  authorization: string | undefined,
  switches: CredentialSwitches,
): Caller => {
  if (!authorization) throw refusal(switches.missingCredential)
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(authorization) ?? []
  const caller =
    scheme.toLowerCase() === 'bearer'
      ? bearer(value)
      : scheme.toLowerCase() === 'basic'
        ? basic(value)
        : 'unknownCredential'
  if (typeof caller === 'string') throw refusal(switches[caller])
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
  throw refusal(foreignEnvId)
}

/** base64(HMAC-SHA256(clientSecret, userId)): what proves an end user in secure mode (§2). */
export const userHash = (clientSecret: string, userId: string): string =>
  createHmac('sha256', clientSecret).update(userId).digest('base64')

/** What is wrong with a credential: the switch that says what becomes of it. */
type Fault = Exclude<keyof CredentialSwitches, 'missingCredential'>

const bearer = (token: string): Caller | Fault => {
  const environment = notificationapiEnvironments.find(({ apiKeys }) => apiKeys.includes(token))
  if (environment !== undefined) return { kind: 'environment', environment, byKey: true }
  const account = notificationapiAccounts.find(
    ({ apiKey, jwt }) => apiKey === token || jwt === token,
  )
  if (account !== undefined) return { kind: 'account', account }
  const isPublic = notificationapiEnvironments.some(({ publicKey }) => publicKey === token)
  return isPublic ? 'publicKey' : 'unknownCredential'
}

/**
 * `clientId:clientSecret` is the environment; anything else after the client id is an end user,
 * with a hash where the environment is in secure mode. A user id may itself contain colons.
 */
const basic = (encoded: string): Caller | Fault => {
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  const clientId = text.slice(0, Math.max(colon, 0))
  const rest = text.slice(colon + 1)
  const environment = notificationapiEnvironments.find((known) => known.clientId === clientId)
  if (environment === undefined || rest === '') return 'unknownCredential'
  if (same(rest, environment.clientSecret))
    return { kind: 'environment', environment, byKey: false }
  const last = rest.lastIndexOf(':')
  const hashed = rest.slice(0, Math.max(last, 0))
  if (last > 0 && same(rest.slice(last + 1), userHash(environment.clientSecret, hashed))) {
    return { kind: 'endUser', environment, userId: hashed }
  }
  return environment.secureMode ? 'unprovenEndUser' : { kind: 'endUser', environment, userId: rest }
}

const same = (given: string, wanted: string): boolean => {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}
