import * as z from 'zod'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure } from './failures.ts'
import type { Log } from './log-record.ts'
import type { LogFilter } from './logs.ts'

const channel = z.enum(['email', 'inapp', 'sms', 'call', 'web_push', 'mobile_push', 'slack'])

/** The body of `POST /logs/query` (§3), in today's form and the legacy one (§14). */
const schema = z.object({
  dateRangeFilter: z
    .union([
      z.tuple([z.number(), z.number()]),
      z.object({ startTime: z.number(), endTime: z.number() }),
    ])
    .exactOptional(),
  userFilter: z.union([z.string(), z.array(z.string())]).exactOptional(),
  envIdFilter: z.array(z.string()).exactOptional(),
  statusFilter: z.string().exactOptional(),
  channelFilter: z.array(channel).exactOptional(),
  notificationFilter: z.array(z.string()).exactOptional(),
})

export type LogQuery = {
  /** Why it cannot be answered, though it could be asked; null when it can. */
  readonly fault: string | null
  readonly envIds: readonly string[] | null
  /** One question for each user asked about, or a single one about everybody. */
  readonly filters: readonly LogFilter[]
}

/** Reads the body of a log query. Fails with 400 naming the first bad field. */
export const readLogQuery = (
  body: unknown,
  { logDates }: Pick<NotificationapiSwitches, 'logDates'>,
): LogQuery => {
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new Failure(
      400,
      path === '' ? 'the body must be a JSON object' : `${path} is not valid`,
      'see the schema of a log query',
    )
  }
  const { dateRangeFilter: range, userFilter, channelFilter, statusFilter, ...rest } = parsed.data
  const unit = logDates === 'seconds' ? 1000 : 1
  const [start, end] =
    range === undefined ? [] : Array.isArray(range) ? range : [range.startTime, range.endTime]
  const filter: LogFilter = {
    from: start === undefined ? undefined : start * unit,
    to: end === undefined ? undefined : end * unit,
    types: rest.notificationFilter,
    matches: (log) => isOnChannel(log, channelFilter) && hasStatus(log, statusFilter),
  }
  const users = userFilter === undefined ? [] : [userFilter].flat()
  const isBackwards = start !== undefined && end !== undefined && start > end
  return {
    fault: isBackwards ? 'The start of the range is after its end' : null,
    envIds: rest.envIdFilter ?? null,
    filters: users.length === 0 ? [filter] : users.map((userId) => about(filter, userId)),
  }
}

const about = (filter: LogFilter, userId: string): LogFilter => ({ ...filter, userId })

const isOnChannel = (log: Log, channels: readonly string[] | undefined): boolean =>
  channels?.some((name) => log[`${name}_routing`] !== undefined) ?? true

/** Status words are not published (§3): what happened on some channel, or `ignored` on all it names. */
const hasStatus = (log: Log, status: string | undefined): boolean => {
  if (status === undefined || status === '') return true
  const word = status.toLowerCase()
  return word === 'ignored'
    ? Object.entries(log).some(([field, value]) => field.endsWith('_routing') && value === 'IGNORE')
    : Object.keys(log).some((field) => field.endsWith(`_${word}_at`))
}

const words = {
  capitalised: { running: 'Running', complete: 'Complete', failed: 'Failed' },
  'upper-case': { running: 'RUNNING', complete: 'COMPLETE', failed: 'FAILED' },
  'lower-case': { running: 'running', complete: 'complete', failed: 'failed' },
} as const

/** The words for a query that runs, one that is done, and one that failed (§3). */
export const statusWords = ({ logStatusWords }: Pick<NotificationapiSwitches, 'logStatusWords'>) =>
  words[logStatusWords]
