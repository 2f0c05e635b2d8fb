import type { english } from '#src/web/words/channels.ts'
import type { Words } from '#src/web/words/language.ts'

export const channels: Words<typeof english> = {
  names: { email: 'E-Mail', sms: 'SMS', push: 'Push', webPush: 'Web-Push', slack: 'Slack' },
  reach: {
    reachable: 'erreichbar',
    'at-risk': 'gefährdet',
    blocked: 'blockiert',
    absent: 'nicht eingerichtet',
    unknown: 'unbekannt',
  },
}
