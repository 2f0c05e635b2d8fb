import { Hono } from 'hono'

import {
  notificationapiEnvironments,
  notiflowsProjects,
  type NotificationapiEnvironment,
  type NotiflowsProject,
} from './environments.ts'
import { listAccounts, listEnvironments, type EnvironmentEntry } from './listing.ts'
import { isLoopback } from './loopback.ts'
import { notificationapiFixtures } from './notificationapi/fixtures.ts'
import { createRecords as notificationapiRecords } from './notificationapi/record.ts'
import { notificationapiRoutes } from './notificationapi/routes.ts'
import { Users as NotificationapiUsers } from './notificationapi/users.ts'
import { notiflowsFixtures } from './notiflows/fixtures.ts'
import { createRecords as notiflowsRecords } from './notiflows/record.ts'
import { notiflowsRoutes } from './notiflows/routes.ts'
import { Users as NotiflowsUsers } from './notiflows/users.ts'
import { idScheme, numberForm, opaqueForm, type IdScheme } from './random/ids.ts'
import { withDefaults, type SwitchOverrides } from './switches.ts'

export type EmulatorOptions = {
  /** Number of users in the two large environments. */
  readonly users?: number
  /** The present, epoch ms: everybody's dates hang from it, and nothing is later. */
  readonly now: number
  /** Where it will be reached, for the base URLs that `GET /` prints. No slash at its end. */
  readonly origin: string
  readonly switches?: SwitchOverrides
}

export type Emulator = {
  /** Answers one request. Never fails: whatever goes wrong becomes an answer. */
  fetch(request: Request): Promise<Response> | Response
  /** Its environments, each an entry for Rollcall's config file. */
  readonly environments: readonly EnvironmentEntry[]
}

/**
 * Both platforms over synthetic people, as a function of its arguments: no port, no clock, no
 * environment variables, so that a test can call it in memory. Starting costs the same for any
 * number of users.
 */
export const createEmulator = ({
  users = 100_000,
  now,
  origin,
  switches: overrides,
}: EmulatorOptions): Emulator => {
  const switches = withDefaults(overrides)
  const environments = listEnvironments(origin)
  const fixtures = {
    notificationapi: notificationapiFixtures(now),
    notiflows: notiflowsFixtures(now),
  }

  const notificationapiUsers = new Map(
    notificationapiEnvironments.map((environment) => {
      const { clientId, stage } = environment
      const ids = notificationapiIds(environment)
      const size = environment.people === 'many' ? users : environment.people
      const make = notificationapiRecords({ clientId, stage, now, idOf: ids.idOf })
      const known = fixtures.notificationapi.map(({ user }) => user)
      return [clientId, new NotificationapiUsers({ clientId, size, fixtures: known, ids, make })]
    }),
  )
  const notiflowsUsers = new Map(
    notiflowsProjects.map((project) => {
      const externalIds = notiflowsIds(project)
      const size = project.people === 'many' ? users : project.people
      const records = notiflowsRecords({
        projectId: project.id,
        now,
        externalIdOf: externalIds.idOf,
      })
      const known = fixtures.notiflows.map(({ user }) => user)
      return [project.id, new NotiflowsUsers({ size, fixtures: known, externalIds, records })]
    }),
  )

  const app = new Hono()
  // A page elsewhere could point its own name at this address (DNS rebinding) and read the keys.
  app.use(async (c, next) => {
    if (isLoopback(c.req.header('host') ?? new URL(c.req.url).host)) return next()
    return c.json({ message: 'This emulator answers only to loopback names' }, 421)
  })
  app.get('/', (c) =>
    c.json({
      environments,
      accounts: listAccounts(),
      fixtures: {
        notificationapi: fixtures.notificationapi.map(({ user, description }) => ({
          id: user.id,
          description,
        })),
        notiflows: fixtures.notiflows.map(({ user, description }) => ({
          id: user.external_id,
          description,
        })),
      },
    }),
  )
  app.route(
    '/notificationapi',
    notificationapiRoutes({
      usersOf: ({ clientId }) => held(notificationapiUsers, clientId),
      switches: switches.notificationapi,
    }),
  )
  app.route(
    '/notiflows',
    notiflowsRoutes({
      usersOf: ({ id }) => held(notiflowsUsers, id),
      switches: switches.notiflows,
    }),
  )

  return { fetch: (request) => app.fetch(request), environments }
}

const held = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`no users were made for ${key}`)
  return value
}

const notificationapiIds = ({ clientId, stage }: NotificationapiEnvironment): IdScheme =>
  stage === 'production'
    ? idScheme(opaqueForm(clientId, 'usr_'), numberForm(clientId, '', 1_000_000))
    : idScheme(opaqueForm(clientId, 'stg_'), numberForm(clientId, 'qa-', 1, 5))

const notiflowsIds = ({ id, stage }: NotiflowsProject): IdScheme =>
  stage === 'production'
    ? idScheme(opaqueForm(id, 'C-', true), numberForm(id, 'shop_', 40_000))
    : idScheme(numberForm(id, 'test-user-', 1, 4))
