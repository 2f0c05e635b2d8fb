import { days, hours } from '#src/emulator/instants.ts'

import { fixtureDice, times, type Fixture } from './fixture.ts'

/** People on Slack: connected, named only, refused, and about to lapse (§10, §13). */
export const slackFixtures = (now: number): Fixture[] => {
  const dice = fixtureDice('demo-slack')
  const bot = () => `xoxb-${dice.digits(12)}-${dice.digits(13)}-${dice.letters(24)}`
  const refresh = () => `xoxe-1-${dice.letters(70)}`
  return [
    {
      description: 'Slack connected, every field of the token filled',
      user: {
        id: 'demo-slack-connected',
        email: 'rui.sequeira@orchard.test',
        slackChannel: 'C04ORCHARD1',
        slackToken: {
          ok: true,
          access_token: bot(),
          app_id: 'A04ORCHARD1',
          authed_user: {
            access_token: `xoxp-${dice.digits(12)}-${dice.digits(12)}-${dice.hex(32)}`,
            expires_in: 43_200,
            id: 'U04ORCHARD1',
            refresh_token: refresh(),
            scope: 'chat:write',
            token_type: 'user',
          },
          bot_user_id: 'U04ORCHARDB',
          enterprise: { id: 'E04ORCHARD1', name: 'Orchard Holding' },
          expires_in: 43_200,
          incoming_webhook: {
            channel: '#ops',
            channel_id: 'C04ORCHARD1',
            configuration_url: 'https://orchard.slack.example/services/B04ORCHARD1',
            url: `https://hooks.slack.com/services/T04ORCHARD1/B04ORCHARD1/${dice.letters(24)}`,
          },
          is_enterprise_install: true,
          refresh_token: refresh(),
          scope: 'chat:write,channels:read,incoming-webhook',
          team: { id: 'T04ORCHARD1', name: 'Orchard' },
          token_type: 'bot',
          warning: 'missing_charset',
          response_metadata: {
            warnings: ['missing_charset'],
            next_cursor: '',
            scopes: ['chat:write', 'channels:read'],
            acceptedScopes: ['chat:write'],
          },
        },
        ...times(now, days(88), hours(3)),
      },
    },
    {
      description: 'a Slack direct message named, no workspace connected',
      user: {
        id: 'demo-slack-no-token',
        email: 'signe.moller@example.com',
        slackChannel: '@signe',
        ...times(now, days(41)),
      },
    },
    {
      description: 'Slack refused for lack of a scope (ok: false)',
      user: {
        id: 'demo-slack-not-ok',
        email: 'tarek.mansour@example.com',
        slackChannel: '#alerts',
        slackToken: {
          ok: false,
          error: 'missing_scope',
          needed: 'chat:write',
          provided: 'channels:read,im:read',
          response_metadata: { messages: ['[ERROR] missing scope: chat:write'], retryAfter: 30 },
        },
        ...times(now, days(39)),
      },
    },
    {
      description: 'a Slack token that expires and cannot be refreshed',
      user: {
        id: 'demo-slack-lapsing',
        email: 'mio.sato@example.org',
        slackChannel: 'U04ORCHARD7',
        slackToken: {
          ok: true,
          access_token: `xoxe.xoxb-1-${dice.letters(60)}`,
          expires_in: 43_200,
          team: { id: 'T04ORCHARD1', name: 'Orchard' },
          token_type: 'bot',
        },
        ...times(now, days(22), days(2)),
      },
    },
  ]
}
