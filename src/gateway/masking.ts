import type { MiddlewareHandler } from 'hono'

import type { Json } from '#src/domain/json.ts'

import { maskAnswer } from './mask.ts'
import { revealRoute } from './reveal.ts'
import type { GatewayEnv } from './routes.ts'

/**
 * Masks every JSON answer that comes past, refusals included, but for the one value that is revealed.
 * It reads the answer again instead of being called by each route, so that no route can forget it.
 */
export const masking: MiddlewareHandler<GatewayEnv> = async (c, next) => {
  await next()
  const { res } = c
  if (res.ok && c.get('route') === revealRoute) return
  const isJson = /^application\/(?:[\w.]+\+)?json/u.test(res.headers.get('content-type') ?? '')
  if (res.body === null || !isJson) return
  const answer: Json = await res.json()
  const headers = new Headers(res.headers)
  headers.delete('content-length')
  // Hono would merge the old answer's headers into the new one's.
  c.res = undefined
  c.res = new Response(JSON.stringify(maskAnswer(answer)), { status: res.status, headers })
}
