import { Hono } from 'hono'

import { createDisturbance } from '#src/emulator/disturbance.ts'

import { Failure, isTracked, notFound, writeFailure } from './failures.ts'
import { addAccountRoutes } from './routes-account.ts'
import { addInAppRoutes } from './routes-inapp.ts'
import { addLegacyRoutes } from './routes-legacy.ts'
import { addLogRoutes } from './routes-logs.ts'
import { addUserRoutes } from './routes-users.ts'
import type { NotificationapiOptions } from './tenant.ts'
import { withTimes } from './times.ts'

/** The calls of NotificationAPI's contract §3 that this emulator answers, below its base URL. */
export const notificationapiRoutes = (options: NotificationapiOptions): Hono => {
  const { switches } = options
  const app = new Hono()
  let trackingNumber = 5500

  app.onError((error, c) => {
    const failure = error instanceof Failure ? error : new Failure(500, 'Internal Server Error')
    if (failure !== error) console.error(error)
    if (failure.status === 429 && switches.retryAfterHeader === 'sent') {
      c.header('Retry-After', String(switches.retryAfter))
    }
    if (isTracked(failure)) trackingNumber += 1
    const { type, text } = writeFailure(failure, `trk-${trackingNumber}`, switches)
    return c.body(text, failure.status, { 'content-type': type })
  })

  const disturb = createDisturbance(switches, {
    refuse: () => new Failure(429, 'Too Many Requests'),
    fail: () => new Failure(500, 'Internal Server Error'),
  })
  const disturbProvider = createDisturbance(
    { refuseEvery: 0, failEvery: switches.providerFailEvery, latencyMs: 0 },
    { refuse: notFound, fail: () => new Failure(502, 'A provider failed') },
  )
  const { timestamps } = switches
  if (timestamps !== 'milliseconds') {
    app.use(async (c, next) => {
      await next()
      c.res = await withTimes(c.res, timestamps)
    })
  }
  app.use(async (_c, next) => {
    await disturb()
    await disturbProvider()
    if (switches.usageLimitReached) {
      throw new Failure(402, 'The usage limit of the plan is reached', 'upgrade the plan')
    }
    await next()
  })

  // Their order matters: today's paths go before the legacy ones, which begin with any word at all.
  addInAppRoutes(app, options)
  addUserRoutes(app, options)
  addAccountRoutes(app, options)
  addLogRoutes(app, options)
  addLegacyRoutes(app, options)

  app.all('*', () => {
    throw notFound()
  })

  return app
}
