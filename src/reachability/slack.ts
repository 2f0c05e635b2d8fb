import type { SlackChannel, SlackConnection, SlackForm, UserFacts } from '#src/domain/user.ts'

import { absent, blocks, notes, risks, unknown, unreadable, weigh, type Weighed } from './weigh.ts'

const destinationField = 'channels.slack.destination'
const connectionField = 'channels.slack.connection'

const forms: readonly (readonly [RegExp, SlackForm])[] = [
  [/^[CG][A-Z0-9]{7,}$/u, 'channel-id'],
  [/^[UW][A-Z0-9]{7,}$/u, 'user-id'],
  [/^D[A-Z0-9]{7,}$/u, 'dm-id'],
  [/^#./u, 'channel-name'],
  [/^@./u, 'user-name'],
]

/** How a destination is written (contract NotificationAPI §4, `slackChannel`); null for several at once. */
export const slackFormOf = (destination: string): SlackForm | null => {
  if (destination.includes(',')) return null
  return forms.find(([shape]) => shape.test(destination))?.[1] ?? 'name'
}

// Slack's scopes that let an app post: today's, the two that older apps still have, and classic bots.
const postingScopes: ReadonlySet<string> = new Set([
  'chat:write',
  'chat:write:bot',
  'chat:write:user',
  'bot',
])

/** Slack writes several scopes in one text, by commas. */
const wordsIn = (text: string | null): readonly string[] =>
  (text ?? '').split(/[\s,]+/u).filter((word) => word !== '')

const scopeAgainst = (connection: SlackConnection): readonly Weighed[] => {
  const { scopes, needed, provided, webhookChannel } = connection
  const field = `${connectionField}.scopes`
  const given = wordsIn(provided)
  const missing = wordsIn(needed).filter((scope) => !given.includes(scope))
  if (missing.length > 0) {
    const detail = missing.join(',')
    return [blocks({ code: 'scope-missing', field: `${connectionField}.needed`, detail })]
  }
  if (scopes.length === 0 || scopes.some((scope) => postingScopes.has(scope))) return []
  const reason = { code: 'scope-missing', field, detail: 'chat:write' } as const
  // A webhook posts to its own channel without that scope.
  return [webhookChannel === null ? blocks(reason) : risks(reason)]
}

// Where a token, or a webhook in its place, may have stood that could not be read.
const tokenPaths =
  /^slackToken\.(?:access_token|authed_user(?:\.access_token)?|incoming_webhook(?:\.channel(?:_id)?)?)$/u

const connectionAgainst = (
  connection: SlackConnection,
  malformed: readonly string[],
): readonly Weighed[] => {
  const found: Weighed[] = []
  const hasNoToken = !connection.hasAccessToken && connection.webhookChannel === null
  const isTokenUnread = hasNoToken && malformed.some((path) => tokenPaths.test(path))
  if (connection.ok === false || connection.error !== null)
    found.push(
      blocks({ code: 'connection-failed', field: connectionField, detail: connection.error }),
    )
  else if (hasNoToken && !isTokenUnread)
    found.push(blocks({ code: 'no-access-token', field: connectionField }))
  // Slack always says whether all is well (contract NotificationAPI §4), and an unreadable error is one too.
  if (connection.ok === null || isTokenUnread || malformed.includes('slackToken.error'))
    found.push(unreadable(connectionField))
  found.push(...scopeAgainst(connection))
  if (connection.expiresInSeconds !== null && !connection.hasRefreshToken)
    found.push(
      risks({
        code: 'connection-lapses',
        field: `${connectionField}.expiresInSeconds`,
        detail: connection.expiresInSeconds,
      }),
    )
  return found
}

/** The verdict on Slack: a destination and a workspace connection that works are both needed. */
export const judgeSlack = ({ facts: { slack }, malformed }: UserFacts): SlackChannel => {
  if (!slack.told)
    return {
      ...unknown('slack-not-told', 'channels.slack', slack.why),
      destination: null,
      form: null,
      connection: null,
    }
  const { destination, connection } = slack.value
  const known = connection.told ? connection.value : null
  if (destination === null || destination.trim() === '')
    return {
      ...absent({ code: 'no-destination', field: destinationField }),
      destination,
      form: null,
      connection: known,
    }
  const form = slackFormOf(destination)
  const given = { destination, form, connection: known }
  const present = notes({ code: 'destination-present', field: destinationField, detail: form })
  if (!connection.told)
    // The connection is the project's, as its mail server is, and the person has done their part:
    // judged like an address on a platform that tells no suppression, with the same reserve said.
    return {
      ...weigh([
        present,
        notes({ code: 'connection-not-told', field: connectionField, detail: connection.why }),
      ]),
      ...given,
    }
  if (known === null)
    return {
      ...weigh([blocks({ code: 'destination-without-connection', field: connectionField })]),
      ...given,
    }
  const found = connectionAgainst(known, malformed)
  return { ...weigh(found.length === 0 ? [present] : found), ...given }
}
