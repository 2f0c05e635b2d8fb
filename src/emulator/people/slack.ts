import type { Dice } from '#src/emulator/random/dice.ts'

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

const teams = [
  'Orchard',
  'Orchard Field Ops',
  'Lindqvist & Söner',
  '株式会社果樹園',
  'Παπανικολάου ΑΕ',
]
const channels = ['ops', 'alerts', 'general', 'orders', 'suporte', 'on-call']

const slackId = (dice: Dice, letter: string) => letter + dice.letters(10, upper)
const botToken = (dice: Dice) => `xoxb-${dice.digits(12)}-${dice.digits(13)}-${dice.letters(24)}`
const rotatingToken = (dice: Dice) => `xoxe.xoxb-1-${dice.letters(60)}`
const refreshToken = (dice: Dice) => `xoxe-1-${dice.letters(70)}`

/** A destination in each of the five spellings of NotificationAPI's contract (`slackChannel`). */
export const rollSlackChannel = (dice: Dice): string => {
  switch (dice.below(5)) {
    case 0:
      return dice.pick(channels)
    case 1:
      return `#${dice.pick(channels)}`
    case 2:
      return slackId(dice, 'C')
    case 3:
      return slackId(dice, 'U')
    default:
      return `@${dice.pick(['ines.prado', 'rui', 'amina', 'oncall'])}`
  }
}

/** What `oauth.v2.access` answered when the workspace was connected. */
export const rollConnection = (dice: Dice) => {
  const teamId = slackId(dice, 'T')
  const rotates = dice.chance(40)
  const enterprise = dice.chance(25)
  const channel = dice.pick(channels)
  return {
    ok: true,
    access_token: rotates ? rotatingToken(dice) : botToken(dice),
    app_id: slackId(dice, 'A'),
    authed_user: {
      id: slackId(dice, 'U'),
      ...(dice.chance(35)
        ? {
            access_token: `xoxp-${dice.digits(12)}-${dice.digits(12)}-${dice.digits(12)}-${dice.hex(32)}`,
            expires_in: 43_200,
            refresh_token: refreshToken(dice),
            scope: 'chat:write,im:read',
            token_type: 'user',
          }
        : {}),
    },
    bot_user_id: slackId(dice, 'U'),
    ...(enterprise ? { enterprise: { id: slackId(dice, 'E'), name: 'Orchard Holding' } } : {}),
    // Now and then the refresh token got lost: such a connection will lapse (§10).
    ...(rotates
      ? { expires_in: 43_200, ...(dice.chance(85) ? { refresh_token: refreshToken(dice) } : {}) }
      : {}),
    ...(dice.chance(55)
      ? {
          incoming_webhook: {
            channel: `#${channel}`,
            channel_id: slackId(dice, 'C'),
            configuration_url: `https://orchard.slack.example/services/${slackId(dice, 'B')}`,
            url: `https://hooks.slack.com/services/${teamId}/${slackId(dice, 'B')}/${dice.letters(24)}`,
          },
        }
      : {}),
    is_enterprise_install: enterprise,
    scope: 'chat:write,channels:read,incoming-webhook',
    team: { id: teamId, name: dice.pick(teams) },
    token_type: 'bot',
    ...(dice.chance(12)
      ? {
          warning: 'missing_charset',
          response_metadata: {
            warnings: ['missing_charset'],
            next_cursor: '',
            scopes: ['chat:write', 'channels:read', 'incoming-webhook'],
            acceptedScopes: ['chat:write', 'chat:write.public'],
          },
        }
      : {}),
  }
}

/** What Slack answered when connecting failed, for lack of a scope or for another reason. */
export const rollRefusal = (dice: Dice) => {
  const error = dice.pick([
    'missing_scope',
    'missing_scope',
    'invalid_auth',
    'token_expired',
    'ratelimited',
  ])
  return {
    ok: false,
    error,
    ...(error === 'missing_scope'
      ? { needed: 'chat:write', provided: 'channels:read,im:read' }
      : {}),
    response_metadata: {
      messages: [`[ERROR] ${error}`],
      ...(error === 'ratelimited' ? { retryAfter: 30 } : {}),
    },
  }
}
