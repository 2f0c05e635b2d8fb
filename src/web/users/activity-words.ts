import type { Activity, ActivityChannel, ActivityStatus } from '#src/domain/activity.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { visible } from '#src/web/lib/visible.ts'
import { slackErrorInWords } from './slack-error-words.ts'

export const activityChannelLabels: Record<ActivityChannel, string> = {
  email: 'email',
  sms: 'SMS',
  push: 'push',
  webPush: 'web push',
  slack: 'Slack',
  chat: 'chat',
  inApp: 'in-app',
  call: 'call',
  webhook: 'webhook',
  other: 'other',
}

const activityStatusLabels: Record<ActivityStatus, string> = {
  pending: 'pending',
  sent: 'sent',
  delivered: 'delivered',
  seen: 'seen',
  failed: 'failed',
  skipped: 'not sent',
  other: 'other',
}

/** Whether the address itself sent it back, as far as the platform's own word tells. */
export const isBounce = ({ statusRaw }: Pick<Activity, 'statusRaw'>): boolean =>
  statusRaw?.toLowerCase() === 'bounced'

const dayMs = 86_400_000

/** "bounced": what became of a message, and for how long nobody has taken one that waits. */
export function becameInWords(
  row: Pick<Activity, 'at' | 'status' | 'statusRaw'>,
  now: number,
): string {
  if (row.status === 'other') return visible(row.statusRaw ?? 'in an unknown state')
  const days = row.at === null ? 0 : Math.floor((now - Date.parse(row.at)) / dayMs)
  // For over a day it is trouble of the platform or its channel (contract Notiflows §8).
  if (row.status === 'pending' && days > 0)
    return `pending for ${days === 1 ? 'a day' : `${days} days`}`
  return isBounce(row) ? 'bounced' : activityStatusLabels[row.status]
}

// The codes of the platforms' documentation (contract NotificationAPI §9 and its routing reasons).
const codes: Readonly<Record<string, string>> = {
  SUPPRESSED_BOUNCE: 'the address is suppressed after a bounce',
  SUPPRESSED_COMPLAINT: 'the address is suppressed after a spam complaint',
  PERMANENT_GENERAL_BOUNCE: 'the mailbox refuses mail for good',
  PERMANENT_NO_EMAIL_BOUNCE: 'there is no such mailbox',
  PERMANENT_SUPPRESSED_BOUNCE: 'the address is on the provider’s own suppression list',
  TRANSIENT_GENERAL_BOUNCE: 'the mailbox refused for the moment',
  TRANSIENT_MAILBOX_FULL_BOUNCE: 'the mailbox is full',
  UNDETERMINED_BOUNCE: 'it bounced for an unknown reason',
  COMPLAINT_ABUSE: 'reported as spam',
  COMPLAINT_AUTH: 'reported as not provably from this sender',
  COMPLAINT_FRAUD: 'reported as fraud',
  COMPLAINT_NOT_SPAM: 'reported as no spam',
  COMPLAINT_OTHER: 'complained about, for no reason that has a name',
  COMPLAINT_VIRUS: 'reported as a virus',
  MISSING_EMAIL_RECIPIENT: 'there was no address',
  NO_ADDRESS: 'there was no address',
  NO_APN_CONFIG: 'Apple push is not set up for this environment',
  NO_FCM_CONFIG: 'Firebase push is not set up for this environment',
  INVALID_APN_TOKEN: 'Apple does not take this device’s token',
  INVALID_FCM_TOKEN: 'Firebase does not take this device’s token',
  UNSUBSCRIBED_OR_EXPIRED: 'the browser unsubscribed, or its subscription expired',
  CHANNEL_NOT_FOUND: 'Slack knows no such channel',
  NOT_IN_CHANNEL: 'the app is not in that Slack channel',
  CHANNEL_ARCHIVED: 'the Slack channel is archived',
  TOKEN_EXPIRED: 'the Slack token has expired',
  INVALID_AUTH: 'Slack refuses the token',
  USAGE_LIMIT: 'the plan’s limit is reached',
  OFF: 'the channel is off for this notification',
  BATCH: 'it waits to be sent together with others',
  SCHEDULE: 'it waits for its time',
  IGNORE: 'the platform was told not to send it',
  THROTTLED: 'too many of these were sent in a short time',
  DEDUPLICATED: 'the same one had been sent already',
  IGNORE_BY_PREFERENCES: 'the person opted out',
  IGNORE_BY_ENVIRONMENT: 'the channel is switched off in this environment',
  IGNORE_BY_DEFAULT_DELIVERY: 'the notification’s default is not to send',
}

/** SES has more subtypes of these than anybody lists: TRANSIENT_CONTENT_REJECTED_BOUNCE, and so on. */
const transient = (code: string): string | null => {
  const [, why] = /^TRANSIENT_([A-Z_]+)_BOUNCE$/u.exec(code) ?? []
  return why === undefined
    ? null
    : `it bounced for the moment: ${why.toLowerCase().replaceAll('_', ' ')}`
}

/** A failure code in words; one that nobody has described stands as it is. */
export const codeInWords = (code: string): string =>
  ownWord(codes, code) ?? transient(code) ?? slackErrorInWords(code) ?? code
