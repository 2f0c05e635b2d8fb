import * as z from 'zod'
import { each, fields, open, secret } from '#src/platforms/redact.ts'

// What the platform sends (contract NotificationAPI §4). Every field is optional here, whatever the
// contract promises: a field that breaks its promise becomes absent and costs nothing else (checks
// B02). Unknown fields are not in these schemas; they are taken from the record itself.

const text = z.string().nullish()
const number = z.number().nullish()
const flag = z.boolean().nullish()
// Elements are read one by one, so that one bad device costs no other.
const list = z.array(z.unknown()).nullish()

export const wireUser = z.object({
  email: text,
  number: text,
  timezone: text,
  pushTokens: list,
  webPushTokens: list,
  slackChannel: text,
  slackToken: z.object({}).nullish(),
  lastSeenTime: text,
  updatedAt: text,
  createdAt: text,
  emailSuppressionStatus: z.object({}).nullish(),
})

export const wirePushToken = z.object({
  type: text,
  token: text,
  environment: text,
  device: z
    .object({
      device_id: text,
      app_id: text,
      ad_id: text,
      platform: text,
      manufacturer: text,
      model: text,
    })
    .nullish(),
})

export const wireWebPushToken = z.object({
  sub: z
    .object({
      endpoint: text,
      keys: z.object({ p256dh: text, auth: text }).nullish(),
    })
    .nullish(),
})

const named = z.object({ id: text, name: text }).nullish()

export const wireSlackToken = z.object({
  ok: flag,
  access_token: text,
  app_id: text,
  bot_user_id: text,
  error: text,
  needed: text,
  provided: text,
  refresh_token: text,
  scope: text,
  token_type: text,
  warning: text,
  expires_in: number,
  enterprise: named,
  team: named,
  authed_user: z
    .object({
      access_token: text,
      id: text,
      refresh_token: text,
      scope: text,
      token_type: text,
      expires_in: number,
    })
    .nullish(),
  incoming_webhook: z.object({ channel: text, channel_id: text }).nullish(),
})

export const wireSuppression = z.object({
  reason: z.enum(['Bounce', 'Complaint']).nullish(),
  details: z.unknown().optional(),
})

/** Fields of a user that have a place of their own in the domain. */
export const knownFields: ReadonlySet<string> = new Set(['id', ...Object.keys(wireUser.shape)])

const pushKeys = fields({ p256dh: secret, auth: secret })
const slackUser = fields({
  access_token: secret,
  refresh_token: secret,
  token_type: open,
  id: open,
  scope: open,
  expires_in: open,
})

/** Where the secrets of a user are (contract NotificationAPI §10, "Never show or store in clear"). */
export const userSpec = fields({
  id: open,
  emailSuppressionStatus: open,
  pushTokens: each(fields({ token: secret, type: open, environment: open, device: open })),
  // The second form, without `sub`, is not in the contract; a subscription must not leak if it comes.
  webPushTokens: each(
    fields({
      sub: fields({ endpoint: secret, keys: pushKeys }),
      endpoint: secret,
      keys: pushKeys,
    }),
  ),
  slackToken: fields({
    access_token: secret,
    refresh_token: secret,
    token_type: open,
    authed_user: slackUser,
    incoming_webhook: fields({
      channel: open,
      channel_id: open,
      url: secret,
      configuration_url: secret,
    }),
  }),
})
