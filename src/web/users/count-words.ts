import { formatCount } from '#src/web/lib/numbers.ts'
import type { Narrowed } from '#src/web/users/filters/chips.ts'
import type { Trail } from './trail.ts'

const users = (count: number) => `${formatCount(count)} ${count === 1 ? 'user' : 'users'}`

/**
 * How far a list has come, as a screen reader hears it; null before the first answer. Never a total before
 * it is one.
 */
export function countInWords(trail: Trail, narrowed: Narrowed): string | null {
  const { rows, scanned, complete, next, looped } = trail
  if (next === undefined) return null
  if (looped) return `${users(rows)} loaded, and the list cannot be read to its end`
  if (complete && narrowed === 'scan') return `${formatCount(rows)} of all ${users(scanned)} match`
  if (complete && narrowed === 'both')
    return `${formatCount(rows)} of ${users(scanned)} in the range match`
  if (complete && narrowed === 'platform') return `${users(rows)} match, that is all`
  if (complete) return `${users(rows)} loaded, that is all`
  if (narrowed === 'scan' || narrowed === 'both')
    return `${users(rows)} match so far, ${formatCount(scanned)} scanned, more to come`
  return `${users(rows)} loaded, more to come`
}
