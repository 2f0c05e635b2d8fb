import type { Environment } from '#src/domain/environment.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { type ListRequest, type Platform, PlatformError } from '#src/platforms/platform.ts'
import type { Circumstances } from '#src/reachability/judge.ts'

import { asksNothing, matchOf } from './match.ts'
import type { Narrowing } from './params.ts'
import { platformProblem } from './platform-problem.ts'
import { ProblemError } from './problems.ts'

/** An environment and the adapter that reads it. */
export type Source = { readonly environment: Environment; readonly platform: Platform }

/**
 * Asks a platform something. Rejects with a ProblemError for what the platform did, and for a caller who
 * went away.
 */
export const ask = async <T>(
  source: Source,
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  try {
    return await call(signal)
  } catch (failure) {
    if (signal.aborted) throw new ProblemError('request-closed', 'The caller went away.')
    if (failure instanceof PlatformError) throw platformProblem(failure, source.environment.name)
    throw failure
  }
}

/** What a platform refuses to go on from is most likely a cursor that it no longer takes (check F09). */
export const asCursorProblem = (failure: unknown): unknown =>
  failure instanceof PlatformError && failure.code === 'platform-rejected' && failure.status === 400
    ? new ProblemError(
        'bad-cursor',
        'The platform does not take this cursor. Begin the list again.',
      )
    : failure

/** What verdicts in an environment rest on beside the user. @param now milliseconds since 1970 */
export const circumstancesOf = ({ environment, platform }: Source, now: number): Circumstances => ({
  stage: environment.stage,
  now,
  lastSeen: platform.capabilities.lastSeen,
  nationalNumbers: platform.capabilities.nationalNumbers,
  skipsSilently: platform.capabilities.skipsSilently,
  switchedOff: platform.switches.known(),
})

export type Listing = {
  readonly circumstances: Circumstances
  /** A page of it. Rejects with a ProblemError. */
  readonly read: (
    page: Pick<ListRequest, 'limit' | 'from'>,
    signal: AbortSignal,
  ) => Promise<UserPage<UserFacts>>
}

/**
 * A list of an environment. Rows and filters go by one and the same circumstances, so whoever filters waits
 * for the platform to tell its switches. Nobody else does: one page is one request of the platform.
 * @param now milliseconds since 1970
 */
export const openListing = async (
  source: Source,
  { created, filters }: Narrowing,
  now: number,
  signal: AbortSignal,
): Promise<Listing> => {
  const isFiltered = !asksNothing(filters)
  if (isFiltered) await source.platform.switches.read(signal)
  const circumstances = circumstancesOf(source, now)
  const match = isFiltered ? matchOf(filters, circumstances) : undefined
  const read: Listing['read'] = ({ limit, from }, until) =>
    ask(source, until, async () => {
      try {
        return await source.platform.listUsers({ limit, created, from, match, signal: until })
      } catch (failure) {
        throw from === null ? failure : asCursorProblem(failure)
      }
    })
  return { circumstances, read }
}
