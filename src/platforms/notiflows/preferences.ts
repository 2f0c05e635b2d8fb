import * as z from 'zod'
import type { JsonObject } from '#src/domain/json.ts'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { channelOf } from '#src/platforms/notiflows/channel-words.ts'
import { readRecords } from '#src/platforms/page.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { isRecord, readText, readTime } from '#src/platforms/record.ts'
import { createFaults, readEach, readTolerantly } from '#src/platforms/tolerant.ts'

/** A person of thousands of notiflows is a fault of the platform, and no screen shows them. */
const mostPreferences = 1000

const entriesOf = (value: unknown): readonly [string, unknown][] =>
  isRecord(value) ? Object.entries(value) : []

/**
 * The choices of one user (contract Notiflows §3, `Preferences`). An entry that is no yes or no is left
 * out. Fails with `platform-bad-response` for an answer that has neither part.
 */
export function readPreferences(answer: JsonObject, guard: Guard): readonly Preference[] {
  const { channel_types: types, notiflows } = answer
  if (!isRecord(types) && !isRecord(notiflows))
    throw new PlatformError(
      'platform-bad-response',
      "The platform's answer has no preferences in it",
      { status: 200 },
    )
  const choices = (
    about: Pick<Preference, 'notification' | 'name'>,
    value: unknown,
  ): readonly Preference[] =>
    entriesOf(value).flatMap(([type, enabled]) =>
      typeof enabled === 'boolean'
        ? [{ ...about, channel: channelOf(type), enabled, delivery: null }]
        : [],
    )
  const ofNotiflows = entriesOf(notiflows).flatMap(([id, value]): readonly Preference[] => {
    if (!isRecord(value)) return []
    const { enabled, name, channel_types: own } = value
    const about = {
      notification: guard.text(id),
      name: readText(typeof name === 'string' ? name : null, guard),
    }
    const whole: readonly Preference[] =
      typeof enabled === 'boolean' ? [{ ...about, channel: null, enabled, delivery: null }] : []
    return whole.concat(choices(about, own))
  })
  return [...choices({ notification: null, name: null }, types), ...ofNotiflows].slice(
    0,
    mostPreferences,
  )
}

const wireSubscription = z.object({
  topic_name: z.string().nullish(),
  created_at: z.string().nullish(),
})

/** The topics of one page of subscriptions (contract Notiflows §3). One without a name is left out. */
export function readTopics(answer: JsonObject, guard: Guard): readonly TopicSubscription[] {
  const faults = createFaults()
  return readEach(readRecords(answer, 'items', isRecord(answer['page'])), '', faults, (item) => {
    const wire = readTolerantly(wireSubscription, item, '', faults)
    const topic = readText(wire?.topic_name, guard)
    return topic === null ? null : { topic, since: readTime(wire?.created_at, '', faults) }
  })
}
