import * as z from 'zod'

import { isoMilliseconds } from '#src/emulator/instants.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import { Failure } from './failures.ts'
import { isKnownEnvironment } from './present.ts'
import type { PushToken, User, WebPushToken } from './wire.ts'

const text = () => z.string().exactOptional()
const texts = () => z.array(z.string()).exactOptional()
const named = () => z.object({ id: text(), name: text() }).exactOptional()

const device = z.object({
  device_id: z.string().min(1),
  app_id: text(),
  ad_id: text(),
  platform: text(),
  manufacturer: text(),
  model: text(),
})

const pushToken = z.object({
  type: z.enum(['FCM', 'APN']),
  token: z.string().min(1),
  device,
  environment: text(),
})

const webPushToken = z.object({
  sub: z.object({
    endpoint: z.string().min(1),
    keys: z.object({ p256dh: z.string(), auth: z.string() }),
  }),
})

const slackToken = z.object({
  ok: z.boolean(),
  access_token: text(),
  app_id: text(),
  authed_user: z
    .object({
      access_token: text(),
      expires_in: z.number().exactOptional(),
      id: text(),
      refresh_token: text(),
      scope: text(),
      token_type: text(),
    })
    .exactOptional(),
  bot_user_id: text(),
  enterprise: named(),
  error: text(),
  expires_in: z.number().exactOptional(),
  incoming_webhook: z
    .object({ channel: text(), channel_id: text(), configuration_url: text(), url: text() })
    .exactOptional(),
  is_enterprise_install: z.boolean().exactOptional(),
  needed: text(),
  provided: text(),
  refresh_token: text(),
  scope: text(),
  team: named(),
  token_type: text(),
  warning: text(),
  response_metadata: z
    .object({
      warnings: texts(),
      next_cursor: text(),
      scopes: texts(),
      acceptedScopes: texts(),
      retryAfter: z.number().exactOptional(),
      messages: texts(),
    })
    .exactOptional(),
})

/** `UserWrite` (§4): what a POST may set. Fields that it does not name are dropped. */
const schema = z.object({
  id: text(),
  email: text(),
  number: text(),
  pushTokens: z.array(pushToken).exactOptional(),
  webPushTokens: z.array(webPushToken).exactOptional(),
  timezone: text(),
  slackChannel: text(),
  slackToken: slackToken.exactOptional(),
})

const clearable = [
  'email',
  'number',
  'pushTokens',
  'webPushTokens',
  'timezone',
  'slackChannel',
  'slackToken',
] as const satisfies readonly (keyof User)[]

const readOnly = new Set(['lastSeenTime', 'updatedAt', 'createdAt', 'emailSuppressionStatus'])

export type UserWrite = {
  readonly given: Omit<z.infer<typeof schema>, 'id'>
  readonly cleared: readonly (typeof clearable)[number][]
}

/** Reads the body of a POST on a user (§4, §11). Fails with 400 naming the first bad field. */
export const readUserWrite = (
  id: string,
  body: unknown,
  switches: Pick<
    NotificationapiSwitches,
    'otherBodyId' | 'readOnlyWrites' | 'otherTokenEnvironment'
  >,
): UserWrite => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Failure(400, 'the body must be a JSON object', 'send the fields of the user')
  }
  const fields = Object.entries(body)
  const locked = fields.find(([field]) => readOnly.has(field))
  if (locked !== undefined && switches.readOnlyWrites === 'refuse') {
    throw new Failure(400, `${locked[0]} is read-only`, 'leave it out')
  }
  // Null is not a value of any field but a way to be rid of one, so it is taken out before reading.
  const rest = Object.fromEntries(fields.filter(([, value]) => value !== null))
  const parsed = schema.safeParse(rest)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new Failure(400, `${path} is not valid`, 'see the schema of a user')
  }
  const { id: bodyId, ...given } = parsed.data
  if (bodyId !== undefined && bodyId !== id && switches.otherBodyId === 'refuse') {
    throw new Failure(400, 'id is not the one in the path', 'leave id out of the body')
  }
  if (
    switches.otherTokenEnvironment === 'refuse' &&
    given.pushTokens?.some(({ environment }) => !isKnownEnvironment(environment))
  ) {
    throw new Failure(400, 'pushTokens have an unknown environment', 'send production or sandbox')
  }
  const nulls = new Set(fields.filter(([, value]) => value === null).map(([field]) => field))
  return { given, cleared: clearable.filter((field) => nulls.has(field)) }
}

export type MergeSwitches = Pick<
  NotificationapiSwitches,
  'tokenWrites' | 'nullWrites' | 'absentWrites' | 'slackTokenWrites' | 'newEmailLiftsSuppression'
>

/**
 * A user after a POST at `at` (epoch ms), by the merge rules of §11: given fields replace, absent ones
 * stay, null clears; tokens merge, since each device sends only its own.
 */
export const mergeUser = (
  before: User | undefined,
  id: string,
  { given, cleared }: UserWrite,
  at: number,
  switches: MergeSwitches,
): User => {
  const { tokenWrites, nullWrites, absentWrites, slackTokenWrites } = switches
  const time = isoMilliseconds(at)
  const next: User = {
    ...(before ?? { createdAt: time }),
    ...given,
    id,
    updatedAt: time,
    lastSeenTime: time,
  }
  if (tokenWrites === 'merge') {
    setTokens(next, {
      pushTokens: mergeBy(before?.pushTokens, given.pushTokens, deviceKey),
      webPushTokens: mergeBy(before?.webPushTokens, given.webPushTokens, endpointKey),
    })
  } else {
    setTokens(next, {
      pushTokens: next.pushTokens ?? [],
      webPushTokens: next.webPushTokens ?? [],
    })
  }
  if (slackTokenWrites === 'merge' && given.slackToken !== undefined) {
    next.slackToken = { ...before?.slackToken, ...given.slackToken }
  }
  if (nullWrites === 'clear') for (const field of cleared) delete next[field]
  if (absentWrites === 'clear') {
    for (const field of clearable) if (given[field] === undefined) delete next[field]
  }
  if (switches.newEmailLiftsSuppression && next.email !== before?.email)
    delete next.emailSuppressionStatus
  return next
}

/** Sets both lists, where empty ones are omitted (§11). */
const setTokens = (
  user: User,
  lists: { readonly pushTokens: PushToken[]; readonly webPushTokens: WebPushToken[] },
): void => {
  delete user.pushTokens
  delete user.webPushTokens
  if (lists.pushTokens.length > 0) user.pushTokens = lists.pushTokens
  if (lists.webPushTokens.length > 0) user.webPushTokens = lists.webPushTokens
}

const deviceKey = ({ type, device: { device_id: id } }: PushToken) => `${type} ${id}`
const endpointKey = ({ sub }: WebPushToken) => sub.endpoint

/** The old ones that no new one stands for, then the new; of two new ones alike, the last. */
const mergeBy = <T>(
  old: readonly T[] = [],
  fresh: readonly T[] = [],
  keyOf: (token: T) => string,
): T[] => {
  const keyed = new Map(fresh.map((token) => [keyOf(token), token]))
  return [...old.filter((token) => !keyed.has(keyOf(token))), ...keyed.values()]
}
