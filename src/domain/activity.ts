import { type ChannelName, channelNames } from '#src/domain/reach.ts'
import type { Gaps } from '#src/domain/told.ts'
import type { Fingerprint } from '#src/domain/user.ts'

/**
 * Where a message went. Wider than the channels that are judged: platforms also tell of these others.
 * `chat`: Slack or another, and the platform does not say which.
 */
export const activityChannels = [
  ...channelNames,
  'chat',
  'inApp',
  'call',
  'webhook',
  'other',
] as const
export type ActivityChannel = (typeof activityChannels)[number]

/** Whether what is told of one channel is about another: of a chat nobody says that it is not Slack. */
export const isAbout = (told: ActivityChannel, channel: ChannelName): boolean =>
  told === channel || (told === 'chat' && channel === 'slack')

/**
 * What became of one message on one channel. `skipped`: the platform decided not to send (preferences,
 * environment). `other`: a word of the platform that we do not know; it stands in `statusRaw`.
 */
export const activityStatuses = [
  'pending',
  'sent',
  'delivered',
  'seen',
  'failed',
  'skipped',
  'other',
] as const
export type ActivityStatus = (typeof activityStatuses)[number]

/** One message on one channel: a Notiflows delivery, or one channel of a NotificationAPI log row. */
export type Activity = {
  readonly id: string
  /** When the platform took it up. ISO 8601 UTC with milliseconds, like all times here. */
  readonly at: string | null
  readonly channel: ActivityChannel
  readonly status: ActivityStatus
  readonly statusRaw: string | null
  /** The notification, notiflow or template that it came from, as the platform names it. */
  readonly notification: string | null
  readonly topic: string | null
  readonly sentAt: string | null
  readonly deliveredAt: string | null
  readonly seenAt: string | null
  readonly failedAt: string | null
  /** Why it failed or was skipped, where the platform tells. `device`: the token that a failed push was for. */
  readonly failure: {
    readonly code: string | null
    readonly recipient: string | null
    readonly diagnostic: string | null
    readonly device: Fingerprint | null
  } | null
  /** Fields of the platform's record that could not be read; what they would have said is missing here. */
  readonly malformed: readonly string[]
}

/** How many rows one page of activity may have. */
export const activityLimit = { min: 1, max: 100, default: 25 } as const

/**
 * Newest first. `after` is null at the end. `gaps.unreadable` is of this page alone, so pages add up;
 * `gaps.firstOnly` is of the whole log.
 */
export type ActivityPage = {
  readonly activity: readonly Activity[]
  readonly page: { readonly after: string | null }
  readonly gaps: Gaps
}
