import { Hono, type Context } from 'hono'

import type { NotificationapiEnvironment } from '#src/emulator/environments.ts'
import { lastSegment } from '#src/emulator/path.ts'
import { createDisturbance } from '#src/emulator/disturbance.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { environmentFor, identify, type Caller } from './credentials.ts'
import { Failure, failureBody, unauthorized } from './failures.ts'
import { presentUser, type WireUser } from './present.ts'
import { readLimit } from './limit.ts'
import { beginning, readToken, writeToken, type Position } from './token.ts'
import type { Users } from './users.ts'
import type { GetUsers } from './wire.ts'

export type NotificationapiOptions = {
  readonly usersOf: (environment: NotificationapiEnvironment) => Users
  readonly switches: NotificationapiSwitches
}

/** The calls of NotificationAPI's contract §3 that this emulator answers, below its base URL. */
export const notificationapiRoutes = ({ usersOf, switches }: NotificationapiOptions): Hono => {
  const app = new Hono()
  let trackingNumber = 5500

  app.onError((error, c) => {
    const failure = error instanceof Failure ? error : new Failure(500, 'Internal Server Error')
    if (failure !== error) console.error(error)
    if (failure.status === 429) c.header('Retry-After', String(switches.retryAfter))
    if (failure.status === 400) trackingNumber += 1
    return c.json(failureBody(failure, `trk-${trackingNumber}`), failure.status)
  })

  const disturb = createDisturbance(switches, {
    refuse: () => new Failure(429, 'Too Many Requests'),
    fail: () => new Failure(500, 'Internal Server Error'),
  })
  app.use(async (_c, next) => {
    await disturb()
    await next()
  })

  app.get('/users', (c) => {
    const environment = scope(c, (caller) => caller.kind !== 'endUser')
    const limit = readLimit(c.req.query('limit'), switches)
    const position = readPosition(environment, c.req.query('nextToken'))
    return c.json(listPage({ environment, users: usersOf(environment), switches, limit, position }))
  })

  // Reserved by §3: without this it would be taken for a user of that id.
  app.get('/users/account-metadata', () => {
    throw new Failure(404, 'Not Found')
  })

  app.get('/users/:id', (c) => {
    const id = lastSegment(c.req.raw.url)
    if (id === null) throw new Failure(400, 'userId is not readable', 'percent-encode it as UTF-8')
    const environment = scope(c, (caller) => caller.kind !== 'endUser' || caller.userId === id)
    // Never 404: every id exists implicitly (§3), yet asking does not create a record (§11).
    return c.json(presentUser(usersOf(environment).get(id) ?? { id }, switches))
  })

  app.all('*', () => {
    throw new Failure(404, 'Not Found')
  })

  return app
}

/** The environment that a call is about, if the caller is one of those allowed. Fails with 400 or 401. */
const scope = (c: Context, allowed: (caller: Caller) => boolean) => {
  const caller = identify(c.req.header('authorization'))
  if (!allowed(caller)) throw unauthorized()
  return environmentFor(caller, c.req.query('envId'))
}

const readPosition = (
  environment: NotificationapiEnvironment,
  nextToken: string | undefined,
): Position => {
  // Absent and empty both ask for the first page (§5).
  if (nextToken === undefined || nextToken === '') return beginning
  const position = readToken(environment.clientId, nextToken)
  if (position === null) {
    throw new Failure(
      400,
      'nextToken is not valid',
      'send lastEvaluatedKey unchanged, or nothing for the first page',
    )
  }
  return position
}

type PageRequest = {
  readonly environment: NotificationapiEnvironment
  readonly users: Users
  readonly switches: NotificationapiSwitches
  readonly limit: number
  readonly position: Position
}

const listPage = ({
  environment,
  users,
  switches,
  limit,
  position,
}: PageRequest): GetUsers<WireUser> => {
  const tokenAt = (next: Position) => writeToken(environment.clientId, next)
  if (switches.emptyPages && !position.pauseTaken && users.after(position.after, 1).users[0]) {
    const lastEvaluatedKey = tokenAt({ ...position, pauseTaken: true })
    return { users: [], lastEvaluatedKey, hasMore: true }
  }
  // A page of one cannot be short without being empty, and that is another switch.
  const count = switches.shortPages ? Math.max(1, Math.ceil(limit * 0.6)) : limit
  const page = users.after(position.after, count)
  const last = page.users.at(-1)
  const hasMore = page.more || (switches.tokenOnFullLastPage && page.users.length === count)
  return {
    users: page.users.map((user) => presentUser(user, switches)),
    ...(hasMore && last !== undefined
      ? { lastEvaluatedKey: tokenAt({ after: last.id, pauseTaken: false }) }
      : {}),
    hasMore: hasMore && last !== undefined,
  }
}
