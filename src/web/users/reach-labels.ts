import type { ChannelName, Reach } from '#src/domain/reach.ts'

export const channelLabels: Record<ChannelName, string> = {
  email: 'Email',
  sms: 'SMS',
  push: 'Push',
  webPush: 'Web push',
  slack: 'Slack',
}

export const reachLabels: Record<Reach, string> = {
  reachable: 'reachable',
  'at-risk': 'at risk',
  blocked: 'blocked',
  absent: 'absent',
  unknown: 'unknown',
}
