import type { Json } from '#src/domain/json.ts'

/** The channels that Rollcall judges, in the order in which they are always shown. */
export const channelNames = ['email', 'sms', 'push', 'webPush', 'slack'] as const
export type ChannelName = (typeof channelNames)[number]

/** What a channel can do for a user. `unknown`: the platform did not tell us, and we do not guess. */
export const reachValues = ['reachable', 'at-risk', 'blocked', 'absent', 'unknown'] as const
export type Reach = (typeof reachValues)[number]

/** Every reason a verdict can rest on. Codes are stable: they appear in URLs, exports and other people's scripts. */
export const reasonCodes = [
  'address-present',
  'no-address',
  'address-malformed',
  'suppressed-bounce',
  'suppressed-complaint',
  'suppression-not-told',
  'number-not-e164',
  'no-device',
  'device-present',
  'devices-not-told',
  'no-subscription',
  'subscription-present',
  'subscriptions-not-told',
  'no-destination',
  'destination-present',
  'destination-without-connection',
  'connection-failed',
  'slack-not-told',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

/**
 * Why a verdict is what it is. `field` is the path of the domain field it rests on, `detail` what stood
 * there. Of a `…-not-told` on push, web push and Slack, `detail` is why it was not told (`Untold`).
 */
export type Reason = {
  readonly code: ReasonCode
  readonly field: string
  readonly detail?: Json
}

export type Verdict = { readonly reach: Reach; readonly reasons: readonly Reason[] }
