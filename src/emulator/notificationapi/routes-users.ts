import type { Context, Hono } from 'hono'

import { readJson } from '#src/emulator/body.ts'
import { isoMilliseconds } from '#src/emulator/instants.ts'
import { segmentFromEnd } from '#src/emulator/path.ts'

import { Failure, notFound } from './failures.ts'
import { listPage } from './list-page.ts'
import { presentUser } from './present.ts'
import {
  servers,
  serversAnd,
  tenantFor,
  type NotificationapiOptions,
  type Tenant,
} from './tenant.ts'
import { mergeUser, readUserWrite } from './user-write.ts'

/** A user's id in the path. Fails with 400 when it cannot be decoded. */
export const userIdIn = (c: Context, placeFromEnd: number): string => {
  const id = segmentFromEnd(c.req.raw.url, placeFromEnd)
  if (id !== null) return id
  throw new Failure(400, 'userId is not readable', 'percent-encode it as UTF-8')
}

/** Where a switch says so, somebody unknown is in the list as soon as a call has named them (§11). */
export const meetImplicitly = (
  { users }: Tenant,
  id: string,
  { switches: { implicitUsers } }: Pick<NotificationapiOptions, 'switches'>,
): void => {
  if (implicitUsers === 'listed' && users.get(id) === undefined) users.put({ id })
}

/** Answers GET of a user. Never 404: every id exists implicitly (§3). */
export const getUser = (
  c: Context,
  tenant: Tenant,
  id: string,
  { switches, tick }: NotificationapiOptions,
) => {
  const { users } = tenant
  if (users.get(id) === undefined && switches.getCreates) {
    const time = isoMilliseconds(tick())
    users.put({ id, createdAt: time, updatedAt: time })
  }
  meetImplicitly(tenant, id, { switches })
  return c.json(presentUser(users.get(id) ?? { id }, switches))
}

/** Answers POST of a user: creates or changes (§3, §11). Fails with 400 for a bad body. */
export const postUser = async (
  c: Context,
  { users, preferences }: Tenant,
  id: string,
  { switches, tick }: NotificationapiOptions,
) => {
  const write = readUserWrite(id, await readJson(c.req), switches)
  const before = users.get(id)
  const user = mergeUser(before, id, write, tick(), switches)
  users.put(user)
  if (before === undefined) preferences.clear(id)
  return c.json(presentUser(user, switches))
}

/** Users: list, get, identify, delete, lift a suppression (§3). */
export const addUserRoutes = (app: Hono, options: NotificationapiOptions): void => {
  const { switches, tick } = options

  app.get('/users', (c) => {
    const tenant = tenantFor(c, options, servers)
    const query = { limit: c.req.query('limit'), nextToken: c.req.query('nextToken') }
    return c.json(listPage(tenant, query, switches))
  })

  app.get('/users/:id', (c) => {
    const id = userIdIn(c, 1)
    return getUser(c, tenantFor(c, options, serversAnd(id)), id, options)
  })

  app.post('/users/:id', (c) => {
    const id = userIdIn(c, 1)
    return postUser(c, tenantFor(c, options, serversAnd(id)), id, options)
  })

  app.delete('/users/:id', (c) => {
    const id = userIdIn(c, 1)
    const { users, preferences, feeds } = tenantFor(c, options, servers)
    const existed = users.remove(id)
    if (!existed && switches.deleteUnknown === '404') throw notFound()
    preferences.clear(id)
    feeds.clear(id)
    return c.json({ message: 'User deleted' })
  })

  app.delete('/user_suppression/:id/channel/:channel', (c) => {
    const id = userIdIn(c, 3)
    const tenant = tenantFor(c, options, servers)
    const { users } = tenant
    const known = users.get(id)
    if (c.req.param('channel') !== 'EMAIL') {
      if (switches.otherSuppressionChannel === 'refuse') {
        throw new Failure(400, 'only EMAIL can be suppressed', 'send EMAIL as the channel')
      }
    } else if (known?.emailSuppressionStatus !== undefined) {
      const { emailSuppressionStatus: _, ...rest } = known
      users.put({ ...rest, updatedAt: isoMilliseconds(tick()) })
    } else if (switches.liftAbsent === '404') throw notFound()
    meetImplicitly(tenant, id, options)
    return c.json({ user: presentUser(users.get(id) ?? { id }, switches) })
  })
}
