import * as z from 'zod'
import type { JsonObject } from '#src/domain/json.ts'
import type { Preference } from '#src/domain/preferences.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { channelOf } from '#src/platforms/notificationapi/channel-words.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { readText } from '#src/platforms/record.ts'
import { createFaults, readEach, readTolerantly } from '#src/platforms/tolerant.ts'

const text = z.string().nullish()

const wirePreference = z.object({
  notificationId: text,
  subNotificationId: text,
  channel: text,
  delivery: text,
})
const wireTitle = z.object({ notificationId: text, subNotificationId: text, title: text })

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** One key for a notification and, below it, a sub-notification. */
const keyOf = (notification: string, sub: string | null): string =>
  sub === null ? notification : `${notification} / ${sub}`

/** Titles by key; the fields are those of the vendor's own clients, since no model is published. */
function readTitles(answer: JsonObject): ReadonlyMap<string, string> {
  const faults = createFaults()
  const items = [...listIn(answer['notifications']), ...listIn(answer['subNotifications'])]
  const titles = readEach(items, '', faults, (item) => {
    const wire = readTolerantly(wireTitle, item, '', faults)
    const { notificationId, subNotificationId, title } = wire ?? {}
    if (typeof notificationId !== 'string' || typeof title !== 'string') return null
    return [keyOf(notificationId, subNotificationId ?? null), title] as const
  })
  return new Map(titles)
}

/**
 * The choices of one user (contract NotificationAPI §3, the legacy path). A sub-notification stands as
 * `notification / sub-notification`. An entry that does not say what it is about, or how it is to be
 * delivered, is left out. Fails with `platform-bad-response` for an answer without preferences.
 */
export function readPreferences(answer: JsonObject, guard: Guard): readonly Preference[] {
  const { preferences } = answer
  if (!Array.isArray(preferences))
    throw new PlatformError(
      'platform-bad-response',
      "The platform's answer has no preferences in it",
      { status: 200 },
    )
  const titles = readTitles(answer)
  const faults = createFaults()
  return readEach(preferences, '', faults, (item) => {
    const wire = readTolerantly(wirePreference, item, '', faults)
    const { notificationId, subNotificationId, channel, delivery } = wire ?? {}
    if (!notificationId || !channel || !delivery) return null
    const whole = titles.get(notificationId)
    const part = subNotificationId
      ? titles.get(keyOf(notificationId, subNotificationId))
      : undefined
    const names = [whole, part].filter((name) => name !== undefined)
    const enabled = delivery.toLowerCase() !== 'off'
    return {
      notification: guard.text(keyOf(notificationId, subNotificationId || null)),
      name: readText(names.join(' / '), guard),
      channel: channelOf(channel),
      enabled,
      delivery: enabled ? guard.text(delivery) : null,
    }
  })
}
