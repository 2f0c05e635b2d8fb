import type { Activity, ActivityChannel, ActivityStatus } from '#src/domain/activity.ts'
import { createGuard, type Guard } from '#src/platforms/guard.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { logPrefixes } from '#src/platforms/notificationapi/channel-words.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'
import { isRecord, readText, readTime, type WireRecord } from '#src/platforms/record.ts'
import { fields, open, secret, secretsIn } from '#src/platforms/redact.ts'
import { createFaults } from '#src/platforms/tolerant.ts'

/** More than anybody reads, and few enough to sort for each page. */
export const mostRows = 5000

/** Routings by which the platform decided not to send (contract NotificationAPI §3). */
const unsent = new Set(['OFF', 'IGNORE', 'THROTTLED', 'DEDUPLICATED'])
const waiting = new Set(['SEND', 'BATCH', 'SCHEDULE'])

// By name both are secrets already; named here because they are known, and then sought however short.
const rowSpec = fields({
  ...Object.fromEntries(
    logPrefixes.flatMap(([prefix]) =>
      ['failed', 'sent', 'delivered'].map((what) => [`${prefix}_${what}_token`, secret]),
    ),
  ),
  type: open,
})

type Reader = {
  readonly text: (field: string) => string | null
  readonly time: (field: string) => string | null
  readonly token: (field: string) => string | null
}

function readerOf(row: WireRecord, guard: Guard): Reader {
  const faults = createFaults()
  const raw = (field: string): string | null => {
    const value = row[field]
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    text: (field) => readText(raw(field), guard),
    time: (field) => readTime(raw(field), field, faults),
    token: raw,
  }
}

type Times = Pick<Activity, 'sentAt' | 'deliveredAt' | 'seenAt' | 'failedAt'>

/**
 * A failure counts above everything: a bounce comes after the delivery, a complaint after the reading,
 * and of two devices the one that was not reached is the news. The times tell the rest.
 */
function statusOf(times: Times, code: string | null, routing: string | null): ActivityStatus {
  if (times.failedAt !== null || code !== null) return 'failed'
  if (times.seenAt !== null) return 'seen'
  if (times.deliveredAt !== null) return 'delivered'
  if (times.sentAt !== null) return 'sent'
  if (routing !== null && unsent.has(routing)) return 'skipped'
  if (routing !== null && waiting.has(routing)) return 'pending'
  return 'other'
}

type Row = {
  readonly id: string
  readonly read: Reader
  readonly fingerprint: Fingerprinter
}

/** One channel of a row. `prefix` null: what the row says of no channel in particular. */
function readChannel(
  prefix: string | null,
  channel: ActivityChannel,
  { id, read, fingerprint }: Row,
): Activity {
  const field = (name: string) => (prefix === null ? name : `${prefix}_${name}`)
  const times: Times = {
    sentAt: read.time(field('sent_at')),
    deliveredAt: read.time(field('delivered_at')),
    seenAt: read.time(field('opened_at')) ?? read.time(field('clicked_at')),
    failedAt: read.time(field('failed_at')),
  }
  const code = read.text(field('failed_code'))
  const routing = prefix === null ? null : read.text(field('routing'))
  // The row itself says `ignored` where a channel says why it was routed away.
  const reason = read.text(prefix === null ? 'ignored' : field('routing_reason'))
  const judged = statusOf(times, code, routing)
  const status = prefix === null && judged === 'other' ? ofWholeRow(reason) : judged
  const token = read.token(field('failed_token'))
  const isSkipped = status === 'skipped'
  return {
    id: prefix === null ? id : `${id}:${prefix}`,
    at: read.time('received_at'),
    channel,
    status,
    statusRaw: routing,
    notification: read.text('type'),
    topic: null,
    ...times,
    failure:
      status === 'failed' || isSkipped
        ? {
            code: isSkipped ? (reason ?? routing) : code,
            recipient: read.text(field('failed_recipient')),
            diagnostic: read.text(field('failed_diagnostic_code')),
            device: token === null ? null : fingerprint(token),
          }
        : null,
  }
}

/** A row without channels has only just come in, or was turned away at the door. */
const ofWholeRow = (ignored: string | null): ActivityStatus =>
  ignored === null ? 'pending' : 'skipped'

function readRow(row: WireRecord, given: Row): readonly Activity[] {
  const names = Object.keys(row)
  const used = logPrefixes.filter(([prefix]) =>
    names.some((name) => name.startsWith(`${prefix}_`) && isSet(row[name])),
  )
  if (used.length === 0) return [readChannel(null, 'other', given)]
  return used.map(([prefix, channel]) => readChannel(prefix, channel, given))
}

const isSet = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

const newestFirst = (a: Activity, b: Activity): number => {
  // An unknown time sorts last; equal ones keep the platform's order, since sorting is stable.
  if (a.at === b.at) return 0
  if (a.at === null) return 1
  if (b.at === null) return -1
  return a.at < b.at ? 1 : -1
}

/** Whose log is meant. `envId` null: the credential is of one environment, and no other can come. */
export type Whose = { readonly user: string; readonly envId: string | null }

/** Whether a field names something, and something else than is meant. */
const namesAnother = (value: unknown, meant: string): boolean =>
  (typeof value === 'string' || typeof value === 'number') && isSet(value) && `${value}` !== meant

/**
 * What the platform's log tells of one user (contract NotificationAPI §3, `Log`): one activity for each
 * channel of a row, newest first. Rows that name another user or another environment are left out,
 * because a platform may ignore the filters that it was sent. Always the same for the same rows, so
 * that a place in it stays a place.
 */
export function readLogs(
  rows: readonly unknown[],
  { user, envId }: Whose,
  { fingerprint, credentials }: { fingerprint: Fingerprinter; credentials: Needles },
): readonly Activity[] {
  const found = new Map<string, Activity>()
  for (const [index, row] of rows.slice(0, mostRows).entries()) {
    if (!isRecord(row) || namesAnother(row['user_id'], user)) continue
    if (envId !== null && namesAnother(row['envId'], envId)) continue
    const guard = createGuard(fingerprint, credentials, secretsIn(row, rowSpec))
    const read = readerOf(row, guard)
    const id = read.text('trackingId') ?? `${read.text('received_at') ?? ''}#${index}`
    for (const activity of readRow(row, { id, read, fingerprint }))
      if (!found.has(activity.id)) found.set(activity.id, activity)
  }
  return [...found.values()].toSorted(newestFirst)
}
