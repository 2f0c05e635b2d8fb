import type { ActivityPage } from '#src/domain/activity.ts'
import type { Capabilities, PlatformName } from '#src/domain/environment.ts'
import type { InstantRange } from '#src/domain/filters.ts'
import type { Json } from '#src/domain/json.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import type { Told, ToldList } from '#src/domain/told.ts'
import type { Fingerprint, UserFacts } from '#src/domain/user.ts'

export type ListRequest = {
  /** How many users are wanted, 1 to 1000. A page may be shorter or, where the platform insists, longer. */
  readonly limit: number
  /** Of their creation. The platform filters where it can, else the adapter does. */
  readonly created: InstantRange
  /**
   * Whether a user is wanted, for what no platform can filter: the adapter reads through the list and
   * asks this of everybody created in the range. Given, the list goes forward only.
   */
  readonly match?: ((user: UserFacts) => boolean) | undefined
  /**
   * Where to go on: a position that this platform gave earlier, or null for the beginning. Only the
   * adapter that minted it looks inside.
   */
  readonly from: { readonly direction: 'after' | 'before'; readonly position: string } | null
  readonly signal: AbortSignal
}

export type UserDetail = {
  readonly user: UserFacts
  /** The record as it arrived, every secret replaced by its fingerprint or dropped. */
  readonly raw: Json
  readonly preferences: ToldList<Preference>
  readonly subscriptions: ToldList<TopicSubscription>
}

export type ActivityRequest = {
  readonly id: string
  /** How many rows are wanted, 1 to 100. */
  readonly limit: number
  /** A position that this platform gave earlier, or null for the newest. */
  readonly after: string | null
  readonly signal: AbortSignal
}

/** The channels that a whole environment has switched off (contract NotificationAPI §4, `disableSending`). */
export type EnvironmentSwitches = {
  /** As they were last read, without asking anybody. */
  readonly known: () => Told<readonly ChannelName[]>
  /** Asks when that was a while ago. Never fails for the platform's sake: it is "not told" then. */
  readonly read: (signal: AbortSignal) => Promise<Told<readonly ChannelName[]>>
}

/**
 * What every notification platform looks like from Rollcall. An adapter holds the credential and adds
 * it last; nothing it returns contains a secret. Every failure is a PlatformError.
 */
export type Platform = {
  readonly name: PlatformName
  readonly capabilities: Capabilities
  listUsers(request: ListRequest): Promise<UserPage<UserFacts>>
  /** Null when the platform says that there is no such user. */
  getUser(id: string, signal: AbortSignal): Promise<UserDetail | null>
  readonly switches: EnvironmentSwitches
  /** What was sent to one user, newest first. Null when the platform says that there is no such user. */
  listActivity(request: ActivityRequest): Promise<Told<ActivityPage> | null>
}

/** Makes a fingerprint of a secret under the process's own key. */
export type Fingerprinter = (secret: string) => Fingerprint

export type PlatformErrorCode =
  | 'platform-unreachable'
  | 'platform-timeout'
  | 'platform-bad-response'
  | 'platform-unauthorized'
  | 'platform-rejected'
  | 'platform-rate-limited'
  | 'platform-failed'
  | 'bad-cursor'
  | 'cursor-loop'

/**
 * Why a platform gave no usable answer. Carries no request, no header and no body, so that whatever
 * prints it cannot leak; `cause` is deliberately never set.
 */
export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly code: PlatformErrorCode
  /** The HTTP status of the platform's answer, or null when none came. */
  readonly status: number | null
  /** The platform's own error code and request id, where it gave them and they look like ones. */
  readonly platformCode: string | null
  readonly platformRequestId: string | null
  /** What a 404 did not find, in the platform's word, or null. */
  readonly missing: string | null
  readonly retryAfterMs: number | null
  constructor(
    code: PlatformErrorCode,
    message: string,
    more: {
      status?: number | null
      platformCode?: string | null
      platformRequestId?: string | null
      missing?: string | null
      retryAfterMs?: number | null
    } = {},
  ) {
    super(message)
    this.code = code
    this.status = more.status ?? null
    this.platformCode = more.platformCode ?? null
    this.platformRequestId = more.platformRequestId ?? null
    this.missing = more.missing ?? null
    this.retryAfterMs = more.retryAfterMs ?? null
  }
}
