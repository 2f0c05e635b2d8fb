import type { Json, JsonObject } from '#src/domain/json.ts'
import { abortable } from '#src/platforms/abortable.ts'
import { readText } from '#src/platforms/body.ts'
import type { Clock } from '#src/platforms/clock.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { PlatformError, type PlatformErrorCode } from '#src/platforms/platform.ts'
import { retryAfterMs } from '#src/platforms/retry-after.ts'
import { readTold } from '#src/platforms/told.ts'

/** The part of `fetch` that is used; the global one fits. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Milliseconds and bytes (checks §2.0, fixed figures). */
export type Limits = {
  readonly headersMs: number
  readonly idleMs: number
  readonly deadlineMs: number
  readonly maxBytes: number
  readonly concurrency: number
}

/** What a platform may answer: an object, or where the contract has it, a bare array. */
export type Answer = JsonObject | readonly Json[]

export type Attempt = {
  readonly url: string
  /** JSON to POST, or null for a GET. */
  readonly body: string | null
  readonly headers: Headers
  readonly fetch: Fetch
  readonly clock: Clock
  readonly limits: Limits
  readonly credentials: Needles
  readonly signal: AbortSignal
}

// Enough for any error envelope; an error's body is never worth more.
const errorBytes = 64 * 1024

const badResponse = (message: string, status: number): PlatformError =>
  new PlatformError('platform-bad-response', message, { status })

/** Undefined when the text is no JSON. Its error is dropped: JSON.parse quotes the body in it (checks §0.9). */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isStructure = (value: unknown): value is Answer => typeof value === 'object' && value !== null

/** Fires when the headers, and afterwards the next bytes, are too long in coming. */
function startWatchdog({ clock, limits }: Attempt, bark: () => void) {
  const stop = new AbortController()
  let last = clock.now()
  let allowed = limits.headersMs
  const watch = async (): Promise<void> => {
    let wait = allowed
    while (wait > 0) {
      await clock.sleep(wait, stop.signal)
      wait = Math.ceil(last + allowed - clock.now())
    }
    bark()
  }
  watch().catch(() => {})
  return {
    alive: () => {
      last = clock.now()
      allowed = limits.idleMs
    },
    stop: () => stop.abort(),
  }
}

const isJsonType = (type: string | null): boolean =>
  type === null || /^(?:application|text)\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)

function failureOf(status: number): { code: PlatformErrorCode; message: string } {
  if (status === 401 || status === 403)
    return {
      code: 'platform-unauthorized',
      message: 'The platform does not accept the credential of this environment',
    }
  if (status === 429)
    return { code: 'platform-rate-limited', message: 'The platform asks us to slow down' }
  if (status >= 500) return { code: 'platform-failed', message: 'The platform failed' }
  return { code: 'platform-rejected', message: 'The platform rejected the request' }
}

async function readFailure(
  response: Response,
  attempt: Attempt,
  signal: AbortSignal,
  onChunk: () => void,
): Promise<PlatformError> {
  const { code, message } = failureOf(response.status)
  let text = ''
  try {
    text = await readText(response, { maxBytes: errorBytes, signal, onChunk })
  } catch {
    // Whatever became of the body, the status has said what matters.
  }
  const body = parse(text)
  return new PlatformError(code, message, {
    status: response.status,
    ...readTold(response.headers, body, attempt.credentials),
    // On another 4xx it means nothing: those are never asked again.
    retryAfterMs:
      response.status === 429 || response.status >= 500
        ? retryAfterMs(response.headers, body)
        : null,
  })
}

async function readAnswer(
  response: Response,
  attempt: Attempt,
  signal: AbortSignal,
  onChunk: () => void,
): Promise<Answer> {
  const { status } = response
  // Node hands x-notiflows-secret-key to the target of a redirect, so none is ever followed (§0.2).
  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw badResponse('The platform answered with a redirect, which is never followed', status)
  if (status >= 400) throw await readFailure(response, attempt, signal, onChunk)
  const isMade = attempt.body !== null && (status === 201 || status === 202)
  if (status !== 200 && status !== 203 && !isMade)
    throw badResponse('The platform answered with an unexpected status', status)
  if (!isJsonType(response.headers.get('content-type')))
    throw badResponse('The platform answered with something other than JSON', status)
  const { maxBytes } = attempt.limits
  const body = parse(await readText(response, { maxBytes, signal, onChunk }))
  // An answer that was cut without framing arrives as a success and ends here (F05).
  if (body === undefined)
    throw badResponse("The platform's answer is not complete, valid JSON", status)
  if (!isStructure(body))
    throw badResponse("The platform's answer is neither object nor array", status)
  return body
}

/** zlib's errors travel inside fetch's: the connection is fine, what came through it is not. */
function isCorrupt(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' && /^(?:Z_|ERR__?ERROR_FORMAT|ERR_BROTLI|ZSTD)/.test(code)
}

/**
 * Asks once. Gives the answer's JSON object or array, or fails with a PlatformError, or with the reason of
 * `attempt.signal` when that was aborted. Nothing that fails carries a body or a parser's message.
 */
export async function tryOnce(attempt: Attempt): Promise<Answer> {
  const own = new AbortController()
  const signal = AbortSignal.any([attempt.signal, own.signal])
  const watchdog = startWatchdog(attempt, () =>
    own.abort(new PlatformError('platform-timeout', 'The platform took too long to answer')),
  )
  try {
    const { url, headers, body } = attempt
    const method = body === null ? { method: 'GET' } : { method: 'POST', body }
    const sent = attempt.fetch(url, { ...method, headers, redirect: 'manual', signal })
    const response = await abortable(sent, signal)
    watchdog.alive()
    const answer = await readAnswer(response, attempt, signal, watchdog.alive)
    signal.throwIfAborted()
    return answer
  } catch (error) {
    if (attempt.signal.aborted) throw attempt.signal.reason
    // Before our own timeout: a 429 whose body hangs is a 429.
    if (error instanceof PlatformError) throw error
    if (own.signal.aborted) throw own.signal.reason
    if (isCorrupt(error)) throw badResponse("The platform's answer cannot be decompressed", 200)
    throw new PlatformError('platform-unreachable', 'The platform could not be reached')
  } finally {
    watchdog.stop()
    // Frees the connection of an answer that was not read to its end.
    own.abort()
  }
}
