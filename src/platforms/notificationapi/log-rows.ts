import type { Activity, ActivityChannel, ActivityStatus } from '#src/domain/activity.ts'
import type { Listed } from '#src/domain/told.ts'
import { createGuard, type Guard } from '#src/platforms/guard.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { logPrefixes } from '#src/platforms/notificationapi/channel-words.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'
import { isRecord, readId, readText, readTime, type WireRecord } from '#src/platforms/record.ts'
import { fields, open, secret, secretsIn } from '#src/platforms/redact.ts'
import { createFaults } from '#src/platforms/tolerant.ts'

/** More than anybody reads, and few enough to sort for each page. */
const mostRows = 5000

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
  /** The fields that were read so far, and could not be. */
  readonly malformed: () => readonly string[]
}

function readerOf(row: WireRecord, guard: Guard): Reader {
  const faults = createFaults()
  const raw = (field: string): string | null => {
    const value = row[field]
    if (typeof value === 'string') return value === '' ? null : value
    if (isSet(value)) faults.note(field)
    return null
  }
  return {
    text: (field) => readText(raw(field), guard),
    time: (field) => readTime(raw(field), field, faults),
    token: raw,
    malformed: faults.paths,
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
  readonly row: WireRecord
  readonly guard: Guard
  readonly fingerprint: Fingerprinter
}

/** One channel of a row. `prefix` null: what the row says of no channel in particular. */
function readChannel(
  prefix: string | null,
  channel: ActivityChannel,
  { id, row, guard, fingerprint }: Row,
): Activity {
  const read = readerOf(row, guard)
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
    malformed: read.malformed(),
  }
}

/** A row without channels has only just come in, or was turned away at the door. */
const ofWholeRow = (ignored: string | null): ActivityStatus =>
  ignored === null ? 'pending' : 'skipped'

function readRow(given: Row): readonly Activity[] {
  const { row } = given
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
 * because a platform may ignore the filters that it was sent; of a log without end the first five
 * thousand rows are read. Always the same for the same rows, so that a place in it stays a place.
 */
export function readLogs(
  rows: readonly unknown[],
  { user, envId }: Whose,
  { fingerprint, credentials }: { fingerprint: Fingerprinter; credentials: Needles },
): Listed<Activity> {
  const found = new Map<string, Activity>()
  let unreadable = 0
  for (const [index, row] of rows.slice(0, mostRows).entries()) {
    if (!isRecord(row)) {
      unreadable += 1
      continue
    }
    if (namesAnother(row['user_id'], user)) continue
    if (envId !== null && namesAnother(row['envId'], envId)) continue
    const guard = createGuard(fingerprint, credentials, secretsIn(row, rowSpec))
    const ownId = readId(row['trackingId'], credentials)
    // Its place is as good as an id, since the answer stays the same.
    const id = ownId === null ? `#${index}` : guard.text(ownId)
    for (const activity of readRow({ id, row, guard, fingerprint }))
      if (!found.has(activity.id)) found.set(activity.id, activity)
  }
  return {
    value: [...found.values()].toSorted(newestFirst),
    gaps: { unreadable, firstOnly: rows.length > mostRows ? mostRows : null },
  }
}
