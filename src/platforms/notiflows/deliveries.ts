import * as z from 'zod'
import type { Activity, ActivityStatus } from '#src/domain/activity.ts'
import type { Json } from '#src/domain/json.ts'
import type { Listed } from '#src/domain/told.ts'
import { createGuard, type Guard } from '#src/platforms/guard.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { channelOf } from '#src/platforms/notiflows/channel-words.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'
import { isRecord, readId, readText, readTime, type WireRecord } from '#src/platforms/record.ts'
import { open, redact, secretsIn } from '#src/platforms/redact.ts'
import { createFaults, readTolerantly } from '#src/platforms/tolerant.ts'

const text = z.string().nullish()

const wireDelivery = z.object({
  status: text,
  channel_type: text,
  notiflow_id: text,
  topic: text,
  created_at: text,
  sent_at: text,
  seen_at: text,
  read_at: text,
  clicked_at: text,
})

type WireDelivery = z.infer<typeof wireDelivery>

const statuses: ReadonlyMap<string, ActivityStatus> = new Map([
  ['pending', 'pending'],
  ['processing', 'pending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['failed', 'failed'],
  ['bounced', 'failed'],
])

/** Seen is proof of receipt, which a status of the provider is not (contract Notiflows §8). */
function statusOf(word: string | null, seenAt: string | null): ActivityStatus {
  const status = statuses.get(word ?? '') ?? 'other'
  return seenAt !== null && (status === 'sent' || status === 'delivered') ? 'seen' : status
}

type TimeField = 'created_at' | 'sent_at' | 'seen_at' | 'read_at' | 'clicked_at'

function readDelivery(record: WireRecord, guard: Guard, id: string): Activity {
  const faults = createFaults()
  const wire: WireDelivery = readTolerantly(wireDelivery, record, '', faults) ?? {}
  const word = readText(wire.status, guard)
  const time = (field: TimeField) => readTime(wire[field], field, faults)
  const seenAt = time('seen_at') ?? time('read_at') ?? time('clicked_at')
  return {
    id,
    at: time('created_at'),
    channel: channelOf(wire.channel_type ?? ''),
    status: statusOf(word, seenAt),
    statusRaw: word,
    notification: readText(wire.notiflow_id, guard),
    topic: readText(wire.topic, guard),
    sentAt: time('sent_at'),
    // No field tells when one arrived or failed, and none why (§3): the platform keeps that to itself.
    deliveredAt: null,
    seenAt,
    failedAt: null,
    failure: null,
    malformed: faults.paths(),
  }
}

/**
 * Deliveries as the domain's activity, in the platform's order. One that comes a second time is left
 * out; one without an id of its own is known by what is in it, which is the same on every page.
 */
export function readDeliveries(
  records: readonly unknown[],
  { fingerprint, credentials }: { fingerprint: Fingerprinter; credentials: Needles },
): Listed<Activity> {
  // Redacted first, which cuts what nests too deeply to be written (checks B03).
  const idOf = (shown: Json) => `#${fingerprint(JSON.stringify(shown)).hash}`
  const found = new Map<string, Activity>()
  const readable = records.filter(isRecord)
  for (const record of readable) {
    const guard = createGuard(fingerprint, credentials, secretsIn(record, open))
    const id = readId(record['id'], credentials) ?? idOf(redact(record, open, guard))
    if (!found.has(id)) found.set(id, readDelivery(record, guard, id))
  }
  return {
    value: [...found.values()],
    gaps: { unreadable: records.length - readable.length, firstOnly: null },
  }
}
