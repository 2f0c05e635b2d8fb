import type { Reason } from '#src/domain/reach.ts'
import type {
  Channels,
  Fingerprint,
  PushDevice,
  SlackConnection,
  WebPushSubscription,
} from '#src/domain/user.ts'

import { clampDepth } from './json-limits.ts'

// Field by field to the last leaf: a field that an adapter left on an object by mistake ends here. Written
// out, because spreading costs more than all else in a page of a thousand. The reasons of a verdict, and the
// whole one on SMS, are given on as they are: reachability makes them itself, of codes, counts and texts.

export const presentFingerprint = ({ last4, hash }: Fingerprint): Fingerprint => ({ last4, hash })

export const presentReason = ({ code, field, detail }: Reason): Reason =>
  detail === undefined ? { code, field } : { code, field, detail: clampDepth(detail) }

const presentDevice = (device: PushDevice): PushDevice => ({
  reach: device.reach,
  reasons: device.reasons,
  type: device.type,
  token: presentFingerprint(device.token),
  tokenForm: device.tokenForm,
  deviceId: device.deviceId,
  appId: device.appId,
  adId: device.adId,
  platform: device.platform,
  manufacturer: device.manufacturer,
  model: device.model,
  apnsEnvironment: device.apnsEnvironment,
  environmentRaw: device.environmentRaw,
})

const presentSubscription = (subscription: WebPushSubscription): WebPushSubscription => ({
  reach: subscription.reach,
  reasons: subscription.reasons,
  origin: subscription.origin,
  service: subscription.service,
  browser: subscription.browser,
  endpoint: presentFingerprint(subscription.endpoint),
  keys: { p256dh: subscription.keys.p256dh, auth: subscription.keys.auth },
})

const presentConnection = (connection: SlackConnection): SlackConnection => ({
  ok: connection.ok,
  error: connection.error,
  needed: connection.needed,
  provided: connection.provided,
  scopes: connection.scopes,
  tokenType: connection.tokenType,
  hasAccessToken: connection.hasAccessToken,
  hasRefreshToken: connection.hasRefreshToken,
  expiresInSeconds: connection.expiresInSeconds,
  teamId: connection.teamId,
  teamName: connection.teamName,
  enterpriseName: connection.enterpriseName,
  appId: connection.appId,
  botUserId: connection.botUserId,
  authedUserId: connection.authedUserId,
  webhookChannel: connection.webhookChannel,
  webhookChannelId: connection.webhookChannelId,
  warning: connection.warning,
})

/** A user's channels as the API answers them. */
export const presentChannels = ({ email, sms, push, webPush, slack }: Channels): Channels => ({
  email: {
    reach: email.reach,
    reasons: email.reasons,
    suppression:
      email.suppression === null
        ? null
        : {
            reason: email.suppression.reason,
            details: clampDepth(email.suppression.details),
          },
  },
  sms,
  push: {
    reach: push.reach,
    reasons: push.reasons,
    devices: push.devices.map(presentDevice),
  },
  webPush: {
    reach: webPush.reach,
    reasons: webPush.reasons,
    subscriptions: webPush.subscriptions.map(presentSubscription),
  },
  slack: {
    reach: slack.reach,
    reasons: slack.reasons,
    destination: slack.destination,
    form: slack.form,
    connection: slack.connection === null ? null : presentConnection(slack.connection),
  },
})
