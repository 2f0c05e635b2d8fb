import type { Reason, Verdict } from '#src/domain/reach.ts'
import type {
  Channels,
  Fingerprint,
  PushDevice,
  SlackConnection,
  WebPushSubscription,
} from '#src/domain/user.ts'

import { clampDepth } from './json-limits.ts'

// Field by field to the last leaf: a field that an adapter left on an object by mistake ends here.

export const presentFingerprint = ({ last4, hash }: Fingerprint): Fingerprint => ({ last4, hash })

export const presentReason = ({ code, field, detail }: Reason): Reason =>
  detail === undefined ? { code, field } : { code, field, detail: clampDepth(detail) }

const presentVerdict = ({ reach, reasons }: Verdict): Verdict => ({
  reach,
  reasons: reasons.map(presentReason),
})

const presentDevice = (device: PushDevice): PushDevice => ({
  ...presentVerdict(device),
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
  ...presentVerdict(subscription),
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
  warning: connection.warning,
})

/** A user's channels as the API answers them. */
export const presentChannels = ({ email, sms, push, webPush, slack }: Channels): Channels => ({
  email: {
    ...presentVerdict(email),
    suppression:
      email.suppression === null
        ? null
        : {
            reason: email.suppression.reason,
            details: clampDepth(email.suppression.details),
          },
  },
  sms: { ...presentVerdict(sms), country: sms.country, lineType: sms.lineType },
  push: { ...presentVerdict(push), devices: push.devices.map(presentDevice) },
  webPush: {
    ...presentVerdict(webPush),
    subscriptions: webPush.subscriptions.map(presentSubscription),
  },
  slack: {
    ...presentVerdict(slack),
    destination: slack.destination,
    form: slack.form,
    connection: slack.connection === null ? null : presentConnection(slack.connection),
  },
})
