import type { SlackConnection } from '#src/domain/user.ts'
import type { Reading } from '#src/platforms/notificationapi/devices.ts'
import { wireSlackToken } from '#src/platforms/notificationapi/wire.ts'
import { readText } from '#src/platforms/record.ts'
import { readTolerantly } from '#src/platforms/tolerant.ts'

const isTold = (text: string | null | undefined): boolean => typeof text === 'string' && text !== ''

/**
 * What a Slack OAuth answer tells about the connection, without its tokens and webhook addresses
 * (contract NotificationAPI §4, §10). Null when there is none. Where only the person's own token was
 * granted, that one's expiry and refresh token count.
 */
export function readSlackConnection(token: unknown, reading: Reading): SlackConnection | null {
  const { guard, faults } = reading
  const wire = readTolerantly(wireSlackToken, token, 'slackToken', faults)
  if (wire === null) return null
  const text = (value: string | null | undefined) => readText(value, guard)
  const user = wire.authed_user
  const grant = isTold(wire.access_token) || !isTold(user?.access_token) ? wire : (user ?? wire)
  const scope = isTold(wire.scope) ? wire.scope : user?.scope
  return {
    ok: wire.ok ?? null,
    error: text(wire.error),
    needed: text(wire.needed),
    provided: text(wire.provided),
    scopes: (scope ?? '')
      .split(/[\s,]+/)
      .filter((word) => word !== '')
      .map((word) => guard.text(word)),
    tokenType: text(grant.token_type ?? wire.token_type),
    hasAccessToken: isTold(grant.access_token),
    hasRefreshToken: isTold(grant.refresh_token),
    expiresInSeconds: grant.expires_in ?? null,
    teamId: text(wire.team?.id),
    teamName: text(wire.team?.name),
    enterpriseName: text(wire.enterprise?.name),
    appId: text(wire.app_id),
    botUserId: text(wire.bot_user_id),
    authedUserId: text(user?.id),
    webhookChannel: text(wire.incoming_webhook?.channel) ?? text(wire.incoming_webhook?.channel_id),
    webhookChannelId: text(wire.incoming_webhook?.channel_id),
    warning: text(wire.warning),
  }
}
