import { days, isoMilliseconds, minutes } from '#src/emulator/instants.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import { kinds } from './kinds.ts'
import type { Log } from './log-record.ts'

/** When something was done with an item. */
export const stamps = ['opened', 'clicked', 'archived', 'actioned1', 'actioned2'] as const

export type Reply = { readonly date: string; readonly message: string }

/** `InApp` (§4): an item of a feed. */
export type InApp = {
  readonly id: string
  readonly notificationId: string
  readonly subNotificationId?: string
  readonly title: string
  readonly date: string
  readonly seen: boolean
  readonly redirectURL: string
  readonly imageURL?: string
  readonly expDate: string
  readonly replies?: readonly Reply[]
  readonly parameters: object
  readonly template: object
  readonly deliveryOptions: object
} & { readonly [Stamp in (typeof stamps)[number]]?: string }

const kindOf = new Map(kinds.map((kind) => [kind.id, kind]))
const keptFor = days(90)

/** The item that a sending put into a feed, and what was done with it until `now` (epoch ms). */
export const itemOf = (log: Log, envId: string, now: number): InApp => {
  const type = String(log['type'])
  const kind = kindOf.get(type)
  const dice = new Dice(hashText(log.trackingId), 0)
  const at = Date.parse(log.received_at)
  const after = (least: number, most: number) =>
    isoMilliseconds(Math.min(now, at + minutes(least) + dice.below(minutes(most - least))))
  const sub = kind?.subNotifications?.[dice.below(kind.subNotifications.length)]
  // Most have been read.
  const seen = hashText(log.trackingId) % 3 !== 0
  const opened = seen && dice.chance(70)
  return {
    id: log.trackingId,
    notificationId: type,
    ...(sub === undefined ? {} : { subNotificationId: sub.id }),
    title: kind?.title ?? type,
    date: log.received_at,
    seen,
    redirectURL: `https://shop.orchard.test/n/${log.trackingId}`,
    ...(dice.chance(50) ? { imageURL: `https://shop.orchard.test/n/${type}.png` } : {}),
    ...(opened ? { opened: after(1, 20) } : {}),
    ...(opened && dice.chance(60) ? { clicked: after(20, 30) } : {}),
    ...(opened && dice.chance(40) ? { actioned1: after(30, 40) } : {}),
    ...(opened && dice.chance(25) ? { actioned2: after(40, 50) } : {}),
    ...(opened && dice.chance(40)
      ? { replies: [{ date: after(50, 60), message: 'Thank you!' }] }
      : {}),
    ...(seen && dice.chance(25) ? { archived: after(60, 90) } : {}),
    expDate: isoMilliseconds(at + keptFor),
    parameters: { userId: String(log['user_id']) },
    template: {
      envId,
      notificationId: type,
      templateId: 'default',
      channel: 'INAPP_WEB',
      default: true,
    },
    deliveryOptions: {
      defaultDeliveryOption: 'instant',
      instant: { enabled: true, batching: false },
      off: { enabled: true },
    },
  }
}
