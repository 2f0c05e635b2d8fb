import { Hono } from 'hono'

import { notificationapiEnvironments, notiflowsProjects } from './environments.ts'
import { listAccounts, listEnvironments, type EnvironmentEntry } from './listing.ts'
import { isLoopback } from './loopback.ts'
import type { Fixture as NapiFixture } from './notificationapi/fixture.ts'
import { notificationapiFixtures } from './notificationapi/fixtures.ts'
import { notificationapiRoutes } from './notificationapi/routes.ts'
import { createTenant } from './notificationapi/tenants.ts'
import { createCatalog } from './notiflows/catalog.ts'
import { notiflowsFixtures, type Fixture as FlowsFixture } from './notiflows/fixtures.ts'
import { createProject } from './notiflows/project.ts'
import { describeProject } from './notiflows/routes-management.ts'
import { notiflowsRoutes } from './notiflows/routes.ts'
import { withDefaults, type SwitchOverrides, type Switches } from './switches.ts'
import { createTicker } from './ticker.ts'

export type EmulatorOptions = {
  /** Number of users in the two large environments. */
  readonly users?: number
  /** The present, epoch ms: everybody's dates hang from it, and nothing is later. */
  readonly now: number
  /** What time it is when somebody writes, epoch ms; stands still at `now` when not given. */
  readonly clock?: () => number
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
 * number of users, unless a switch has them listed by id.
 */
export const createEmulator = ({
  users = 100_000,
  now,
  clock = () => now,
  origin,
  switches: overrides,
}: EmulatorOptions): Emulator => {
  const switches = withDefaults(overrides)
  const environments = listEnvironments(origin)
  const fixtures = {
    notificationapi: notificationapiFixtures(now),
    notiflows: notiflowsFixtures(now),
  }

  let platforms = createPlatforms({ users, now, clock, switches, fixtures })

  const app = new Hono()
  // A page elsewhere could point its own name at this address (DNS rebinding) and read the keys.
  app.use(async (c, next) => {
    if (isLoopback(c.req.header('host') ?? new URL(c.req.url).host)) return next()
    return c.json({ message: 'This emulator answers only to loopback names' }, 421)
  })
  app.get('/', (c) =>
    c.json({
      environments,
      accounts: listAccounts(
        notiflowsProjects.map((project) => describeProject(project, createCatalog(project, now))),
      ),
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
  app.post('/reset', (c) => {
    // Any page could have a visitor's browser post here; whoever needs this is no page.
    if (c.req.header('origin') !== undefined) {
      return c.json({ message: 'Pages may not reset this emulator' }, 403)
    }
    platforms = createPlatforms({ users, now, clock, switches, fixtures })
    return c.body(null, 204)
  })
  app.all('*', (c) => platforms.fetch(c.req.raw))

  return { fetch: (request) => app.fetch(request), environments }
}

type PlatformOptions = Required<Pick<EmulatorOptions, 'users' | 'now' | 'clock'>> & {
  readonly switches: Switches
  readonly fixtures: { readonly notificationapi: NapiFixture[]; readonly notiflows: FlowsFixture[] }
}

/** Both platforms as they are before anybody has asked or written anything. Costs the same for any number of users. */
const createPlatforms = ({
  users: many,
  now,
  clock,
  switches,
  fixtures,
}: PlatformOptions): Hono => {
  const tick = createTicker(clock, now)
  const { listOrder } = switches.notificationapi
  const tenants = new Map(
    notificationapiEnvironments.map((environment) => [
      environment.clientId,
      createTenant(environment, { many, now, fixtures: fixtures.notificationapi, listOrder }),
    ]),
  )
  const projects = new Map(
    notiflowsProjects.map((project) => [
      project.id,
      createProject(project, { many, now, tick, fixtures: fixtures.notiflows }),
    ]),
  )
  const app = new Hono()
  app.route(
    '/notificationapi',
    notificationapiRoutes({
      tenantOf: ({ clientId }) => held(tenants, clientId),
      switches: switches.notificationapi,
      tick,
    }),
  )
  app.route(
    '/notiflows',
    notiflowsRoutes({
      projectOf: ({ id }) => held(projects, id),
      switches: switches.notiflows,
      tick,
    }),
  )
  return app
}

const held = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const value = map.get(key)
  if (value === undefined) throw new Error(`no users were made for ${key}`)
  return value
}
