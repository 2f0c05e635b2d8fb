import { IdSet } from '#src/domain/id-set.ts'
import { pageLimit } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { Clock } from '#src/platforms/clock.ts'
import type { ListRequest } from '#src/platforms/platform.ts'

import { ProblemError } from './problems.ts'
import type { Listing } from './source.ts'

/** Seconds, and how often for one page: nobody waits longer for a platform that asks for patience. */
const longestPause = 300
const mostPauses = 5
/** Answers in a row in which the platform gave no record at all (check F08). */
const mostEmpty = 50

export type WalkPage = {
  readonly users: readonly UserFacts[]
  readonly scanned: number
  /** Records that could not be told from one another, for want of an id. */
  readonly leftOut: number
  /** Nothing comes after it. */
  readonly isLast: boolean
}

const loop = () =>
  new ProblemError('cursor-loop', 'The platform gave a place in the list a second time.')

/**
 * A walk through a whole list, a page at a time and each when it is asked for, everybody once. Keeps sixteen
 * bytes for each user, and no user. Once under way, where the platform says how long to wait, it waits and asks
 * again: the one thing here that looks like a retry, and the pause is the platform's. Everything else rejects,
 * with a ProblemError.
 */
export const createWalk = (listing: Listing, sleep: Clock['sleep'], signal: AbortSignal) => {
  const ids = new IdSet()
  const positions = new IdSet()
  let from: ListRequest['from'] = null
  let empty = 0

  const read = async () => {
    for (let pauses = 0; ; pauses += 1) {
      try {
        return await listing.read({ limit: pageLimit.max, from }, signal)
      } catch (failure) {
        const wait = failure instanceof ProblemError ? failure.extra.retryAfter : undefined
        if (from === null || wait === undefined || wait > longestPause || pauses >= mostPauses)
          throw failure
        await sleep(wait * 1000, signal)
      }
    }
  }

  return async (): Promise<WalkPage> => {
    const { users, page, coverage, warnings } = await read()
    if (page.after !== null && !positions.add(page.after)) throw loop()
    empty = coverage.scanned === 0 ? empty + 1 : 0
    if (empty >= mostEmpty && page.after !== null)
      throw new ProblemError('platform-bad-response', 'The platform gives empty pages only.')
    from = page.after === null ? null : { direction: 'after', position: page.after }
    return {
      users: users.filter(({ id }) => ids.add(id)),
      scanned: coverage.scanned,
      leftOut: warnings.find(({ code }) => code === 'records-without-id')?.count ?? 0,
      isLast: page.after === null,
    }
  }
}
