import { isZone } from '#src/web/lib/time.ts'
import { times } from '#src/web/words/times.ts'

/** A zone in which an instant is told, and whose it is where that is worth saying. */
export type ToldZone = { readonly name: string; readonly note: string | null }

/**
 * The zones in which an instant is told, each once: that of the list, UTC, and the user's own where the
 * platform tells one that there is.
 */
export function zonesTold(zone: string, theirs: string | null): readonly ToldZone[] {
  const own = theirs !== null && isZone(theirs) ? theirs : null
  return [...new Set([zone, 'UTC', ...(own === null ? [] : [own])])].map((name) => ({
    name,
    note: name === own ? times.userZone : null,
  }))
}
