import type { SlackChannel, SlackConnection } from '#src/domain/user.ts'
import { type Fact, Facts, given } from './facts.tsx'
import { drawer } from '#src/web/words/drawer.ts'

const { slack: words } = drawer

/** Where Slack messages go and what is known of the workspace's connection. Tokens are said to exist, never shown. */
export function SlackFacts({ slack }: { readonly slack: SlackChannel }) {
  const { destination, form, connection, reasons } = slack
  const told = reasons.every(({ code }) => !code.endsWith('-not-told'))
  const none = told ? words.none : words.own
  const written = form === null ? words.several : words.forms[form]
  return (
    <Facts
      rows={[
        { name: words.destination, value: destination },
        ...given([{ name: words.which, value: destination === null ? null : written }]),
        { name: words.connection, value: connection === null ? none : state(connection) },
        ...(connection === null ? [] : given(factsOf(connection))),
      ]}
    />
  )
}

const factsOf = (connection: SlackConnection): readonly Fact[] => [
  { name: words.error, value: connection.error },
  { name: words.needed, value: connection.needed },
  { name: words.provided, value: connection.provided },
  { name: words.workspace, value: connection.teamName ?? connection.teamId },
  {
    name: words.workspaceId,
    value: connection.teamName === null ? null : connection.teamId,
    mono: true,
  },
  { name: words.enterprise, value: connection.enterpriseName },
  { name: words.tokenType, value: connection.tokenType },
  { name: words.scopes, value: connection.scopes.join(', ') },
  { name: words.webhook, value: connection.webhookChannel },
  { name: words.app, value: connection.appId, mono: true },
  { name: words.bot, value: connection.botUserId, mono: true },
  { name: words.connectedBy, value: connection.authedUserId, mono: true },
  { name: words.expires, value: expiry(connection) },
  { name: words.warning, value: connection.warning },
]

function state(connection: SlackConnection): string {
  if (connection.ok === false) return words.failed
  if (!connection.hasAccessToken) return words.noToken
  return connection.ok === null ? words.untold : words.connected
}

function expiry({ expiresInSeconds, hasRefreshToken }: SlackConnection): string | null {
  if (expiresInSeconds === null) return null
  const hours = Math.round(expiresInSeconds / 3600)
  return hasRefreshToken ? words.renewable(hours) : words.final(hours)
}
