import * as z from 'zod'

import type { Channel } from '#src/emulator/environments.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import { Failure } from './failures.ts'
import { kinds } from './kinds.ts'

const preferenceSchema = z.object({
  notificationId: z.string().min(1),
  channel: z.enum(['EMAIL', 'INAPP_WEB', 'SMS', 'CALL', 'PUSH', 'WEB_PUSH', 'SLACK']),
  delivery: z.enum(['off', 'instant', 'hourly', 'daily', 'weekly', 'monthly']),
  subNotificationId: z.string().min(1).exactOptional(),
})

/** A person's wish for one notification on one channel (§3, legacy preferences). */
export type Preference = z.infer<typeof preferenceSchema>

/** Reads the body of a POST of preferences (§3): an array. Fails with 400. */
export const readPreferences = (body: unknown): Preference[] => {
  const parsed = z.array(preferenceSchema).safeParse(body)
  if (parsed.success) return parsed.data
  const path = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new Failure(
    400,
    path === '' ? 'the body must be an array' : `${path} is not valid`,
    'send an array of { notificationId, channel, delivery, subNotificationId? }',
  )
}

const keyOf = ({ notificationId, channel, subNotificationId = '' }: Preference) =>
  JSON.stringify([notificationId, channel, subNotificationId])

/**
 * What people of one environment wish for. A generated person's wishes follow from their id; whatever
 * is written lies over them.
 */
export class Preferences {
  readonly #seed: number
  readonly #written = new Map<string, readonly Preference[]>()

  constructor(clientId: string) {
    this.#seed = hashText(`${clientId} preferences`)
  }

  /** Only the wishes that somebody has expressed; everything else is instant. */
  stored(userId: string): readonly Preference[] {
    return this.#written.get(userId) ?? this.#generated(userId)
  }

  /** Every notification on every channel it uses, with the wishes for it (§3). */
  describe(userId: string): Preference[] {
    const defaults = kinds.flatMap(({ id, channels, subNotifications = [] }) =>
      channels.flatMap((channel): Preference[] => [
        { notificationId: id, channel, delivery: 'instant' },
        ...subNotifications.map((sub): Preference => ({
          notificationId: id,
          channel,
          delivery: 'instant',
          subNotificationId: sub.id,
        })),
      ]),
    )
    const all = [...defaults, ...this.stored(userId)]
    return [...new Map(all.map((preference) => [keyOf(preference), preference])).values()]
  }

  /** What a person wished for when the made-up history was made: told of each channel. */
  wasOff(userId: string, notificationId: string): (channel: Channel) => boolean {
    const off = this.#generated(userId).filter(
      (wish) => wish.notificationId === notificationId && wish.delivery === 'off',
    )
    return (channel) => off.some((wish) => wish.channel === channel)
  }

  write(userId: string, given: readonly Preference[]): void {
    const all = [...this.stored(userId), ...given]
    this.#written.set(userId, [
      ...new Map(all.map((preference) => [keyOf(preference), preference])).values(),
    ])
  }

  /** Forgets the wishes for a notification, or for one of its sub-notifications. */
  forget(userId: string, notificationId: string, subNotificationId?: string): void {
    const kept = this.stored(userId).filter(
      (wish) =>
        wish.notificationId !== notificationId ||
        (subNotificationId !== undefined && wish.subNotificationId !== subNotificationId),
    )
    this.#written.set(userId, kept)
  }

  /** Forgets all wishes: of somebody who is gone, or has only just come. */
  clear(userId: string): void {
    this.#written.set(userId, [])
  }

  #generated(userId: string): readonly Preference[] {
    const dice = new Dice(hashText(userId, this.#seed), this.#seed)
    if (!dice.chance(14)) return []
    const kind = dice.pick(kinds)
    const delivery = dice.chance(75) ? 'off' : dice.pick(['daily', 'weekly', 'monthly'] as const)
    return [{ notificationId: kind.id, channel: dice.pick(kind.channels), delivery }]
  }
}
