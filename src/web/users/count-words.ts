import type { Narrowed } from '#src/web/users/filters/chips.ts'
import type { Trail } from './trail.ts'
import { list } from '#src/web/words/list.ts'

const { count } = list

/**
 * How far a list has come, as a screen reader hears it; null before the first answer. Never a total before
 * it is one.
 */
export function countInWords(trail: Trail, narrowed: Narrowed): string | null {
  const { rows, scanned, complete, next, looped } = trail
  if (next === undefined) return null
  if (looped) return count.looped(rows)
  if (complete && narrowed === 'scan') return count.ofAll(rows, scanned)
  if (complete && narrowed === 'both') return count.inRange(rows, scanned)
  if (complete && narrowed === 'platform') return count.allMatch(rows)
  if (complete) return count.all(rows)
  if (narrowed === 'scan' || narrowed === 'both') return count.matchSoFar(rows, scanned)
  return count.loaded(rows)
}
