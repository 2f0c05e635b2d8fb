import { bulkhead } from 'cockatiel'
import { isJsonObject, type Json, type JsonObject } from '#src/domain/json.ts'
import { abortable } from '#src/platforms/abortable.ts'
import {
  tryOnce,
  type Answer,
  type Attempt,
  type Fetch,
  type Limits,
} from '#src/platforms/attempt.ts'
import { createBreaker } from '#src/platforms/breaker.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { createPace, type Pace } from '#src/platforms/pace.ts'
import { createPause } from '#src/platforms/pause.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { createRetryBudget, type RetryBudget } from '#src/platforms/retry-budget.ts'
import { NotAskedError, waitingFor } from '#src/platforms/upstream-errors.ts'
import { readBaseUrl, requestUrl, type Query } from '#src/platforms/upstream-url.ts'

const usualLimits: Limits = {
  headersMs: 10_000,
  idleMs: 10_000,
  deadlineMs: 15_000,
  maxBytes: 32 * 1024 * 1024,
  concurrency: 4,
}

const mostTries = 3
const backoff = { baseMs: 500, capMs: 8000, retryAfterSpreadMs: 250 }

export type UpstreamOptions = {
  readonly baseUrl: string
  /** Sent with every request; the credential is among them and is added nowhere else. */
  readonly headers: Readonly<Record<string, string>>
  /** The credential itself, so that an upstream that echoes it is not believed. */
  readonly secrets: readonly string[]
  readonly fetch: Fetch
  readonly clock: Clock
  /** From 0 to below 1. */
  readonly random: () => number
  /** How often the platform may be asked; without one, as often as it likes. */
  readonly pace?: Pace
  readonly limits?: Partial<Limits>
}

export type UpstreamRequest = {
  readonly path: readonly string[]
  readonly query: Query
  readonly signal: AbortSignal
  /** A question beside the matter: when it fails, however often, the platform still counts as healthy. */
  readonly isAside?: boolean
}

/** All fail with a PlatformError, or with the signal's reason when the caller aborted, and then the platform is no longer asked either. */
export type Upstream = {
  /** GETs a JSON object. */
  readonly getJson: (request: UpstreamRequest) => Promise<JsonObject>
  /** GETs a bare JSON array. */
  readonly getList: (request: UpstreamRequest) => Promise<readonly Json[]>
  /**
   * POSTs JSON and gives the JSON object that comes back. For questions alone: it is shared and tried
   * again exactly like a GET, which is harmless where a second one makes nothing but a second answer
   * (a log query, contract NotificationAPI §3). Nothing that changes anything may be sent by it.
   */
  readonly postJson: (request: UpstreamRequest & { readonly body: Json }) => Promise<JsonObject>
}

type Flight = { answer: Promise<Answer>; controller: AbortController; waiting: number }

function readHeaders(given: Readonly<Record<string, string>>): Headers {
  try {
    return new Headers({ accept: 'application/json', ...given })
  } catch {
    // The original message quotes the value.
    throw new Error('A credential of this environment has characters that no HTTP header can carry')
  }
}

/** Worth another try: the platform was busy, broken or away. Never another 4xx, never nonsense (checks F03). */
const isPassing = (error: PlatformError): boolean =>
  !(error instanceof NotAskedError) && (error.code === 'platform-rate-limited' || isFailure(error))

/** Counts against the platform's health. A 429 or a 4xx does not: somebody is there and answers. */
const isFailure = (error: unknown): boolean =>
  error instanceof PlatformError &&
  (error.code === 'platform-failed' ||
    error.code === 'platform-unreachable' ||
    error.code === 'platform-timeout')

const notAsked = (refusedMs: number) =>
  new NotAskedError('platform-unreachable', 'The platform is down; it is asked again soon', {
    retryAfterMs: Math.ceil(refusedMs),
  })

const deadlineError = () =>
  new PlatformError('platform-timeout', 'The platform took too long to answer')

type Wanted = Pick<Attempt, 'url' | 'headers' | 'body'> & { readonly isAside: boolean }

/**
 * The one place that talks HTTP to a platform, one for each environment. Identical requests in flight
 * share one; at most four are under way at once; each is tried at most three times within one
 * deadline of 15 s; a Retry-After holds back every request of the environment, and a 429 makes
 * all of them rarer (pace.ts); few tries are made again while nothing succeeds (retry-budget.ts); a
 * breaker stops asking a platform that is down (checks F01–F06, L02).
 *
 * Of cockatiel only the bulkhead serves: its retry sleeps on a real timer that no abort ends and knows
 * no deadline, and for its breaker see breaker.ts. The bulkhead is given no signal on purpose: dropping
 * an aborted entry it forgets to start the next one, so the check is made inside.
 */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { clock, random, fetch } = options
  const limits: Limits = { ...usualLimits, ...options.limits }
  const base = readBaseUrl(options.baseUrl)
  const headers = readHeaders(options.headers)
  const postHeaders = readHeaders({ ...options.headers, 'content-type': 'application/json' })
  const credentials = createNeedles(options.secrets)
  const breaker = createBreaker(clock)
  const slots = bulkhead(limits.concurrency, Infinity)
  const flights = new Map<string, Flight>()
  const pause = createPause(clock, random)
  // Apart, so that a question beside the matter that always fails takes no try from the others.
  const budgets = { main: createRetryBudget(), aside: createRetryBudget() }
  const pace = options.pace ?? createPace(clock, null)

  const budgetOf = ({ isAside }: Wanted) => (isAside ? budgets.aside : budgets.main)

  async function send(wanted: Wanted, deadline: number, signal: AbortSignal): Promise<Answer> {
    signal.throwIfAborted()
    do {
      await pause.waitOut(deadline, signal)
      await pace.takeTurn(deadline, signal)
      // While it waited for its turn, the platform may have asked somebody else to wait.
    } while (pause.isOn())
    const permit = breaker.enter()
    if (permit === null) throw notAsked(breaker.refusal() ?? 0)
    const sentAt = clock.now()
    try {
      const answer = await tryOnce({ ...wanted, fetch, clock, limits, credentials, signal })
      permit.success()
      budgetOf(wanted).earn()
      return answer
    } catch (error) {
      if (isFailure(error)) (wanted.isAside ? permit.failureAside : permit.failure)()
      else if (error instanceof PlatformError) permit.success()
      else permit.cancel()
      if (error instanceof PlatformError) pause.heed(error)
      if (error instanceof PlatformError && error.code === 'platform-rate-limited')
        pace.slowDown(sentAt)
      throw error
    }
  }

  /** How long to wait before the next try (milliseconds), which is spent; throws `error` when there is to be none. */
  function waitAfter(
    error: PlatformError,
    { tries, deadline, budget }: { tries: number; deadline: number; budget: RetryBudget },
  ): number {
    if (!isPassing(error) || tries >= mostTries) throw error
    const refusedMs = breaker.refusal()
    if (refusedMs !== null) throw waitingFor(error, Math.max(refusedMs, error.retryAfterMs ?? 0))
    const wait =
      error.retryAfterMs === null
        ? random() * Math.min(backoff.capMs, backoff.baseMs * 2 ** (tries - 1))
        : error.retryAfterMs + random() * backoff.retryAfterSpreadMs
    // After a timeout the next try is worth making only if it could wait as long again; so a platform
    // that hangs is told as such after 10 s (F05), not after a second, hopeless wait.
    const needed = error.code === 'platform-timeout' ? wait + limits.headersMs : wait
    if (clock.now() + needed >= deadline || !budget.spend()) throw error
    return wait
  }

  async function fly(wanted: Wanted, controller: AbortController): Promise<Answer> {
    const { signal } = controller
    const deadline = clock.now() + limits.deadlineMs
    const landed = new AbortController()
    clock.sleep(limits.deadlineMs, landed.signal).then(
      () => controller.abort(deadlineError()),
      () => {},
    )
    try {
      for (let tries = 1; ; tries += 1) {
        // Asked before queueing too: whoever is refused must not wait for a slot to learn it (F04).
        const refusedMs = breaker.refusal()
        if (refusedMs !== null) throw notAsked(refusedMs)
        try {
          return await abortable(
            slots.execute(() => send(wanted, deadline, signal)),
            signal,
          )
        } catch (error) {
          if (signal.aborted || !(error instanceof PlatformError)) throw error
          const wait = waitAfter(error, { tries, deadline, budget: budgetOf(wanted) })
          await abortable(clock.sleep(wait, signal), signal)
        }
      }
    } finally {
      landed.abort()
    }
  }

  function takeOff(key: string, wanted: Wanted): Flight {
    const controller = new AbortController()
    const flight: Flight = { answer: fly(wanted, controller), controller, waiting: 0 }
    flights.set(key, flight)
    const forget = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    // Every caller may have left by the time it fails, so its failure is always taken here too.
    flight.answer.then(forget, forget)
    return flight
  }

  async function ask(request: UpstreamRequest, body: string | null): Promise<Answer> {
    const { path, query, signal } = request
    signal.throwIfAborted()
    const url = requestUrl(base, path, query)
    const isAside = request.isAside === true
    const key = JSON.stringify([url, body, isAside])
    const wanted = { url, body, headers: body === null ? headers : postHeaders, isAside }
    const flight = flights.get(key) ?? takeOff(key, wanted)
    flight.waiting += 1
    try {
      return await abortable(flight.answer, signal)
    } finally {
      flight.waiting -= 1
      if (flight.waiting === 0 && signal.aborted) {
        // Nobody wants it any more: stop the platform at once, and let no newcomer join.
        if (flights.get(key) === flight) flights.delete(key)
        flight.controller.abort(signal.reason)
      }
    }
  }

  return {
    getJson: async (request) => objectIn(await ask(request, null)),
    getList: async (request) => listIn(await ask(request, null)),
    postJson: async (request) => objectIn(await ask(request, JSON.stringify(request.body))),
  }
}

function objectIn(answer: Answer): JsonObject {
  if (isJsonObject(answer)) return answer
  throw otherShape("The platform's answer is not a JSON object")
}

function listIn(answer: Answer): readonly Json[] {
  if (!isJsonObject(answer)) return answer
  throw otherShape("The platform's answer is not a JSON array")
}

const otherShape = (message: string) =>
  new PlatformError('platform-bad-response', message, { status: 200 })
