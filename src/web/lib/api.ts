import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { Problem } from '#src/domain/problem.ts'
import { ownHeaders, readOnce, takeEarly } from './early.ts'
import { list } from '#src/web/words/list.ts'

/** A call to the gateway that gave no answer of the expected kind. `status` 0: nothing came back at all. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly problem: Problem | null
  /** Until when nothing may be asked again, in milliseconds since the epoch; null when at once. */
  readonly retryAt: number | null
  constructor(status: number, message: string, problem: Problem | null = null) {
    super(message)
    this.status = status
    this.problem = problem
    const wait = problem?.retryAfter
    this.retryAt = wait === undefined ? null : Date.now() + wait * 1000
  }
}

// A platform that asked for a pause is left alone by everything in this page, whichever part of it
// asks next: the call fails as the last one did, without being sent.
const holds = new Map<string, ApiError>()

const scopeOf = (path: string): string => path.split('/', 4).join('/')

function heldBack(path: string): ApiError | null {
  const held = holds.get(scopeOf(path))
  if (held?.retryAt == null) return null
  if (held.retryAt > Date.now()) return held
  holds.delete(scopeOf(path))
  return null
}

const isProblem = (body: unknown): body is Omit<Problem, 'type'> & { readonly type?: Json } =>
  isJsonObject(body) &&
  typeof body['title'] === 'string' &&
  typeof body['detail'] === 'string' &&
  typeof body['status'] === 'number'

const readBody = async (response: Response): Promise<unknown> => {
  try {
    return await readOnce(response)
  } catch {
    return null
  }
}

type IsAnswer<T> = (body: unknown) => body is T

/**
 * Asks the gateway. `path` begins with /api; `isAnswer` is the edge at which the body is checked.
 * Never retries: the gateway is the one place that does, and a pause that it passes on is kept.
 * Fails with an ApiError, or with the signal's AbortError.
 */
export const getJson = <T>(path: string, isAnswer: IsAnswer<T>, signal?: AbortSignal): Promise<T> =>
  ask(path, {}, isAnswer, signal)

/**
 * The same with a body, for what must stand in no address: addresses are kept and logged. Fails like
 * `getJson`.
 */
export const postJson = <T>(
  path: string,
  body: Json,
  isAnswer: IsAnswer<T>,
  signal?: AbortSignal,
): Promise<T> =>
  ask(
    path,
    {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    },
    isAnswer,
    signal,
  )

type Asking = Pick<RequestInit, 'method' | 'body'> & { readonly headers?: Record<string, string> }

/**
 * Asks for a file, to be read as it comes. Fails like `getJson` as long as it has not begun.
 */
export async function getFile(path: string, signal: AbortSignal): Promise<Response> {
  const response = await send(path, {}, signal)
  if (response.ok) return response
  throw failureOf(path, response, await readBody(response))
}

async function ask<T>(
  path: string,
  asking: Asking,
  isAnswer: IsAnswer<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const response = await send(path, asking, signal)
  const body = await readBody(response)
  if (response.ok && isAnswer(body)) return body
  throw failureOf(path, response, body)
}

async function send(
  path: string,
  { headers, ...asking }: Asking,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const held = heldBack(path)
  if (held !== null) throw held
  try {
    const early = takeEarly(path)
    return await (early ??
      fetch(path, {
        ...asking,
        headers: { ...headers, ...ownHeaders() },
        ...(signal === undefined ? {} : { signal }),
      }))
  } catch (error) {
    if (signal?.aborted === true) throw error
    throw new ApiError(0, list.noAnswer)
  }
}

function failureOf(path: string, { status }: Response, body: unknown): ApiError {
  if (!isProblem(body)) return new ApiError(status, list.unreadable)
  // A kind that is not told is no kind in particular (RFC 9457 §3.1.1).
  const type = typeof body.type === 'string' ? body.type : 'about:blank'
  const error = new ApiError(status, body.title, { ...body, type })
  if (error.retryAt !== null) holds.set(scopeOf(path), error)
  return error
}
