import { formatCount } from '#src/web/lib/numbers.ts'
import type { Trail } from './trail.ts'

const users = (count: number) => `${formatCount(count)} ${count === 1 ? 'user' : 'users'}`

/**
 * How far a list has come, as a screen reader hears it; null before the first answer. Never a total before
 * it is one. `filtered`: something narrows the list. `scanning`: the platform cannot filter, so
 * Rollcall reads on and filters itself.
 */
export function countInWords(trail: Trail, filtered: boolean, scanning: boolean): string | null {
  const { rows, scanned, complete, next, looped } = trail
  if (next === undefined) return null
  if (looped) return `${users(rows)} loaded, and the list cannot be read to its end`
  if (complete && filtered)
    return scanning
      ? `${formatCount(rows)} of all ${users(scanned)} match`
      : `${users(rows)} match, that is all`
  if (complete) return `${users(rows)} loaded, that is all`
  if (filtered && scanning)
    return `${users(rows)} match so far, ${formatCount(scanned)} scanned, more to come`
  return `${users(rows)} loaded, more to come`
}
