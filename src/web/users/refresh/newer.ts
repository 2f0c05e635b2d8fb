import type { UsersAnswer } from '#src/gateway/api.ts'
import { formatCount } from '#src/web/lib/numbers.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import { bar } from '#src/web/words/bar.ts'

/** As many as are worth counting. One small request tells. */
export const mostCounted = 25

/** How many are newer than the newest that is shown; `isMore`: and further ones that were not counted. */
export type Newer = { readonly count: number; readonly isMore: boolean }

/**
 * The same list, of those alone who are not older than the newest that is shown (its instant, or null where
 * nobody is). Null where nobody can be newer: the list ends before now.
 */
export function newerList(list: ListKey, newest: string | null, now: number): ListKey | null {
  const { createdAfter, createdBefore } = list.narrowing
  if (createdBefore !== null && Date.parse(createdBefore) <= now) return null
  return { ...list, narrowing: { ...list.narrowing, createdAfter: newest ?? createdAfter } }
}

/**
 * How many of an answer to `newerList` are newer. Who came in the same instant as the newest is not counted, since
 * they may be in the list: the number is never too high.
 */
export function countNewer({ users, page }: UsersAnswer, newest: string | null): Newer {
  const after = newest === null ? -Infinity : Date.parse(newest)
  const count = users.filter(({ createdAt }) => Date.parse(createdAt ?? '') > after).length
  return count > mostCounted || (page.after !== null && count > 0)
    ? { count: Math.min(count, mostCounted), isMore: true }
    : { count, isMore: false }
}

/** "12 new", "25+ new". */
export const newerInWords = ({ count, isMore }: Newer): string =>
  bar.newer(`${formatCount(count)}${isMore ? '+' : ''}`)
