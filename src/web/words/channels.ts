import type { ChannelName, Reach } from '#src/domain/reach.ts'
import { inLanguage } from './language.ts'

/** What channels and their reach are called. */
export const english = {
  names: {
    email: 'Email',
    sms: 'SMS',
    push: 'Push',
    webPush: 'Web push',
    slack: 'Slack',
  } satisfies Record<ChannelName, string>,
  reach: {
    reachable: 'reachable',
    'at-risk': 'at risk',
    blocked: 'blocked',
    absent: 'absent',
    unknown: 'unknown',
  } satisfies Record<Reach, string>,
}

export const channels = inLanguage('channels', english)
