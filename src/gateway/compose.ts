import type { Environment } from '#src/domain/environment.ts'
import { isJsonObject } from '#src/domain/json.ts'
import type { Clock } from '#src/platforms/clock.ts'
import type { Fetch } from '#src/platforms/attempt.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { Fingerprinter, Platform } from '#src/platforms/platform.ts'

import type { Assets } from './assets.ts'
import { createApp } from './app.ts'
import { createAudit } from './audit.ts'
import type { Settings } from './config.ts'
import { type EnvironmentSettings, readEnvironments } from './config-file.ts'
import { allowedHosts } from './host.ts'
import type { Log } from './log.ts'
import type { Source } from './source.ts'

/** What the adapters and the app need of the world. */
export type World = {
  readonly fetch: Fetch
  readonly fingerprint: Fingerprinter
  readonly clock: Clock
  /** From 0 to below 1. */
  readonly random: () => number
  readonly randomToken: () => string
  readonly requestId: () => string
  readonly log: Log
}

/** An environment's settings, and whether it is the built-in emulator's. */
export type Configured = Omit<EnvironmentSettings, 'discover'> & { readonly emulated: boolean }

const createPlatform = (settings: Configured, world: World): Platform => {
  const { id, baseUrl, credential, requestsPerSecond } = settings
  const { fetch, fingerprint, clock, random } = world
  const deps = { environment: id, fetch, fingerprint, clock, random, requestsPerSecond }
  if (credential.kind !== 'keyPair') return createNotificationApi({ baseUrl, credential }, deps)
  const { apiKey, secretKey, accountToken } = credential
  const account = accountToken === null ? {} : { accountToken }
  return createNotiflows({ baseUrl, apiKey, secretKey, ...account }, deps)
}

/** The environments with an adapter each. Nothing is asked of a platform yet. */
export const createSources = (
  environments: readonly Configured[],
  world: World,
): readonly Source[] =>
  environments.map((settings) => {
    const platform = createPlatform(settings, world)
    const environment: Environment = {
      id: settings.id,
      name: settings.name,
      stage: settings.stage,
      platform: settings.platform,
      emulated: settings.emulated,
      capabilities: platform.capabilities,
    }
    return { environment, platform }
  })

/**
 * The emulator's own environments, asked of its root: entries exactly like those of the configuration
 * file. Throws when it does not answer them.
 */
export const emulatedEnvironments = async (
  url: string,
  fetch: Fetch,
): Promise<readonly Configured[]> => {
  const response = await fetch(`${url.replace(/\/+$/u, '')}/`, {
    headers: { accept: 'application/json' },
    redirect: 'error',
  })
  const body: unknown = await response.json()
  const problems: string[] = []
  const report = (problem: string) => {
    problems.push(problem)
  }
  // It lists more than a configuration does: accounts, and people worth a look.
  const environments = isJsonObject(body) ? body['environments'] : undefined
  const found = readEnvironments({ environments }, 'the emulator', {}, report)
  if (problems.length > 0)
    throw new Error(`The emulator lists itself wrongly: ${problems.join('; ')}`)
  return configured(
    found.filter((entry) => !entry.discover),
    true,
  )
}

/** Marks environments as the emulator's, or not. */
export const configured = (
  environments: readonly Omit<EnvironmentSettings, 'discover'>[],
  emulated: boolean,
): readonly Configured[] =>
  environments.map(({ id, name, stage, platform, baseUrl, credential, requestsPerSecond }) => ({
    id,
    name,
    stage,
    platform,
    baseUrl,
    credential,
    requestsPerSecond,
    emulated,
  }))

/**
 * The token that the API asks for, or null: asked for as soon as one environment is real, or when the
 * operator chose one. People whom the emulator made up need no guard.
 */
export const tokenFor = (
  settings: Pick<Settings, 'token'>,
  environments: readonly Configured[],
  randomToken: () => string,
): string | null => {
  if (settings.token !== null) return settings.token
  return environments.every((environment) => environment.emulated) ? null : randomToken()
}

/** A host as it stands in a URL: IPv6 in brackets. */
export const urlHost = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** The link that the operator opens. The token travels in the fragment, which no server or log sees. */
export const launchLink = (host: string, port: number, token: string | null): string =>
  `http://${urlHost(host)}:${port}/${token === null ? '' : `#token=${encodeURIComponent(token)}`}`

/** The gateway for one set of environments, as it answers on the port that was bound. */
export const composeGateway = (
  settings: Pick<Settings, 'token' | 'host' | 'allowedHosts' | 'mask' | 'dataDirectory'>,
  environments: readonly Configured[],
  port: number,
  assets: Assets,
  world: World,
) => {
  const token = tokenFor(settings, environments, world.randomToken)
  const hosts = allowedHosts(port, [`${urlHost(settings.host)}:${port}`, ...settings.allowedHosts])
  const app = createApp({
    environments: createSources(environments, world),
    token,
    allowedHosts: hosts,
    assets,
    compress: true,
    mask: settings.mask,
    audit: createAudit(settings.dataDirectory, world.clock),
    log: world.log,
    requestId: world.requestId,
    now: world.clock.now,
    date: world.clock.date,
    sleep: world.clock.sleep,
    fingerprint: world.fingerprint,
  })
  return { app, token, hosts }
}
