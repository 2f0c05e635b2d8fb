import { Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

import { type Assets, assetServer } from './assets.ts'
import { AuditError } from './audit.ts'
import { compression } from './compress.ts'
import { checkHost } from './host.ts'
import { describeFailure, type Log } from './log.ts'
import { masking } from './masking.ts'
import { checkOrigin, checkWrite, isApiPath } from './origin.ts'
import { decodePart } from './params.ts'
import { ProblemError, problemResponse } from './problems.ts'
import { createRoutes, type GatewayEnv, type RouteDeps, routeTable } from './routes.ts'
import { secureHeaders } from './security-headers.ts'
import { tokenCheck } from './token.ts'
import { rawPath, rawQuery } from './url.ts'

/** Everything the gateway rests on. It touches no environment, clock, socket or disk by itself. */
export type GatewayDeps = RouteDeps & {
  /** The token that the API asks for, or null for none. */
  readonly token: string | null
  /** See host.ts: the names, with the port actually bound. */
  readonly allowedHosts: ReadonlySet<string>
  readonly assets: Assets
  readonly compress: boolean
  readonly requestId: () => string
  /** Milliseconds, monotonic: a clock that jumps must not make a negative duration (check F15). */
  readonly now: () => number
}

/** Bytes (checks 2.0). */
export const limits = { url: 8 * 1024, body: 64 * 1024 } as const

const allowed = { GET: ['GET', 'HEAD'], POST: ['POST'] } as const

/** Refuses every other method than this one, and says which (RFC 9110 §15.5.6). */
const onlyMethod = (method: keyof typeof allowed): MiddlewareHandler<GatewayEnv> => {
  const methods: readonly string[] = allowed[method]
  const allow = methods.join(', ')
  return async (c, next) => {
    if (methods.includes(c.req.method)) return next()
    throw new ProblemError('method-not-allowed', `Only ${allow} is answered here.`, {
      headers: { allow },
    })
  }
}
const readOnly = onlyMethod('GET')

const checkUrl = (request: Request): void => {
  if (rawPath(request).length + rawQuery(request).length > limits.url) {
    throw new ProblemError('url-too-long', `An address may be ${limits.url} bytes long.`)
  }
  decodePart(rawPath(request))
}

const tooLarge = (): never => {
  throw new ProblemError('body-too-large', `A body may be ${limits.body} bytes long.`)
}

const checkLength = (headers: Headers) => {
  if (Number(headers.get('content-length') ?? 0) > limits.body) tooLarge()
}

const auditAdvice: Readonly<Record<string, string>> = {
  damaged:
    'It is not as it was left: “npm run audit” says where. It begins anew once audit.log and audit.head are moved away.',
  busy: 'Another process does not let go of it: “audit.lock” names it.',
}

/** Problems for what is thrown. An unexpected failure is told in one log line, and to nobody else. */
const asProblem = (failure: unknown, requestId: string, log: Log): ProblemError => {
  if (failure instanceof ProblemError) return failure
  if (failure instanceof AuditError) {
    log({ level: 'error', event: 'audit-refused', requestId, error: failure.reason })
    const advice = auditAdvice[failure.reason] ?? `The system says ${failure.reason}.`
    return new ProblemError('audit-unavailable', `So nothing is given out. ${advice}`)
  }
  log({ level: 'error', event: 'failure', requestId, ...describeFailure(failure) })
  return new ProblemError('internal', 'Its log has a line with this request id.')
}

const limitBody = bodyLimit({ maxSize: limits.body, onError: tooLarge })

/**
 * The gateway as a function of its dependencies: the API, the health check and the page. Every answer
 * that is not 2xx or 304 is a problem (RFC 9457), and every answer carries the security headers.
 */
export const createApp = (deps: GatewayDeps): Hono<GatewayEnv> => {
  const checkToken = tokenCheck(deps.token)
  const serveAsset = assetServer(deps.assets, deps.compress)
  const app = new Hono<GatewayEnv>({ getPath: rawPath })

  // First, so that it sees every answer on its way out, refusals included.
  app.use(async (c, next) => {
    const started = deps.now()
    const requestId = deps.requestId()
    c.set('requestId', requestId)
    c.set('route', isApiPath(c.req.path) ? '/api/*' : '/*')
    await next()
    for (const [name, value] of Object.entries(secureHeaders)) c.header(name, value)
    c.header('x-request-id', requestId)
    if (isApiPath(c.req.path) || !c.res.headers.has('cache-control')) {
      c.header('cache-control', 'no-store')
    }
    const { status } = c.res
    // Files that were found say nothing about anybody's trouble.
    if (status < 400 && !isApiPath(c.req.path)) return
    deps.log({
      level: status >= 500 ? 'warn' : 'info',
      event: 'request',
      requestId,
      method: c.req.method,
      route: c.get('route'),
      status,
      ms: Math.round(deps.now() - started),
    })
  })
  app.use(async (c, next) => {
    const { headers } = c.req.raw
    const host = headers.get('host')
    checkHost(host === null ? [] : [host], deps.allowedHosts)
    checkUrl(c.req.raw)
    checkOrigin(c.req.path, headers)
    if (isApiPath(c.req.path)) checkToken(headers)
    checkLength(headers)
    await next()
  })
  app.use((c, next) => {
    // A length that is told was checked above.
    if (!c.req.raw.headers.has('transfer-encoding')) return next()
    // Measuring makes a new Request of this one, which node-server's own does not allow and its copy does.
    c.req.raw = c.req.raw.clone()
    return limitBody(c, next)
  })
  for (const [route, method] of Object.entries(routeTable)) {
    app.use(route, async (c, next) => {
      c.set('route', route)
      await next()
    })
    app.use(route, onlyMethod(method))
  }
  app.use((c, next) => (isApiPath(c.req.path) ? next() : readOnly(c, next)))
  app.use(async (c, next) => {
    checkWrite(c.req.method, c.req.raw.headers)
    await next()
  })
  app.use('/healthz', compression(deps.compress))
  app.use('/api/*', compression(deps.compress))
  if (deps.mask) app.use('/api/*', masking)
  app.route('/', createRoutes(deps))
  app.all('/api', () => {
    throw new ProblemError('not-found', 'The API has no such route.')
  })
  app.all('/api/*', () => {
    throw new ProblemError('not-found', 'The API has no such route.')
  })
  app.get('*', (c) => serveAsset(c.req.path, c.req.raw.headers))

  app.onError((failure, c) => {
    const requestId = c.get('requestId')
    // A body that broke off throws too; nobody is there to read about it.
    const problem = c.req.raw.signal.aborted
      ? new ProblemError('request-closed', 'The caller went away.')
      : asProblem(failure, requestId, deps.log)
    return problemResponse(problem, requestId)
  })
  return app
}
