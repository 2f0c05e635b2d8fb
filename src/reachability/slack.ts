import type { SlackChannel, SlackConnection, SlackForm, UserFacts } from '#src/domain/user.ts'

import { absent, blocks, notes, risks, unknown, weigh, type Weighed } from './weigh.ts'

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

const scopeAgainst = (connection: SlackConnection): readonly Weighed[] => {
  const { scopes, needed, provided, webhookChannel } = connection
  const field = `${connectionField}.scopes`
  if (needed !== null && !(provided ?? '').split(/[\s,]+/u).includes(needed))
    return [blocks({ code: 'scope-missing', field: `${connectionField}.needed`, detail: needed })]
  if (scopes.length === 0 || scopes.some((scope) => postingScopes.has(scope))) return []
  const reason = { code: 'scope-missing', field, detail: 'chat:write' } as const
  // A webhook posts to its own channel without that scope.
  return [webhookChannel === null ? blocks(reason) : risks(reason)]
}

const connectionAgainst = (connection: SlackConnection): readonly Weighed[] => {
  const found: Weighed[] = []
  if (connection.ok === false || connection.error !== null)
    found.push(
      blocks({ code: 'connection-failed', field: connectionField, detail: connection.error }),
    )
  else if (!connection.hasAccessToken && connection.webhookChannel === null)
    found.push(blocks({ code: 'no-access-token', field: connectionField }))
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
export const judgeSlack = ({ facts: { slack } }: UserFacts): SlackChannel => {
  if (!slack.told)
    return {
      ...unknown('slack-not-told', 'channels.slack', slack.why),
      destination: null,
      form: null,
      connection: null,
    }
  const { destination, connection } = slack.value
  const known = connection.told ? connection.value : null
  if (destination === null || destination === '')
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
  const found = connectionAgainst(known)
  // A connection that says neither yes nor no arrived malformed: do not guess.
  if (known.ok === null && found.length === 0)
    return { reach: 'unknown', reasons: [present.reason], ...given }
  return { ...weigh(found.length === 0 ? [present] : found), ...given }
}
