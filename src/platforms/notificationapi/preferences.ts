import * as z from 'zod'
import type { JsonObject } from '#src/domain/json.ts'
import type { Preference } from '#src/domain/preferences.ts'
import type { Listed } from '#src/domain/told.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { readListed } from '#src/platforms/listed.ts'
import { channelOf } from '#src/platforms/notificationapi/channel-words.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { readText } from '#src/platforms/record.ts'
import { createFaults, readEach, readTolerantly } from '#src/platforms/tolerant.ts'

const text = z.string().nullish()

// Whole or not at all: without its part, or with another channel, it would be another choice.
const wirePreference = z.object({
  notificationId: z.string().min(1),
  subNotificationId: text,
  channel: z.string().min(1),
  delivery: z.string().min(1),
})
const wireTitle = z.object({ notificationId: text, subNotificationId: text, title: text })

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const mostPreferences = 1000

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
 * The choices of one user (contract NotificationAPI §3, the legacy path), the first thousand. A
 * sub-notification stands as `notification / sub-notification`. Fails with `platform-bad-response` for
 * an answer without preferences, or of which none can be read.
 */
export function readPreferences(answer: JsonObject, guard: Guard): Listed<Preference> {
  const { preferences } = answer
  if (!Array.isArray(preferences))
    throw new PlatformError(
      'platform-bad-response',
      "The platform's answer has no preferences in it",
      { status: 200 },
    )
  const titles = readTitles(answer)
  return readListed(preferences, { most: mostPreferences }, (item): Preference | null => {
    const wire = wirePreference.safeParse(item)
    if (!wire.success) return null
    const { notificationId, subNotificationId, channel, delivery } = wire.data
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
