import { Hono } from 'hono'

import { createDisturbance } from '#src/emulator/disturbance.ts'

import { createToolkit, type Env, type NotiflowsOptions } from './context.ts'
import { badParam, Failure, failureBody, noRoute, statusOf } from './failures.ts'
import { listParams } from './query.ts'
import { addHistoryRoutes } from './routes-history.ts'
import { addManagementRoutes } from './routes-management.ts'
import { addPersonRoutes } from './routes-person.ts'
import { addRunRoutes } from './routes-run.ts'
import { addTopicRoutes } from './routes-topics.ts'
import { addUserRoutes } from './routes-users.ts'

/** The calls of Notiflows' Admin and Management APIs (its contract §2) that this emulator answers. */
export const notiflowsRoutes = (options: NotiflowsOptions): Hono<Env> => {
  const { switches } = options
  const app = new Hono<Env>()
  let requests = firstRequest - 1

  app.onError((error, c) => {
    const failure =
      error instanceof Failure ? error : new Failure('internal_error', 'Something went wrong', {})
    if (failure !== error) console.error(error)
    if (failure.code === 'rate_limited' && switches.retryAfterHeader === 'sent') {
      c.header('Retry-After', String(switches.retryAfter))
    }
    return c.json(failureBody(failure, c.get('requestId'), switches), statusOf(failure, switches))
  })

  const disturb = createDisturbance(switches, {
    refuse: () =>
      new Failure('rate_limited', 'Slow down', {
        limit: 60,
        window: '1m',
        retry_after: switches.retryAfter * (switches.retryAfterUnit === 'seconds' ? 1 : 1000),
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

  if (switches.unknownParams === 'refuse') {
    app.use(async (c, next) => {
      for (const name of new URL(c.req.url).searchParams.keys()) {
        if (!knownParams.has(name)) throw badParam(name, `${name} is not known here`)
      }
      await next()
    })
  }

  const tools = createToolkit(options)
  addManagementRoutes(app, '/management/v1', options, tools)
  for (const root of adminRoots[switches.adminPaths]) {
    addUserRoutes(app, root, tools)
    addPersonRoutes(app, root, tools)
    addTopicRoutes(app, root, tools)
    addHistoryRoutes(app, root, tools)
    addRunRoutes(app, root, tools)
  }

  app.all('*', (c) => {
    tools.project(c)
    throw noRoute()
  })

  return app
}

/** Those of Admin's lists, and of Management's (§2). */
const knownParams: ReadonlySet<string> = new Set([...listParams, 'page'])

// Newer pages of the vendor have a version segment, the source page has none: both serve (§1).
const adminRoots = {
  both: ['/admin', '/admin/v1'],
  unversioned: ['/admin'],
  versioned: ['/admin/v1'],
} as const

// The first id of the contract's examples (§10): an emulator just started answers them as printed.
const firstRequest = 0x7d1
