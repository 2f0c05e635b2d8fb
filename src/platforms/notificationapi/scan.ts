import type { PageWarning, UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { isWithin } from '#src/platforms/adapter.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { readInstant } from '#src/platforms/instant.ts'
import { writePosition, type Position } from '#src/platforms/notificationapi/position.ts'
import { cursorLoop, type Identified, type Sieve } from '#src/platforms/page.ts'
import { PlatformError, type CreatedRange } from '#src/platforms/platform.ts'
import { isRecord } from '#src/platforms/record.ts'

/** One page of the platform. `next` is the token of the one after it, null at the end. */
export type WirePage = {
  readonly records: readonly unknown[]
  readonly next: string | null
  readonly warnings: readonly PageWarning[]
}

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

const idOf = (record: unknown): string | null => {
  const id = isRecord(record) ? record['id'] : null
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

/** How many records are to be passed over, from where the last answer stopped; may be more than there are. */
function skipOf(records: readonly unknown[], { consumed, last }: Position): number {
  if (consumed === 0 || last === null) return consumed
  const at = records.findIndex((record) => idOf(record) === last)
  return at < 0 ? consumed : at + 1
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
  const users: UserFacts[] = []
  const warnings: PageWarning[] = []
  let scanned = 0
  let position: Position | null = scan.from
  let page = await scan.read(scan.from.token)

  for (let pages = 1; position !== null; pages += 1) {
    const here: Position = position
    const { records } = page
    const skip = skipOf(records, here)
    const start = Math.min(skip, records.length)
    const { found, end } = harvest(records, start, limit - users.length, scan)
    scanned += end - start
    warnings.push(...page.warnings)

    const token = unused(page.next)
    if (end < records.length) position = { ...here, consumed: end, last: idOf(records[end - 1]) }
    // Fewer records than were consumed before: the platform gives shorter pages now.
    else if (token !== null) position = { ...here, token, consumed: skip - start }
    else position = null

    const matched = users.length + found.length
    const spent = clock.now() - begun
    const isEnough =
      matched >= limit ||
      (matched > 0 && spent >= budget.softMs) ||
      spent >= budget.hardMs ||
      pages >= budget.pages
    // Asked for before this page is translated, so that both go on at once.
    const following = isEnough || position === null ? null : scan.read(position.token)
    following?.catch(() => {})
    users.push(...found.map(scan.translate))
    if (following === null) break
    const answer = await following.catch(unlessWorthStopping)
    if (answer === null) break
    page = answer
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
