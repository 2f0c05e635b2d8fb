import {
  notificationapiAccounts,
  notificationapiEnvironments,
  notiflowsProjects,
} from './environments.ts'

type Named = {
  readonly id: string
  readonly name: string
  readonly stage: 'production' | 'test'
  readonly baseUrl: string
}

/** One entry of Rollcall's config file (design.md, "Config file"), nothing more and nothing less. */
export type EnvironmentEntry = Named &
  (
    | {
        readonly platform: 'notificationapi'
        readonly apiKey: string
        /** What the key implies (its contract §2), said so that the legacy paths, which begin with it, can be asked. */
        readonly envId: string
      }
    | {
        readonly platform: 'notificationapi'
        readonly clientId: string
        readonly clientSecret: string
      }
    | {
        readonly platform: 'notiflows'
        readonly apiKey: string
        readonly secretKey: string
        readonly accountToken: string
      }
  )

/** The environments with what it takes to reach them, for an emulator at `origin`. */
export const listEnvironments = (origin: string): EnvironmentEntry[] => [
  ...notificationapiEnvironments.map((environment): EnvironmentEntry => {
    const { id, title: name, stage, clientId, clientSecret } = environment
    const platform = 'notificationapi'
    const baseUrl = `${origin}/notificationapi`
    // Staging by the legacy credential, so that both ways in are in use.
    return id === 'notificationapi-staging'
      ? { id, name, stage, platform, baseUrl, clientId, clientSecret }
      : { id, name, stage, platform, baseUrl, apiKey: first(environment.apiKeys), envId: clientId }
  }),
  ...notiflowsProjects.map(({ id, name, stage, pairs, accountToken }): EnvironmentEntry => {
    const { apiKey, secretKey } = first(pairs)
    const baseUrl = `${origin}/notiflows/admin`
    return { id, name, stage, platform: 'notiflows', baseUrl, apiKey, secretKey, accountToken }
  }),
]

/** The credentials that are wider than one environment, and the ids of the environments they see. */
export const listAccounts = (projects: readonly object[]) => [
  ...notificationapiAccounts.map(({ id, name, apiKey, jwt, clientIds }) => ({
    platform: 'notificationapi' as const,
    id,
    name,
    apiKey,
    jwt,
    envIds: clientIds,
  })),
  { platform: 'notiflows' as const, accountToken: first(notiflowsProjects).accountToken, projects },
]

const first = <T>(list: readonly T[]): T => {
  const [value] = list
  if (value === undefined) throw new Error('an environment without a credential')
  return value
}
