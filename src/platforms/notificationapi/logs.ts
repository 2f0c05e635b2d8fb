import * as z from 'zod'
import type { ActivityPage } from '#src/domain/activity.ts'
import type { JsonObject } from '#src/domain/json.ts'
import { told, untold, type Told } from '#src/domain/told.ts'
import { interactiveMs, nullIfNotFound, type PlatformDeps } from '#src/platforms/adapter.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { readLogs } from '#src/platforms/notificationapi/log-rows.ts'
import { badCursor } from '#src/platforms/page.ts'
import { PlatformError, type ActivityRequest } from '#src/platforms/platform.ts'
import { within, type Asking } from '#src/platforms/side-question.ts'
import type { Upstream } from '#src/platforms/upstream.ts'
import { isSegment } from '#src/platforms/upstream-url.ts'

const days = 24 * 3600
const lookBackSeconds = 30 * days
const firstPollMs = 250
const longestPollMs = 2000

/** A place in the finished answer of a query: whose query, and how many activities were given. */
type Place = { readonly queryId: string; readonly given: number }

const longestId = 1024
/** It goes into a path, so not every text can be one. */
const queryIdSchema = z.string().max(longestId).refine(isSegment)
const placeSchema = z.tuple([queryIdSchema, z.int().min(1)])

const writePlace = ({ queryId, given }: Place): string => JSON.stringify([queryId, given])

function readPlace(text: string): Place {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badCursor()
  }
  const parsed = placeSchema.safeParse(value)
  if (!parsed.success) throw badCursor()
  const [queryId, given] = parsed.data
  return { queryId, given }
}

// No list of the words is published (§3), and those we know of are spelt in more than one way.
const isDone = (word: string): boolean => /compl|succe|done|finish/i.test(word)
const isFailed = (word: string): boolean => /fail|err|cancel|time.?out|abort/i.test(word)
const isRunning = (word: string): boolean => /run|sched|pend|queue|progress|start/i.test(word)

/** A query that was made earlier and is not known any more. */
function asBadCursor(error: unknown): never {
  if (error instanceof PlatformError && error.status === 404) throw badCursor()
  throw error
}

const searchFailed = () =>
  new PlatformError('platform-failed', 'The platform could not search its log', { status: 200 })

type Result = { readonly done: boolean; readonly rows: readonly unknown[] }

/** Fails with `platform-failed` when the query did. */
function readResult(answer: JsonObject): Result {
  const { status, logs, error } = answer
  const word = typeof status === 'string' ? status : ''
  if (isFailed(word) || (typeof error === 'string' && error !== '')) throw searchFailed()
  const rows = Array.isArray(logs) ? logs : null
  // Rows that come while the query still runs may be the first of more.
  return { done: isDone(word) || (rows !== null && !isRunning(word)), rows: rows ?? [] }
}

/**
 * What NotificationAPI's log tells of one user in the last 30 days (contract NotificationAPI §3): a
 * query is made, and asked after until it is answered. It has no pages, so a place in its answer is
 * the query's id and a count. Not told where the credential may not see the log (401, 403), and where
 * the host has none (404). Fails with a PlatformError: `platform-timeout` after 15 s, `bad-cursor` for
 * a query that the platform no longer knows.
 */
export function createLogReader(
  { getJson, postJson }: Pick<Upstream, 'getJson' | 'postJson'>,
  envId: string | null,
  {
    clock,
    fingerprint,
    credentials,
  }: Pick<PlatformDeps, 'clock' | 'fingerprint'> & {
    readonly credentials: Needles
  },
): (request: ActivityRequest) => Promise<Told<ActivityPage>> {
  async function start(user: string, asking: Asking): Promise<string> {
    const now = Math.floor(clock.date() / 1000)
    const body = {
      // Unix time: seconds. An hour more, for clocks that disagree.
      dateRangeFilter: [now - lookBackSeconds, now + 3600],
      userFilter: user,
      ...(envId === null ? {} : { envIdFilter: [envId] }),
    }
    const made = await within(asking, (signal) =>
      postJson({ path: ['logs', 'query'], query: {}, body, signal }),
    )
    const { data: queryId } = queryIdSchema.safeParse(made['queryId'])
    // It goes out in our cursor, so a platform that echoes our request must not speak through it.
    if (queryId !== undefined && !credentials.foundIn(queryId)) return queryId
    throw new PlatformError('platform-bad-response', "The platform's answer is not a log query", {
      status: 200,
    })
  }

  async function finish(
    queryId: string,
    deadline: number,
    signal: AbortSignal,
  ): Promise<readonly unknown[]> {
    for (let wait = firstPollMs; ; wait = Math.min(wait * 2, longestPollMs)) {
      const result = readResult(
        await getJson({ path: ['logs', 'query', queryId], query: {}, signal }),
      )
      if (result.done) return result.rows
      if (clock.now() + wait >= deadline) {
        // What came while it ran is better than nothing, and newer than what did not.
        if (result.rows.length > 0) return result.rows
        throw new PlatformError('platform-timeout', 'The platform is still searching its log')
      }
      await clock.sleep(wait, signal)
    }
  }

  const answer = (
    { id, limit }: ActivityRequest,
    { queryId, given }: Place,
    asking: Asking,
  ): Promise<Told<ActivityPage>> =>
    within(asking, async (signal) => {
      const rows = await finish(queryId, asking.deadline, signal)
      const log = readLogs(rows, { user: id, envId }, { fingerprint, credentials })
      const { value: all, gaps } = log
      const activity = all.slice(given, given + limit)
      const reached = given + activity.length
      const next = reached < all.length ? writePlace({ queryId, given: reached }) : null
      // All that is unreadable is told of once, on the first page, so that pages add up.
      const unreadable = given === 0 ? gaps.unreadable : 0
      return told({ activity, page: { after: next }, gaps: { ...gaps, unreadable } })
    })

  return async (request) => {
    const { signal, after } = request
    const asking = { clock, deadline: clock.now() + interactiveMs, signal }
    const place = after === null ? null : readPlace(after)
    try {
      if (place !== null) return await answer(request, place, asking).catch(asBadCursor)
      const queryId = await start(request.id, asking).catch(nullIfNotFound)
      return queryId === null
        ? untold('platform')
        : await answer(request, { queryId, given: 0 }, asking)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof PlatformError && error.code === 'platform-unauthorized')
        return untold('credential')
      throw error
    }
  }
}
