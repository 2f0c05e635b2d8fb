import type { Context, Hono } from 'hono'

import { readJson } from '#src/emulator/body.ts'

import { Failure } from './failures.ts'
import { kinds } from './kinds.ts'
import { readPreferences } from './preferences.ts'
import { feedPage } from './routes-inapp.ts'
import { getUser, meetImplicitly, postUser, userIdIn } from './routes-users.ts'
import {
  legacyCallOf,
  servers,
  serversAnd,
  type NotificationapiOptions,
  type Tenant,
} from './tenant.ts'

/** The legacy paths (§1, §3): the client id comes first, and preferences exist only here. */
export const addLegacyRoutes = (app: Hono, options: NotificationapiOptions): void => {
  const legacy = (c: Context, userId: string) => legacyCallOf(c, options, serversAnd(userId)).tenant
  const writePreferences = async (c: Context, tenant: Tenant, id: string) => {
    tenant.preferences.write(id, readPreferences(await readJson(c.req)))
    meetImplicitly(tenant, id, options)
    return c.json(described(tenant.preferences.describe(id)))
  }

  app.get('/:clientId/users/:id/', (c) => {
    const id = userIdIn(c, 2)
    return getUser(c, legacy(c, id), id, options)
  })
  app.get('/:clientId/users/:id', (c) => {
    const id = userIdIn(c, 1)
    return getUser(c, legacy(c, id), id, options)
  })
  app.post('/:clientId/users/:id', (c) => {
    const id = userIdIn(c, 1)
    return postUser(c, legacy(c, id), id, options)
  })

  app.get('/:clientId/users/:id/preferences', (c) => {
    const id = userIdIn(c, 2)
    return c.json(described(legacy(c, id).preferences.describe(id)))
  })
  app.post('/:clientId/users/:id/preferences', (c) => {
    const id = userIdIn(c, 2)
    return writePreferences(c, legacy(c, id), id)
  })
  // What the legacy SDK calls: a server, with the environment's own credential.
  app.post('/:clientId/user_preferences/:id', (c) =>
    writePreferences(c, legacyCallOf(c, options, servers).tenant, userIdIn(c, 1)),
  )
  app.delete('/:clientId/users/:id/preferences', (c) => {
    const id = userIdIn(c, 2)
    const { preferences } = legacy(c, id)
    const notificationId = c.req.query('notificationId') ?? ''
    if (notificationId === '') {
      throw new Failure(400, 'notificationId is required', 'send it as a query parameter')
    }
    preferences.forget(id, notificationId, c.req.query('subNotificationId'))
    return c.json(described(preferences.describe(id)))
  })

  app.get('/:clientId/users/:id/notifications/INAPP_WEB', (c) => {
    const id = userIdIn(c, 3)
    return c.json(feedPage(c, legacy(c, id).feeds.all(id)))
  })
  app.patch('/:clientId/users/:id/notifications/INAPP_WEB', async (c) => {
    const id = userIdIn(c, 3)
    legacy(c, id).feeds.mark(id, await readJson(c.req))
    return c.json({ success: true })
  })
}

const described = (preferences: readonly object[]) => ({
  preferences,
  notifications: kinds.map(({ id, title, channels }) => ({ notificationId: id, title, channels })),
  subNotifications: kinds.flatMap(({ id, subNotifications = [] }) =>
    subNotifications.map((sub) => ({
      notificationId: id,
      subNotificationId: sub.id,
      title: sub.title,
    })),
  ),
})
