import type { SlackConnection } from '#src/domain/user.ts'
import { Facts } from './facts.tsx'

const given = (name: string, value: string | null) => (value === null ? [] : [{ name, value }])

/** Where Slack messages go and what is known of the workspace's connection. Tokens are said to exist, never shown. */
export function SlackFacts(props: {
  readonly destination: string | null
  readonly connection: SlackConnection | null
  /** Whether the platform tells of a person's own connection at all. */
  readonly told: boolean
}) {
  const { destination, connection, told } = props
  const none = told ? 'none' : 'the project’s own, which the platform does not tell'
  return (
    <Facts
      rows={[
        { name: 'Destination', value: destination },
        { name: 'Connection', value: connection === null ? none : state(connection) },
        ...(connection === null
          ? []
          : [
              ...given('Error', connection.error),
              ...given('Scope needed', connection.needed),
              ...given('Scope provided', connection.provided),
              ...given('Workspace', connection.teamName ?? connection.teamId),
              ...given('Enterprise', connection.enterpriseName),
              ...given('Token type', connection.tokenType),
              ...given(
                'Scopes',
                connection.scopes.length > 0 ? connection.scopes.join(', ') : null,
              ),
              ...given('Webhook posts to', connection.webhookChannel),
              ...given('App', connection.appId),
              ...given('Bot user', connection.botUserId),
              ...given('Connected by', connection.authedUserId),
              ...given('Expires', expiry(connection)),
              ...given('Warning', connection.warning),
            ]),
      ]}
    />
  )
}

function state(connection: SlackConnection): string {
  if (connection.ok === false) return 'failed'
  if (!connection.hasAccessToken) return 'without an access token'
  return connection.ok === null ? 'state not told' : 'connected'
}

function expiry({ expiresInSeconds, hasRefreshToken }: SlackConnection): string | null {
  if (expiresInSeconds === null) return null
  const renewal = hasRefreshToken ? 'can be renewed' : 'and nothing to renew it with'
  return `${Math.round(expiresInSeconds / 3600)} h after it was issued, ${renewal}`
}
