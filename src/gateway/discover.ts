import {
  type AccountEnvironment,
  listEnvironments,
} from '#src/platforms/notificationapi/environments.ts'
import { PlatformError } from '#src/platforms/platform.ts'

import { type Configured, configured, type World } from './compose.ts'
import type { AccountSettings, EnvironmentSettings } from './config-file.ts'
import type { AccountCredential, Credential } from './credential.ts'
import { platformProblem } from './platform-problem.ts'

type Listed = readonly AccountEnvironment[]

const longestId = 64

/** A title as a part of an id: plain letters, digits and hyphens; empty when it has none of them. */
const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')

/** `${account}-${title}`, cut to what an id may be, with a number where somebody has it already. */
const freeId = (
  account: string,
  { clientId, title }: AccountEnvironment,
  taken: ReadonlySet<string>,
): string => {
  const name = slug(title ?? '') || slug(clientId) || 'environment'
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? '' : `-${count}`
    const id = `${account}-${name}`.slice(0, longestId - suffix.length) + suffix
    if (!taken.has(id)) return id
  }
}

/** The account's own credential, which must name the environment on every call (its contract §2). */
const credentialFor = (account: AccountCredential, envId: string): Credential =>
  account.kind === 'jwt'
    ? { kind: 'jwt', jwt: account.jwt, envId }
    : { kind: 'apiKey', apiKey: account.apiKey, envId }

const settingsOf = (
  account: AccountSettings,
  listed: Listed,
  taken: Set<string>,
): readonly Omit<EnvironmentSettings, 'discover'>[] => {
  // By client id, so that another order of the answer gives nobody another id at the next start.
  const ids = new Map<string, string>()
  for (const found of listed.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))) {
    const id = freeId(account.id, found, taken)
    taken.add(id)
    ids.set(found.clientId, id)
  }
  const { stage, platform, baseUrl, requestsPerSecond } = account
  return listed.map(({ clientId, title }) => ({
    id: ids.get(clientId) ?? account.id,
    name: (title ?? clientId).slice(0, 200),
    stage,
    platform,
    baseUrl,
    requestsPerSecond,
    credential: credentialFor(account.credential, clientId),
  }))
}

type Asked = { readonly account: AccountSettings; readonly answer: Listed | PlatformError }

const askAccount = async (account: AccountSettings, world: World): Promise<Asked> => {
  const { fetch, clock, random } = world
  const { signal } = new AbortController()
  try {
    return { account, answer: await listEnvironments(account, { fetch, clock, random }, signal) }
  } catch (failure) {
    if (failure instanceof PlatformError) return { account, answer: failure }
    throw failure
  }
}

const reasonFor = ({ account, answer }: Asked): string =>
  `The environments of account “${account.id}” could not be found. ${
    answer instanceof PlatformError ? platformProblem(answer, account.name).detail : 'It has none.'
  }`

/**
 * The configured environments, with each account replaced by the environments that it has now. An
 * account that cannot be read costs itself alone: one line in the log, and Rollcall goes on with the
 * others until it is started again. Throws with the reasons when no environment is left at all.
 */
export const findEnvironments = async (
  entries: readonly (EnvironmentSettings | AccountSettings)[],
  world: World,
): Promise<readonly Configured[]> => {
  const accounts = entries.filter((entry) => entry.discover)
  const asked = await Promise.all(accounts.map((account) => askAccount(account, world)))
  const failed = asked.filter(
    ({ answer }) => answer instanceof PlatformError || answer.length === 0,
  )
  const taken = new Set(entries.flatMap((entry) => (entry.discover ? [] : [entry.id])))
  const environments = entries.flatMap((entry) => {
    if (!entry.discover) return [entry]
    const answer = asked.find(({ account }) => account === entry)?.answer
    return answer === undefined || answer instanceof PlatformError
      ? []
      : settingsOf(entry, answer, taken)
  })
  if (environments.length === 0) throw new Error(failed.map(reasonFor).join('\n  '))
  for (const { account, answer } of failed)
    world.log({
      level: 'error',
      event: 'account-not-read',
      environment: account.id,
      problem: answer instanceof PlatformError ? answer.code : 'no-environments',
    })
  return configured(environments, false)
}
