import { askedOnce } from '#src/domain/asked-once.ts'
import type { Untold } from '#src/domain/told.ts'
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

/** A name without its sign, in the letters that Slack gives all names. */
const nameOf = (text: string | null): string | null =>
  text?.trim().replace(/^#/u, '').toLowerCase() ?? null

/** Whether the webhook of a connection posts to just this place, by name or id; it posts nowhere else. */
const isWebhookTo = (destination: string, connection: SlackConnection): boolean => {
  const { webhookChannel, webhookChannelId } = connection
  return [webhookChannel, webhookChannelId].some((one) => nameOf(one) === nameOf(destination))
}

const scopeAgainst = (connection: SlackConnection, isWebhook: boolean): readonly Weighed[] => {
  const { scopes, needed, provided } = connection
  const field = `${connectionField}.scopes`
  const given = wordsIn(provided)
  const missing = wordsIn(needed).filter((scope) => !given.includes(scope))
  if (missing.length > 0) {
    const detail = missing.join(',')
    return [blocks({ code: 'scope-missing', field: `${connectionField}.needed`, detail })]
  }
  // A webhook needs none of them.
  if (!connection.hasAccessToken && connection.webhookChannel !== null) return []
  if (scopes.length === 0 || scopes.some((scope) => postingScopes.has(scope))) return []
  const reason = { code: 'scope-missing', field, detail: 'chat:write' } as const
  // A webhook posts to its own channel without that scope.
  return [isWebhook ? risks(reason) : blocks(reason)]
}

// Where a token, or a webhook in its place, may have stood that could not be read.
const tokenPaths =
  /^slackToken\.(?:access_token|authed_user(?:\.access_token)?|incoming_webhook(?:\.channel(?:_id)?)?)$/u

type Circle = { readonly destination: string; readonly now: number }

/**
 * The access was granted when the record last changed at the latest: `expires_in` after that it is over.
 * Before, nobody can tell when it will be.
 */
const expiryAgainst = (
  { expiresInSeconds, hasRefreshToken, hasAccessToken }: SlackConnection,
  updatedAt: string | null,
  now: number,
  isWebhook: boolean,
): readonly Weighed[] => {
  if (expiresInSeconds === null || hasRefreshToken) return []
  const field = `${connectionField}.expiresInSeconds`
  const end = updatedAt === null ? Number.NaN : Date.parse(updatedAt) + expiresInSeconds * 1000
  if (!hasAccessToken || !(end < now))
    return [risks({ code: 'connection-lapses', field, detail: expiresInSeconds })]
  const reason = { code: 'connection-lapsed', field, detail: isoOf(end) } as const
  return [isWebhook ? risks(reason) : blocks(reason)]
}

/** Null for what is before or behind all that a Date can hold. */
const isoOf = (time: number): string | null => {
  const date = new Date(time)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

const connectionAgainst = (
  connection: SlackConnection,
  { malformed, updatedAt }: UserFacts,
  { destination, now }: Circle,
): readonly Weighed[] => {
  const found: Weighed[] = []
  const isWebhook = isWebhookTo(destination, connection)
  const hasNoToken = !connection.hasAccessToken && connection.webhookChannel === null
  const isTokenUnread = hasNoToken && malformed.some((path) => tokenPaths.test(path))
  if (connection.ok === false || connection.error !== null)
    found.push(
      blocks({ code: 'connection-failed', field: connectionField, detail: connection.error }),
    )
  else if (hasNoToken && !isTokenUnread)
    found.push(blocks({ code: 'no-access-token', field: connectionField }))
  if (!connection.hasAccessToken && connection.webhookChannel !== null && !isWebhook)
    found.push(
      blocks({
        code: 'webhook-elsewhere',
        field: `${connectionField}.webhookChannel`,
        detail: connection.webhookChannel,
      }),
    )
  // Slack always says whether all is well (contract NotificationAPI §4), and an unreadable error is one too.
  if (connection.ok === null || isTokenUnread || malformed.includes('slackToken.error'))
    found.push(unreadable(connectionField))
  found.push(
    ...scopeAgainst(connection, isWebhook),
    ...expiryAgainst(connection, updatedAt, now, isWebhook),
  )
  return found
}

// What programs write where nothing is, and a sign with nothing behind it.
const nowhere = /^[#@]?\s*(?:undefined|null|NaN|\[object \w+\])?$/u

const noDestination = absent({ code: 'no-destination', field: destinationField })
// The same for everybody, and a page has a thousand people.
const nowhereKnown = { destination: null, form: null, connection: null }
const nothing: SlackChannel = { ...noDestination, ...nowhereKnown }
const notTold = askedOnce((why: Untold): SlackChannel => ({
  ...unknown('slack-not-told', 'channels.slack', why),
  ...nowhereKnown,
}))

/** The verdict on Slack: a destination and a workspace connection that works are both needed. */
export const judgeSlack = (user: UserFacts, { now }: { readonly now: number }): SlackChannel => {
  const { slack } = user.facts
  if (!slack.told) return notTold(slack.why)
  const { destination, connection } = slack.value
  const known = connection.told ? connection.value : null
  if (destination === null && known === null) return nothing
  if (destination === null || destination.trim() === '')
    return { ...noDestination, destination, form: null, connection: known }
  if (nowhere.test(destination.trim()))
    return {
      ...weigh([blocks({ code: 'destination-malformed', field: destinationField })]),
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
  const found = connectionAgainst(known, user, { destination, now })
  return { ...weigh(found.length === 0 ? [present] : found), ...given }
}
