import type { ActivityChannel } from '#src/domain/activity.ts'

const channels: ReadonlyMap<string, ActivityChannel> = new Map([
  ['EMAIL', 'email'],
  ['INAPP_WEB', 'inApp'],
  ['SMS', 'sms'],
  ['CALL', 'call'],
  ['PUSH', 'push'],
  ['WEB_PUSH', 'webPush'],
  ['SLACK', 'slack'],
])

/** A channel of the wire (contract NotificationAPI §4, `Channel`) in the domain's words. */
export const channelOf = (word: string): ActivityChannel =>
  channels.get(word.toUpperCase()) ?? 'other'

/** How the fields of a channel begin in a log row (§3). */
export const logPrefixes: readonly (readonly [prefix: string, channel: ActivityChannel])[] = [
  ['email', 'email'],
  ['sms', 'sms'],
  ['mobile_push', 'push'],
  ['web_push', 'webPush'],
  ['slack', 'slack'],
  ['inapp', 'inApp'],
  ['call', 'call'],
]
