import type { Fetch } from '#src/platforms/attempt.ts'
import type { Clock } from '#src/platforms/clock.ts'

export type Sent = {
  readonly url: URL
  /** Path and query exactly as sent. */
  readonly target: string
  readonly method: string
  /** The JSON that was sent along, or undefined. */
  readonly body: unknown
  readonly headers: Headers
  readonly redirect: RequestInit['redirect']
  /** When, by the clock of the test. */
  readonly at: number
  readonly signal: AbortSignal
}

export type Step = (sent: Sent) => Response | Promise<Response>

/** A JSON answer. */
export const json =
  (body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Step =>
  () =>
    new Response(JSON.stringify(body), {
      status: init.status ?? 200,
      headers: { 'content-type': 'application/json', ...init.headers },
    })

/** A JSON answer as text, for what no object of ours could be written as. */
export const jsonText =
  (text: string): Step =>
  () =>
    new Response(text, { headers: { 'content-type': 'application/json' } })

/** More than is ever read. */
export const huge = jsonText(' '.repeat(33 * 1024 * 1024))

/** The answer with ten thousand levels of nesting in place of every text "deep". */
export const jsonDeep = (body: unknown): Step =>
  jsonText(
    JSON.stringify(body).replaceAll('"deep"', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  )

/** A broken connection, as fetch tells it. */
export const broken: Step = () => Promise.reject(new TypeError('fetch failed'))

/** Never answers, and minds the signal. */
export const hangs: Step = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true })
  })

/**
 * Stands in for `fetch`: one step for each request, the last one for all that follow. Records what
 * was sent and when.
 */
export function scriptedFetch(clock: Clock, ...steps: readonly Step[]) {
  const sent: Sent[] = []
  const fetch: Fetch = async (url, init) => {
    const step = steps[Math.min(sent.length, steps.length - 1)]
    if (step === undefined || !(init.signal instanceof AbortSignal))
      throw new Error('No step, or a request that cannot be stopped')
    const parsed = new URL(url)
    const request: Sent = {
      url: parsed,
      target: url.slice(parsed.origin.length),
      method: init.method ?? 'GET',
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      headers: new Headers(init.headers),
      redirect: init.redirect,
      at: clock.now(),
      signal: init.signal,
    }
    sent.push(request)
    return step(request)
  }
  return { fetch, sent }
}
