import type { Json } from '#src/domain/json.ts'

/** The channels that Rollcall judges, in the order in which they are always shown. */
export const channelNames = ['email', 'sms', 'push', 'webPush', 'slack'] as const
export type ChannelName = (typeof channelNames)[number]

/** What a channel can do for a user. `unknown`: the platform did not tell us, and we do not guess. */
export const reachValues = ['reachable', 'at-risk', 'blocked', 'absent', 'unknown'] as const
export type Reach = (typeof reachValues)[number]

/**
 * Every reason that a verdict or a note can rest on. Codes are stable: they appear in URLs, exports and
 * other people's scripts; `docs/reasons.md` says what each means and what its `detail` is.
 */
export const reasonCodes = [
  // Any channel.
  'switched-off',
  'opted-out',
  'opted-out-of-some',
  'opted-out-of-all',
  'field-unreadable',
  // Email.
  'address-present',
  'no-address',
  'address-malformed',
  'address-dotless',
  'suppressed-bounce',
  'suppressed-complaint',
  'suppression-stale',
  'complaint-stale',
  'suppression-not-told',
  // SMS; `address-present` and `no-address` serve here too.
  'number-not-e164',
  'number-american',
  'number-impossible',
  'number-invalid',
  'line-takes-no-sms',
  // Push.
  'no-device',
  'device-present',
  'devices-not-told',
  'apns-sandbox-in-production',
  'apns-production-in-test',
  'apns-environment-unrecognised',
  'apns-gateway-not-told',
  'apn-on-android',
  'apn-off-apple',
  'device-type-unrecognised',
  'token-form',
  'token-malformed',
  'token-repeated',
  'tokens-share-device',
  'unseen-for-long',
  'never-seen',
  // Web push.
  'no-subscription',
  'subscription-present',
  'subscriptions-not-told',
  'endpoint-unusable',
  'push-service-unrecognised',
  'keys-malformed',
  'subscription-repeated',
  // Slack.
  'no-destination',
  'destination-present',
  'destination-malformed',
  'destination-without-connection',
  'connection-failed',
  'connection-not-told',
  'no-access-token',
  'scope-missing',
  'connection-lapses',
  'connection-lapsed',
  'webhook-elsewhere',
  'slack-not-told',
  // The person.
  'only-an-id',
  'never-completed',
  'id-is-an-address',
  'no-timezone',
  'timezone-unrecognised',
  'locale-unrecognised',
  'email-shared',
  'phone-shared',
  'token-shared',
  // The way of a message; only `Why` has these.
  'test-environment',
  'switches-not-told',
  'activity-not-told',
  'nothing-sent',
  'nothing-among',
  'last-pending',
  'pending-for-long',
  'last-sent',
  'last-delivered',
  'last-failed',
  'last-skipped',
  'last-unrecognised',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/**
 * Why a verdict is what it is. `field` is the path of the domain field it rests on, `detail` what stood
 * there. Of `…-not-told`, `detail` is why it was not told (`Untold`).
 */
export type Reason = {
  readonly code: ReasonCode
  readonly field: string
  readonly detail?: Json
}

export type Verdict = { readonly reach: Reach; readonly reasons: readonly Reason[] }
