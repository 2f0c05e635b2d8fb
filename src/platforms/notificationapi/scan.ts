import type { PageWarning, UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { isWithin } from '#src/platforms/adapter.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { readInstant } from '#src/platforms/instant.ts'
import { startOf, writePosition, type Position } from '#src/platforms/notificationapi/position.ts'
import { placeAfter, resume, type Stretch } from '#src/platforms/notificationapi/resume.ts'
import type { WirePage } from '#src/platforms/notificationapi/wire-page.ts'
import { cursorLoop, type Identified, type Sieve } from '#src/platforms/page.ts'
import { PlatformError, type CreatedRange } from '#src/platforms/platform.ts'
import { isRecord } from '#src/platforms/record.ts'

export type ScanBudget = {
  /** With something to show, an answer goes out after this long. */
  readonly softMs: number
  /** With nothing to show, after this long, or after so many platform pages. */
  readonly hardMs: number
  readonly pages: number
}

export const usualBudget: ScanBudget = { softMs: 300, hardMs: 2500, pages: 50 }

export type Scan = {
  readonly limit: number
  readonly created: CreatedRange
  readonly from: Position
  readonly clock: Clock
  readonly budget: ScanBudget
  readonly sieve: Sieve
  readonly read: (token: string) => Promise<WirePage>
  readonly translate: (found: Identified) => UserFacts
}

function isMatch(record: unknown, created: CreatedRange): boolean {
  const createdAt = isRecord(record) ? record['createdAt'] : undefined
  return typeof createdAt === 'string' && isWithin(readInstant(createdAt), created)
}

/** Takes matches from `records[start…]` until `room` is full. `end` is where it stopped. */
function harvest(records: readonly unknown[], start: number, room: number, scan: Scan) {
  const found: Identified[] = []
  let end = start
  for (; end < records.length; end += 1) {
    const match = isMatch(records[end], scan.created)
    // Full, and here is one more: it begins the next answer. Non-matches behind the last match are
    // consumed now, so that a page is not read again for nothing.
    if (match && found.length >= room) break
    const taken = scan.sieve.take(records[end])
    if (taken !== null && match) found.push(taken)
  }
  return { found, end }
}

/** The page's token, once; a token that comes back is a loop (checks F07). */
function guardTokens(first: string) {
  const used = new Set([first])
  return (token: string | null): string | null => {
    if (token !== null && used.has(token)) throw cursorLoop()
    if (token !== null) used.add(token)
    return token
  }
}

/**
 * Finds users by creation date on a platform that cannot (contract NotificationAPI §5): reads pages
 * one after another and filters here, until `limit` users are found, something is found and the soft
 * budget is spent, or the hard budget is spent. Never gives more than `limit`; the position it gives
 * lies at the first record that was not consumed, so a walk gives each user once and loses none.
 * `coverage` counts this answer alone. A failure after some pages ends the answer early instead of
 * throwing away what they gave; the next call meets the failure itself.
 */
export async function scanUsers(scan: Scan): Promise<UserPage<UserFacts>> {
  const { clock, budget, limit } = scan
  const begun = clock.now()
  const unused = guardTokens(scan.from.token)
  const readNext = async (token: string): Promise<Stretch> => {
    const { records, warnings: noted, next } = await scan.read(token)
    return { token, records, warnings: noted, next: unused(next), start: 0 }
  }
  const users: UserFacts[] = []
  const warnings: PageWarning[] = []
  let scanned = 0
  const [first, ...ahead] = await resume(scan.from, scan.read, unused)
  let stretch = first ?? null
  let position: Position | null = scan.from

  for (let pages = 1; stretch !== null; pages += 1) {
    const { records, start, token, next }: Stretch = stretch
    const { found, end } = harvest(records, start, limit - users.length, scan)
    scanned += end - start
    warnings.push(...stretch.warnings)

    const known: Stretch | null = ahead.shift() ?? null
    if (end < records.length) position = placeAfter(token, records, end)
    else if (known !== null) position = placeAfter(known.token, known.records, known.start)
    else position = next === null ? null : startOf(next)

    const matched = users.length + found.length
    const spent = clock.now() - begun
    const isEnough =
      matched >= limit ||
      (matched > 0 && spent >= budget.softMs) ||
      spent >= budget.hardMs ||
      pages >= budget.pages
    // Asked for before this page is translated, so that both go on at once.
    const following: Promise<Stretch> | null =
      isEnough || position === null
        ? null
        : known === null
          ? readNext(position.token)
          : Promise.resolve(known)
    following?.catch(() => {})
    users.push(...found.map(scan.translate))
    stretch = following === null ? null : await following.catch(unlessWorthStopping)
  }

  return {
    users,
    page: { after: position === null ? null : writePosition(position), before: null },
    coverage: { scanned, matched: users.length, complete: position === null },
    warnings: [...warnings, ...scan.sieve.warnings()],
  }
}

/** A failing platform ends the answer; an abort and a bug do not. */
function unlessWorthStopping(error: unknown): null {
  if (error instanceof PlatformError && error.code !== 'cursor-loop') return null
  throw error
}
