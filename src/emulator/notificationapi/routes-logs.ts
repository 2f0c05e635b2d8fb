import type { Context, Hono } from 'hono'
import * as z from 'zod'

import { parseJson, readJson } from '#src/emulator/body.ts'
import { segmentFromEnd } from '#src/emulator/path.ts'

import { environmentFor, environmentsOf, type Caller } from './credentials.ts'
import { Failure, notFound } from './failures.ts'
import { readLogQuery, statusWords, type LogQuery } from './log-query.ts'
import type { Log } from './log-record.ts'
import { newestFirst, retentionInDays, rowOf, type Entry, type Row } from './logs.ts'
import { accountOf } from './routes-account.ts'
import {
  callerOf,
  envIdIn,
  legacyCallOf,
  servers,
  type NotificationapiOptions,
  type Tenant,
} from './tenant.ts'

type Pending = {
  readonly owner: string
  readonly query: LogQuery
  readonly tenants: Tenant[]
  polls: number
}

const tailLength = 100
const mostTrackingIds = 25
// The emulator may run for weeks: questions long answered are forgotten.
const mostQueries = 500

/** The logs (§3): to explain why a user was not reached. */
export const addLogRoutes = (app: Hono, options: NotificationapiOptions): void => {
  const { switches, tenantOf } = options
  const words = statusWords(switches)
  const queries = new Map<string, Pending>()
  let queryNumber = 0

  const visible = (c: Context) => {
    const caller = callerOf(c, options, servers)
    const envId = envIdIn(c, options, caller)
    return envId
      ? [tenantOf(environmentFor(caller, envId, switches))]
      : environmentsOf(caller).map(tenantOf)
  }

  const start = async (c: Context, caller: Caller) => {
    const query = readLogQuery(await readJson(c.req), switches)
    const environments =
      query.envIds?.map((envId) => environmentFor(caller, envId, switches)) ??
      environmentsOf(caller)
    queryNumber += 1
    const queryId = `qry-${queryNumber}`
    const tenants = environments.map(tenantOf)
    queries.set(queryId, { owner: accountOf(caller).id, query, tenants, polls: 0 })
    const [oldest] = queries.keys()
    if (queries.size > mostQueries && oldest !== undefined) queries.delete(oldest)
    return c.json({ queryId })
  }

  const result = (c: Context, caller: Caller) => {
    const pending = queries.get(segmentFromEnd(c.req.raw.url, 1) ?? '')
    if (pending === undefined || pending.owner !== accountOf(caller).id) throw notFound()
    pending.polls += 1
    if (pending.polls <= switches.logQueryPolls) return c.json({ status: words.running })
    const fault = switches.logQueriesFail ? 'The query failed' : pending.query.fault
    if (fault !== null) return c.json({ status: words.failed, error: fault })
    const { logs, whole } = answer(pending, switches.maxLogs)
    const message = whole ? {} : { message: 'There may be older logs: narrow the dates' }
    return c.json({ status: words.complete, logs, ...message })
  }

  app.post('/logs/query', (c) => start(c, callerOf(c, options, servers)))
  app.get('/logs/query/:queryId', (c) => result(c, callerOf(c, options, servers)))
  app.post('/:clientId/logs/query', (c) => start(c, legacyCallOf(c, options, servers).caller))
  app.get('/:clientId/logs/query/:queryId', (c) =>
    result(c, legacyCallOf(c, options, servers).caller),
  )

  app.get('/logs/tail', (c) => {
    const found = visible(c).flatMap(({ logs }) => logs.find({}, tailLength).entries)
    return c.json({ logs: newest(found, tailLength) })
  })
  app.get('/logs/retention', (c) => {
    callerOf(c, options, servers)
    return c.json({ retentionInDays })
  })

  app.get('/logs', (c) => {
    const after = readCursor(c.req.query('cursor'))
    const limit = Math.min(Number(c.req.query('limit') ?? 100), 1000)
    if (!(limit >= 1)) throw new Failure(400, 'limit must be a number', 'send 1 or more')
    const size = Math.floor(limit)
    const found = newestFirst(
      visible(c).flatMap(({ logs }) => logs.find({ after }, size + 1).entries),
    )
    const page = found.slice(0, size)
    const last = page.at(-1)
    return c.json({
      messages: page.map(({ log, at }) => messageOf(log, at)),
      ...(found.length > size && last !== undefined
        ? { nextCursor: writeCursor(rowOf(last)) }
        : {}),
    })
  })

  app.get('/logs/:ids', (c) => {
    const ids = (segmentFromEnd(c.req.raw.url, 1) ?? '').split(',').filter((id) => id !== '')
    if (ids.length === 0 || ids.length > mostTrackingIds) {
      throw new Failure(400, `send 1 to ${mostTrackingIds} tracking ids`, 'separate them by commas')
    }
    const tenants = visible(c)
    const found = ids.flatMap((id) => tenants.flatMap(({ logs }) => logs.get(id) ?? []))
    return c.json({ logs: found })
  })
}

const newest = (entries: readonly Entry[], max: number): Log[] =>
  newestFirst(entries)
    .slice(0, max)
    .map(({ log }) => log)

const answer = ({ query, tenants }: Pending, max: number) => {
  const parts = tenants.flatMap(({ logs }) => query.filters.map((filter) => logs.find(filter, max)))
  return {
    logs: newest(
      parts.flatMap(({ entries }) => entries),
      max,
    ),
    whole: parts.every((part) => part.complete),
  }
}

/** A cursor names the last row that was given: its instant alone would lose others of the same instant. */
const writeCursor = ({ at, trackingId }: Row) =>
  Buffer.from(JSON.stringify([at, trackingId])).toString('base64url')

const cursorSchema = z.tuple([z.number(), z.string()])

const readCursor = (cursor: string | undefined): Row | undefined => {
  if (cursor === undefined || cursor === '') return undefined
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()))
  if (!parsed.success) throw new Failure(400, 'cursor is not valid', 'send nextCursor unchanged')
  const [at, trackingId] = parsed.data
  return { at, trackingId }
}

const messageOf = (log: Log, at: number) => {
  const [channel = 'EMAIL'] = Object.keys(log).flatMap(
    (field) => /^(.+)_routing$/.exec(field)?.[1]?.toUpperCase() ?? [],
  )
  return {
    trackingId: log.trackingId,
    eventType: `${channel}_SENT`,
    timestamp: log.received_at,
    epochMs: Math.floor(at),
    ...(log['user_email'] === undefined ? {} : { to: [log['user_email']] }),
  }
}
