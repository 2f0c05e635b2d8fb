import { Hono, type Context } from 'hono'

import { createDisturbance } from '#src/emulator/disturbance.ts'
import type { NotiflowsProject } from '#src/emulator/environments.ts'
import { lastSegment } from '#src/emulator/path.ts'
import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { authenticate } from './credentials.ts'
import { writeCursor } from './cursor.ts'
import { badParam, Failure, failureBody } from './failures.ts'
import { presentUser } from './present.ts'
import { readListQuery } from './query.ts'
import type { Users } from './users.ts'
import type { Page, User } from './wire.ts'

export type NotiflowsOptions = {
  readonly usersOf: (project: NotiflowsProject) => Users
  readonly switches: NotiflowsSwitches
}

type Env = { Variables: { requestId: string } }

/** The calls of Notiflows' Admin API (its contract §2) that this emulator answers, below `/notiflows`. */
export const notiflowsRoutes = ({ usersOf, switches }: NotiflowsOptions): Hono<Env> => {
  const app = new Hono<Env>()
  let requests = firstRequest - 1

  app.onError((error, c) => {
    const failure =
      error instanceof Failure ? error : new Failure('internal_error', 'Something went wrong', {})
    if (failure !== error) console.error(error)
    if (failure.code === 'rate_limited') c.header('Retry-After', String(switches.retryAfter))
    return c.json(failureBody(failure, c.get('requestId')), failure.status)
  })

  const disturb = createDisturbance(switches, {
    refuse: () =>
      new Failure('rate_limited', 'Slow down', {
        limit: 60,
        window: '1m',
        retry_after: switches.retryAfter,
      }),
    fail: () => new Failure('internal_error', 'Something went wrong', {}),
  })
  app.use(async (c, next) => {
    requests += 1
    const requestId = `req_${requests.toString(16)}`
    c.set('requestId', requestId)
    c.header('x-request-id', requestId)
    await disturb()
    await next()
  })

  // Newer pages of the vendor have a version segment, the source page has none: both serve (§1).
  for (const admin of ['/admin', '/admin/v1']) {
    app.get(`${admin}/users`, (c) => {
      const users = usersOf(projectOf(c))
      const query = readListQuery((name) => c.req.query(name), switches)
      const { items, hasMoreAfter, hasMoreBefore } = users.page(query, switches.strictFilterEnds)
      const first = items[0]
      const last = items.at(-1)
      return c.json({
        items: items.map((user) => presentUser(user, switches)),
        page: {
          limit: query.limit,
          after: hasMoreAfter && last !== undefined ? writeCursor(last.id) : null,
          before: hasMoreBefore && first !== undefined ? writeCursor(first.id) : null,
          has_more_after: hasMoreAfter,
          has_more_before: hasMoreBefore,
        },
      } satisfies Page<Partial<User>>)
    })

    app.get(`${admin}/users/:ext`, (c) => {
      const users = usersOf(projectOf(c))
      const id = lastSegment(c.req.raw.url)
      if (id === null) throw badParam('external_id', 'external_id is not readable')
      const user = users.get(id)
      if (user === undefined) {
        throw new Failure('not_found', 'No such user', { resource: 'user', id })
      }
      return c.json(presentUser(user, switches))
    })
  }

  app.all('*', (c) => {
    projectOf(c)
    throw new Failure('not_found', 'No such route', {})
  })

  return app
}

const projectOf = (c: Context) =>
  authenticate(c.req.header('x-notiflows-api-key'), c.req.header('x-notiflows-secret-key'))

// The first id of the contract's examples (§10): an emulator just started answers them as printed.
const firstRequest = 0x7d1
