import { notiflowsProjects, type NotiflowsProject } from '#src/emulator/environments.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { Failure } from './failures.ts'

/** What a call to Admin brings along (§1). */
export type Given = {
  readonly apiKey: string | undefined
  readonly secretKey: string | undefined
  readonly authorization: string | undefined
}

export type CredentialSwitches = Pick<
  NotiflowsSwitches,
  'missingKeys' | 'unknownKeys' | 'mixedKeys' | 'tokenOnAdmin'
>

/**
 * The project of a pair of Admin keys (§1). Fails with 401, or as the switches say, when either header is
 * missing or unknown, or the two are of different pairs. An account token does not count here.
 */
export const authenticate = (
  { apiKey, secretKey, authorization }: Given,
  { missingKeys, unknownKeys, mixedKeys, tokenOnAdmin }: CredentialSwitches,
): NotiflowsProject => {
  if (!apiKey || !secretKey) {
    const ofToken = apiKey || secretKey ? undefined : projectOfToken(authorization)
    if (ofToken === undefined) throw turnedAway(missingKeys, 'Credentials are missing')
    if (tokenOnAdmin === 'accept') return ofToken
    throw turnedAway(tokenOnAdmin, 'Credentials are missing')
  }
  const pair = notiflowsProjects.find(({ pairs }) =>
    pairs.some((known) => known.apiKey === apiKey && known.secretKey === secretKey),
  )
  if (pair !== undefined) return pair
  const ofKey = notiflowsProjects.find(({ pairs }) =>
    pairs.some((known) => known.apiKey === apiKey),
  )
  const ofSecret = notiflowsProjects.find(({ pairs }) =>
    pairs.some((known) => known.secretKey === secretKey),
  )
  if (ofKey === undefined || ofSecret === undefined) {
    throw turnedAway(unknownKeys, 'Credentials are invalid')
  }
  if (mixedKeys === 'refuse') throw turnedAway('401', 'Credentials are invalid')
  return mixedKeys === 'api-key' ? ofKey : ofSecret
}

/** The project that an account token was made in, from `Authorization: Bearer …`; undefined for any other. */
export const projectOfToken = (authorization = ''): NotiflowsProject | undefined => {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? []
  return notiflowsProjects.find(({ accountToken }) => accountToken === token)
}

// `api_key` whichever of the two is at fault: so the contract's example has it (§10).
const turnedAway = (status: '401' | '403', message: string): Failure =>
  status === '401'
    ? new Failure('unauthenticated', message, { auth: 'api_key' })
    : new Failure('forbidden', message, {})
