import { offsetOf } from '#src/web/lib/exact-time.ts'
import { findMatches } from '#src/web/lib/match.ts'
import { browserZone, isZone } from '#src/web/lib/time.ts'
import { times } from '#src/web/words/times.ts'

/** A zone to choose. `note`: whose it is. `isTheirs`: of one person, so it is nobody's usual zone. */
export type ZoneChoice = {
  readonly zone: string
  readonly note: string | null
  readonly isTheirs: boolean
}

/** Those near at hand, each once: the operator's own, UTC, the open user's, and the one in use. */
export function nearZones(current: string, theirs: string | null): readonly ZoneChoice[] {
  const own = browserZone()
  const names = [...new Set([own, 'UTC', ...(theirs === null ? [] : [theirs]), current])]
  return names.map((zone) => {
    const isTheirs = zone === theirs && zone !== own && zone !== 'UTC'
    const notes = [zone === own ? times.myZone : null, zone === theirs ? times.openUserZone : null]
    return { zone, note: notes.filter((note) => note !== null).join(', ') || null, isTheirs }
  })
}

const plain = (zone: string): ZoneChoice => ({ zone, note: null, isTheirs: false })

/**
 * The zones that a few letters find, the near ones first; all of them for none. What is a zone by another name
 * than the browser lists it under ("Asia/Kolkata") is found by its whole name. `now`: the instant whose offsets
 * count, in milliseconds since the epoch.
 */
export function findZones(
  near: readonly ZoneChoice[],
  query: string,
  now: number,
): readonly ZoneChoice[] {
  const listed = Intl.supportedValuesOf('timeZone')
  const others = listed.filter((zone) => near.every((one) => one.zone !== zone)).map(plain)
  const all = [...near, ...others]
  const typed = query.trim()
  if (typed === '') return all
  const found = findMatches(
    all,
    typed,
    ({ zone, note }) => `${zone} ${note ?? ''} UTC${offsetOf(now, zone)}`,
  )
  const isName = /^[a-z]/i.test(typed) && isZone(typed)
  const isListed = all.some(({ zone }) => zone.toLowerCase() === typed.toLowerCase())
  if (!isName || isListed) return found
  // As it is written: no letter of it is known to be wrong.
  return [plain(typed), ...found]
}
