import type { Activity, ActivityChannel, ActivityStatus } from '#src/domain/activity.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { visible } from '#src/web/lib/visible.ts'

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

/** "bounced": what became of a message. */
export function becameInWords(row: Pick<Activity, 'status' | 'statusRaw'>): string {
  if (row.status === 'other') return visible(row.statusRaw ?? 'in an unknown state')
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
  IGNORE_BY_PREFERENCES: 'the person opted out',
  IGNORE_BY_ENVIRONMENT: 'the channel is switched off in this environment',
  IGNORE_BY_DEFAULT_DELIVERY: 'the notification’s default is not to send',
}

/** A failure code in words; one that nobody has described stands as it is. */
export const codeInWords = (code: string): string => ownWord(codes, code) ?? code
