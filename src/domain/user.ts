import type { Json } from '#src/domain/json.ts'
import type { Reason, Verdict } from '#src/domain/reach.ts'
import type { Told } from '#src/domain/told.ts'

/**
 * Stands in for a secret. `hash` is keyed, so equal secrets compare equal and none can be recovered;
 * `last4` is empty for secrets too short to give four characters away.
 */
export type Fingerprint = { readonly last4: string; readonly hash: string }

export type EmailSuppression = {
  readonly reason: 'Bounce' | 'Complaint'
  /** The platform's own words, untyped in its documentation: known keys are shown, unknown ones kept. */
  readonly details: Json
}

/** A device as a platform tells of it, before any judgement. */
export type DeviceFacts = {
  /** FCM or APN, as the platform spells it; other words are passed through. */
  readonly type: string
  readonly token: Fingerprint
  /**
   * `apns`: 32 bytes or more in hexadecimal, as Apple hands them out. `malformed`: what is no token of
   * anybody. Anything else, FCM's too: `other`.
   */
  readonly tokenForm: 'apns' | 'malformed' | 'other'
  readonly deviceId: string | null
  readonly appId: string | null
  readonly adId: string | null
  readonly platform: string | null
  readonly manufacturer: string | null
  readonly model: string | null
  /**
   * Which of Apple's push gateways the token belongs to. Null for anything but APN. An absent
   * environment and the literal word "undefined" mean Apple's sandbox (contract NotificationAPI §10).
   * `not-told`: on this platform it is a property of the channel that no API tells (contract Notiflows §8).
   */
  readonly apnsEnvironment: 'production' | 'sandbox' | 'unrecognised' | 'not-told' | null
  /** The environment word exactly as it arrived, or null when there was none. */
  readonly environmentRaw: string | null
}

/** A device with a verdict of its own. */
export type PushDevice = DeviceFacts & Verdict

/** A browser's subscription as a platform tells of it, before any judgement. */
export type SubscriptionFacts = {
  /** Scheme and host of the endpoint, which name the push service. The rest of the URL is a secret. */
  readonly origin: string | null
  readonly service: string | null
  /** The browsers that use this service, in words; null where the service is not known. */
  readonly browser: string | null
  readonly endpoint: Fingerprint
  /** Whether `p256dh` decodes to an uncompressed point on P-256, and `auth` to 16 bytes. */
  readonly keys: { readonly p256dh: boolean; readonly auth: boolean }
}

/** A subscription with a verdict of its own. */
export type WebPushSubscription = SubscriptionFacts & Verdict

export type SlackConnection = {
  readonly ok: boolean | null
  readonly error: string | null
  readonly needed: string | null
  readonly provided: string | null
  readonly scopes: readonly string[]
  readonly tokenType: string | null
  readonly hasAccessToken: boolean
  readonly hasRefreshToken: boolean
  readonly expiresInSeconds: number | null
  readonly teamId: string | null
  readonly teamName: string | null
  readonly enterpriseName: string | null
  readonly appId: string | null
  readonly botUserId: string | null
  readonly authedUserId: string | null
  /** By its name or, without one, its id. */
  readonly webhookChannel: string | null
  readonly webhookChannelId: string | null
  readonly warning: string | null
}

/** Who a user is, apart from how to reach them. Times are ISO 8601 UTC with milliseconds. */
export type Profile = {
  /** The id of the environment, as configured in Rollcall. */
  readonly environment: string
  /** The application's own id: NotificationAPI `id`, Notiflows `external_id`. */
  readonly id: string
  /** The platform's internal id, where it has one. */
  readonly platformId: string | null
  readonly name: string | null
  readonly avatarUrl: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly locale: string | null
  readonly timezone: string | null
  readonly createdAt: string | null
  readonly updatedAt: string | null
  readonly lastSeenAt: string | null
  /** custom_fields, and every field of the wire that has no place of its own here. Secrets are gone. */
  readonly attributes: Readonly<Record<string, Json>>
  /** Paths of fields that arrived in a shape that could not be read; the rest of the record is intact. */
  readonly malformed: readonly string[]
}

export type SlackFacts = {
  readonly destination: string | null
  /**
   * The person's own connection to a workspace, null when there is none. Not told where the connection
   * is the project's instead of the person's (contract Notiflows §3): then null would say too much.
   */
  readonly connection: Told<SlackConnection | null>
}

/** What a platform told about a user's channels, before any judgement, or why it did not. */
export type ChannelFacts = {
  /** `undefined` where the platform never tells, null where it tells that there is none. */
  readonly suppression: EmailSuppression | null | undefined
  readonly devices: Told<readonly DeviceFacts[]>
  readonly subscriptions: Told<readonly SubscriptionFacts[]>
  readonly slack: Told<SlackFacts>
}

/** A user as a platform adapter gives it: facts only. Reachability adds the verdicts. */
export type UserFacts = Profile & { readonly facts: ChannelFacts }

export type EmailChannel = Verdict & { readonly suppression: EmailSuppression | null }
/** What a number is used for, as its country's plan has it. Null where the plan does not say. */
export type LineType =
  | 'mobile'
  | 'fixed-line'
  | 'fixed-line-or-mobile'
  | 'voip'
  | 'toll-free'
  | 'premium-rate'
  | 'shared-cost'
  | 'personal'
  | 'pager'
  | 'uan'
  | 'voicemail'
/** `country`: ISO 3166-1 alpha-2, from the number itself. */
export type SmsChannel = Verdict & {
  readonly country: string | null
  readonly lineType: LineType | null
}
export type PushChannel = Verdict & { readonly devices: readonly PushDevice[] }
export type WebPushChannel = Verdict & { readonly subscriptions: readonly WebPushSubscription[] }
/** How a Slack destination is written: an id of a channel, of a person or of a direct message, or a name. */
export type SlackForm = 'channel-id' | 'user-id' | 'dm-id' | 'channel-name' | 'user-name' | 'name'
export type SlackChannel = Verdict & {
  readonly destination: string | null
  /** Null without a destination, and where there are several. */
  readonly form: SlackForm | null
  readonly connection: SlackConnection | null
}

export type Channels = {
  readonly email: EmailChannel
  readonly sms: SmsChannel
  readonly push: PushChannel
  readonly webPush: WebPushChannel
  readonly slack: SlackChannel
}

/**
 * One person as a platform knows them, with a verdict on each channel. `notes` are what an operator
 * should know of the person and of no channel: that they were never completed, say.
 */
export type User = Profile & { readonly channels: Channels; readonly notes: readonly Reason[] }
