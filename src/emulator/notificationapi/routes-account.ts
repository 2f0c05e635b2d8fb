import type { Hono } from 'hono'

import { notificationapiAccounts, type NotificationapiAccount } from '#src/emulator/environments.ts'

import { environmentsOf, type Caller } from './credentials.ts'
import { unauthorized } from './failures.ts'
import { callerOf, servers, type NotificationapiOptions } from './tenant.ts'

/** The account behind a credential. Fails with 401 when there is none. */
export const accountOf = (caller: Caller): NotificationapiAccount => {
  if (caller.kind === 'account') return caller.account
  const { clientId } = caller.environment
  const found = notificationapiAccounts.find(({ clientIds }) => clientIds.includes(clientId))
  if (found === undefined) throw unauthorized()
  return found
}

/** The account, and the environments that the credential sees (§3). */
export const addAccountRoutes = (app: Hono, options: NotificationapiOptions): void => {
  app.get('/account', (c) => {
    const { id, organizationId, name, createdAt } = accountOf(callerOf(c, options, servers))
    return c.json({ accountId: id, organizationId, name, createdAt })
  })

  app.get('/environments', (c) =>
    c.json(
      environmentsOf(callerOf(c, options, servers)).map((environment) => ({
        clientId: environment.clientId,
        clientSecret: environment.clientSecret,
        title: environment.title,
        disableSending: environment.disableSending,
        secureMode: environment.secureMode,
      })),
    ),
  )
}
