import { PlatformError } from '#src/platforms/platform.ts'
import { createFakeClock, type FakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'
import { createUpstream, type UpstreamOptions } from '#src/platforms/upstream.ts'

// The HTTP layer over a script of answers and a clock that stands still.

export const secretKey = 'sk_CANARY_9d8f7a6b5c'
export const noSignal = () => new AbortController().signal

export function setUp(
  steps: readonly Step[],
  random: () => number = () => 0.5,
  clock: FakeClock = createFakeClock(),
  limits: UpstreamOptions['limits'] = {},
) {
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const upstream = createUpstream({
    baseUrl: 'https://api.example.test/admin/',
    headers: { 'x-notiflows-secret-key': secretKey },
    secrets: [secretKey],
    fetch,
    clock,
    random,
    limits,
  })
  const ask = (page = '1', signal: AbortSignal = noSignal()) =>
    upstream.getJson({ path: ['users'], query: { page }, signal })
  /** Asks, lets time pass, and gives what came of it. */
  const outcome = async (work: Promise<unknown>): Promise<unknown> => {
    const result = await clock.during(work)
    return result.status === 'fulfilled' ? result.value : result.reason
  }
  const failure = async (work: Promise<unknown> = ask()): Promise<PlatformError> => {
    const reason = await outcome(work)
    if (reason instanceof PlatformError) return reason
    throw new Error(`Not a PlatformError: ${String(reason)}`)
  }
  return { upstream, clock, sent, ask, outcome, failure }
}

export const good = json({ fine: true })
export const fail = (status: number) => json({}, { status })
export const busy = (headers: Record<string, string> = {}, body: unknown = {}) =>
  json(body, { status: 429, headers })
