import type { ActivityChannel } from '#src/domain/activity.ts'

const channels: ReadonlyMap<string, ActivityChannel> = new Map([
  ['email', 'email'],
  ['sms', 'sms'],
  ['mobile_push', 'push'],
  ['web_push', 'webPush'],
  // Its provider may be Slack, Teams or Discord, and neither deliveries nor preferences name it (§3).
  ['chat', 'chat'],
  ['in_app', 'inApp'],
  ['webhook', 'webhook'],
])

/** A channel type of the wire (contract Notiflows §3) in the domain's words. */
export const channelOf = (type: string): ActivityChannel => channels.get(type) ?? 'other'
