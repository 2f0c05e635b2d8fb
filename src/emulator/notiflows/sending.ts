import { isoSeconds } from '#src/emulator/instants.ts'
import { hashText, type Dice } from '#src/emulator/random/dice.ts'

import type { Catalog, Flow } from './catalog.ts'
import type { Persona } from './persona.ts'
import { instantOf } from './uuid.ts'
import type { Channel, ChannelType, Delivery, Json, Notification, User } from './wire.ts'

/** The words for a delivery's state (§3). Bounces are email's alone. */
export const deliveryStatuses: ReadonlySet<string> = new Set([
  'pending',
  'processing',
  'sent',
  'delivered',
  'failed',
  'bounced',
])

export const notificationStatus = 'processed'

/** Whether a delivery on a channel type can be in a state at all. */
export const canBe = (status: string, type: ChannelType): boolean =>
  deliveryStatuses.has(status) && (status !== 'bounced' || type === 'email')

/** How a delivery went: mostly well, never where every email to a person fails. */
export const rollStatus = (dice: Dice, type: ChannelType, { emailFails }: Persona): string => {
  const roll = dice.unit() * 100
  if (type === 'email' && emailFails) return roll < 60 ? 'bounced' : 'failed'
  if (roll < 1.5) return 'pending'
  if (roll < 2.7) return 'processing'
  if (roll < 6.5) return 'failed'
  if (roll < 8.5 && type === 'email') return 'bounced'
  return roll < 45 ? 'sent' : 'delivered'
}

/**
 * The channel that a step goes out on for somebody, or null when it is skipped silently (§8): nothing to
 * send to, or not wanted.
 */
export const channelFor = (
  user: User,
  type: ChannelType,
  { channels }: Catalog,
  has: (channel: Channel) => boolean,
): Channel | null => {
  const own = channels.filter((channel) => channel.type === type)
  switch (type) {
    case 'email':
      return user.email === null ? null : (own[0] ?? null)
    case 'sms':
      return user.phone === null ? null : (own[0] ?? null)
    case 'mobile_push':
    case 'chat':
    case 'web_push':
      return own.find(has) ?? null
    case 'in_app':
    case 'webhook':
      return own[0] ?? null
  }
}

/** Whether a persona has something on a channel, told without making it. */
export const personaHas =
  (persona: Persona) =>
  ({ provider, type }: Channel): boolean => {
    if (type === 'web_push') return persona.browser
    if (provider === 'apns') return persona.iosTokens > 0
    if (provider === 'fcm') return persona.androidTokens > 0
    return persona.slack !== 'none'
  }

export type NotificationFacts = {
  readonly id: string
  readonly runId: string
  readonly flow: Flow
  readonly recipientId: string
  readonly actorId?: string | null
  readonly topic: string | null
  readonly data: Readonly<Record<string, Json>>
}

export const makeNotification = (facts: NotificationFacts): Notification => {
  const at = isoSeconds(instantOf(facts.id))
  return {
    id: facts.id,
    notiflow_id: facts.flow.id,
    notiflow_run_id: facts.runId,
    recipient_id: facts.recipientId,
    actor_id: facts.actorId ?? null,
    topic: facts.topic,
    status: notificationStatus,
    processed_at: at,
    data: facts.data,
    created_at: at,
    updated_at: at,
  }
}

/** A delivery of a notification; when it was sent and looked at follows from its state and the dice. */
export const makeDelivery = (
  id: string,
  notification: Notification,
  channel: Channel,
  status: string,
  dice: Dice,
  now: number,
): Delivery => {
  const created = instantOf(id)
  const after = (ms: number) => isoSeconds(Math.min(created + ms, Math.max(now, created)))
  const went = status === 'sent' || status === 'delivered' || status === 'bounced'
  // Only the feed knows for certain what was looked at; a mail now and then tells.
  const watched = channel.type === 'in_app' ? 70 : channel.type === 'email' ? 25 : 0
  const seen = went && status !== 'bounced' && dice.chance(watched)
  const seenMs = (60 + dice.below(20_000)) * 1000
  const read = seen && dice.chance(60)
  const clicked = read && dice.chance(40)
  const archived = read && channel.type === 'in_app' && hashText(id) % 3 === 0
  const lastMs = seenMs + (archived ? 60_000 : clicked ? 9000 : read ? 4000 : 0)
  return {
    id,
    notification_id: notification.id,
    notiflow_id: notification.notiflow_id,
    recipient_id: notification.recipient_id,
    status,
    channel_type: channel.type,
    channel_id: channel.id,
    actor_id: notification.actor_id,
    topic: notification.topic,
    sent_at: went ? after(2000) : null,
    seen_at: seen ? after(seenMs) : null,
    read_at: read ? after(seenMs + 4000) : null,
    clicked_at: clicked ? after(seenMs + 9000) : null,
    archived_at: archived ? after(lastMs) : null,
    data: notification.data,
    created_at: isoSeconds(created),
    updated_at: seen ? after(lastMs) : after(went ? 4000 : 1000),
  }
}
