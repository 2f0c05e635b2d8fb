import type { InstantRange } from '#src/domain/filters.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { Fetch } from '#src/platforms/attempt.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { PlatformError, type Fingerprinter } from '#src/platforms/platform.ts'

/** What an adapter runs on. */
export type PlatformDeps = {
  /** The id of the environment, as configured in Rollcall. */
  readonly environment: string
  readonly fetch: Fetch
  readonly fingerprint: Fingerprinter
  readonly clock: Clock
  /** From 0 to below 1. */
  readonly random: () => number
  /** How often the platform may be asked, above 0; null or left out: no limit of ours. */
  readonly requestsPerSecond?: number | null
}

/** What somebody who waits may have to wait, whatever is asked (checks §2.0). */
export const interactiveMs = 15_000
/** And what the questions beside a user may, all together: the user is there long before, and must not wait for them. */
export const asideMs = 4000

/** The answer when nobody can match, so that nobody needs to be asked. */
export const nobody: UserPage<UserFacts> = {
  users: [],
  page: { after: null, before: null },
  coverage: { scanned: 0, matched: 0, complete: true },
  warnings: [],
}

export const hasRange = ({ after, before }: InstantRange): boolean =>
  after !== null || before !== null

/** No instant lies in it. */
export const isEmptyRange = ({ after, before }: InstantRange): boolean =>
  after !== null && before !== null && after >= before

/** Whether the instant (ISO 8601, or null when unknown) lies in the range; an unknown one never does. */
export function isWithin(instant: string | null, { after, before }: InstantRange): boolean {
  if (instant === null) return false
  const at = Date.parse(instant)
  return (after === null || at >= after) && (before === null || at < before)
}

/**
 * For `catch`: no such user is an answer, every other failure goes on. NotificationAPI has no 404 for
 * this call, since every id exists implicitly, but its meaning would be plain (contracts
 * NotificationAPI §3 and §6, Notiflows §5).
 */
export function nullIfNotFound(error: unknown): null {
  if (error instanceof PlatformError && error.status === 404) return null
  throw error
}

/** An answer without an id, of which nobody can tell whose record it is. */
export const notAUser = (): PlatformError =>
  new PlatformError('platform-bad-response', "The platform's answer is not a user", { status: 200 })
