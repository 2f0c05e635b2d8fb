import type { SlackChannel, SlackConnection, SlackForm } from '#src/domain/user.ts'
import { type Fact, Facts, given } from './facts.tsx'

const forms: Readonly<Record<SlackForm, string>> = {
  'channel-id': 'the id of a channel',
  'user-id': 'the id of a person, who gets a direct message',
  'dm-id': 'the id of a direct conversation',
  'channel-name': 'the name of a channel',
  'user-name': 'the name of a person, who gets a direct message',
  name: 'a name, of a channel or of a person',
}

/** Where Slack messages go and what is known of the workspace's connection. Tokens are said to exist, never shown. */
export function SlackFacts({ slack }: { readonly slack: SlackChannel }) {
  const { destination, form, connection, reasons } = slack
  const told = reasons.every(({ code }) => !code.endsWith('-not-told'))
  const none = told ? 'none' : 'the project’s own, which the platform does not tell'
  const written = form === null ? 'several at once' : forms[form]
  return (
    <Facts
      rows={[
        { name: 'Destination', value: destination },
        ...given([{ name: 'Which is', value: destination === null ? null : written }]),
        { name: 'Connection', value: connection === null ? none : state(connection) },
        ...(connection === null ? [] : given(factsOf(connection))),
      ]}
    />
  )
}

const factsOf = (connection: SlackConnection): readonly Fact[] => [
  { name: 'Error', value: connection.error },
  { name: 'Scope needed', value: connection.needed },
  { name: 'Scope provided', value: connection.provided },
  { name: 'Workspace', value: connection.teamName ?? connection.teamId },
  {
    name: 'Workspace id',
    value: connection.teamName === null ? null : connection.teamId,
    mono: true,
  },
  { name: 'Enterprise', value: connection.enterpriseName },
  { name: 'Token type', value: connection.tokenType },
  { name: 'Scopes', value: connection.scopes.join(', ') },
  { name: 'Webhook posts to', value: connection.webhookChannel },
  { name: 'App', value: connection.appId, mono: true },
  { name: 'Bot user', value: connection.botUserId, mono: true },
  { name: 'Connected by', value: connection.authedUserId, mono: true },
  { name: 'Expires', value: expiry(connection) },
  { name: 'Warning', value: connection.warning },
]

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
