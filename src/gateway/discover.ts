import type { Stage } from '#src/domain/environment.ts'
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

/** Where the configuration does not say which of them an environment is, it gets the care of the real one. */
const stageOf = ({ stage }: AccountSettings, { clientId, title }: AccountEnvironment): Stage =>
  typeof stage === 'string'
    ? stage
    : (stage.get(clientId) ?? stage.get(title ?? clientId) ?? stage.get('*') ?? 'production')

/** Whether the configuration names the stage of an environment that is not there: misspelt, or gone. */
const namesNobody = ({ stage }: AccountSettings, listed: Listed): boolean =>
  typeof stage !== 'string' &&
  [...stage.keys()].some(
    (name) =>
      name !== '*' && !listed.some(({ clientId, title }) => name === clientId || name === title),
  )

/** What is taken already, and whether the account must be in the names to tell environments apart. */
type Among = {
  readonly ids: Set<string>
  readonly names: ReadonlySet<string>
  readonly severalAccounts: boolean
}

const settingsOf = (
  account: AccountSettings,
  listed: Listed,
  among: Among,
): readonly Omit<EnvironmentSettings, 'discover'>[] => {
  // By client id, so that another order of the answer gives nobody another id at the next start.
  const ids = new Map<string, string>()
  for (const found of listed.toSorted((a, b) => (a.clientId < b.clientId ? -1 : 1))) {
    const id = freeId(account.id, found, among.ids)
    among.ids.add(id)
    ids.set(found.clientId, id)
  }
  const { platform, baseUrl, requestsPerSecond } = account
  return listed.map((found) => {
    const { clientId } = found
    const title = found.title ?? clientId
    const isClear = !among.severalAccounts && !among.names.has(title)
    return {
      id: ids.get(clientId) ?? account.id,
      name: (isClear ? title : `${account.name} / ${title}`).slice(0, 200),
      stage: stageOf(account, found),
      platform,
      baseUrl,
      requestsPerSecond,
      credential: credentialFor(account.credential, clientId),
    }
  })
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
  const named = entries.filter((entry) => !entry.discover)
  const among: Among = {
    ids: new Set(named.map(({ id }) => id)),
    names: new Set(named.map(({ name }) => name)),
    severalAccounts: accounts.length > 1,
  }
  const environments = entries.flatMap((entry) => {
    if (!entry.discover) return [entry]
    const answer = asked.find(({ account }) => account === entry)?.answer
    return answer === undefined || answer instanceof PlatformError
      ? []
      : settingsOf(entry, answer, among)
  })
  if (environments.length === 0) throw new Error(failed.map(reasonFor).join('\n  '))
  for (const { account, answer } of failed)
    world.log({
      level: 'error',
      event: 'account-not-read',
      environment: account.id,
      problem: answer instanceof PlatformError ? answer.code : 'no-environments',
    })
  for (const { account, answer } of asked)
    if (!(answer instanceof PlatformError) && namesNobody(account, answer))
      world.log({ level: 'warn', event: 'stage-of-no-environment', environment: account.id })
  return configured(environments, false)
}
