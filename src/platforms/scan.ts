import { setImmediate } from 'node:timers/promises'
import type { InstantRange } from '#src/domain/filters.ts'
import type { PageWarning, UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { hasRange, isWithin } from '#src/platforms/adapter.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { readInstant } from '#src/platforms/instant.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { askSmaller, createSieve, cursorLoop, type Identified } from '#src/platforms/page.ts'
import { PlatformError, type ListRequest } from '#src/platforms/platform.ts'
import { startOf, writePosition, type Position } from '#src/platforms/position.ts'
import type { WireRecord } from '#src/platforms/record.ts'
import { placeAfter, resume, type Stretch, type WirePage } from '#src/platforms/resume.ts'

export type ScanBudget = {
  /** With something to show, an answer goes out after this long. */
  readonly softMs: number
  /** With nothing to show, after this long, or after so many platform pages. */
  readonly hardMs: number
  readonly pages: number
}

export const usualBudget: ScanBudget = { softMs: 300, hardMs: 2500, pages: 50 }

/** A scan reads as much at a time as both platforms give (contracts NotificationAPI §5, Notiflows §4). */
const scanPageSize = 1000

/** What a platform's list is, to a scan. */
export type Scanned = {
  /** The names of the fields in which a record has its id, and the instant of its creation. */
  readonly idField: string
  readonly createdField: string
  readonly clock: Clock
  readonly budget: ScanBudget
  readonly credentials: Needles
  readonly read: (token: string, limit: number) => Promise<WirePage>
  readonly translate: (record: WireRecord, id: string) => UserFacts
}

/** Whether a record was created in the range, told without translating it. */
const isCreatedIn = (value: unknown, range: InstantRange): boolean =>
  !hasRange(range) || (typeof value === 'string' && isWithin(readInstant(value), range))

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
 * Finds users by what a platform cannot filter: reads pages one after another and filters here, by
 * creation and by `match`, until `limit` users are found, something is found and the soft budget is
 * spent, or the hard budget is spent. Never gives more than `limit`; the position it gives lies at the
 * first record that was not consumed, so a walk gives each user once and loses none. While a page is
 * looked through, the next one is under way where it is likely to be needed; whoever asks for it
 * soon after shares it. `coverage` counts this answer alone. A failure after some pages ends the answer
 * early instead of throwing away what they gave; the next call meets the failure itself.
 */
export async function scanUsers(
  { limit, created, match = () => true }: Pick<ListRequest, 'limit' | 'created' | 'match'>,
  from: Position,
  scanned: Scanned,
): Promise<UserPage<UserFacts>> {
  const { clock, budget, idField, createdField } = scanned
  const begun = clock.now()
  const sieve = createSieve(idField, scanned.credentials)
  const unused = guardTokens(from.token)
  let size = scanPageSize
  const read = async (token: string): Promise<WirePage> => {
    const page = await askSmaller(size, (wanted) => scanned.read(token, wanted))
    size = page.size
    return page.answer
  }
  const readNext = async (token: string): Promise<Stretch> => {
    const page = await read(token)
    return { ...page, token, next: unused(page.next), start: 0 }
  }
  const toMatch = ({ record, id }: Identified): UserFacts | null => {
    if (!isCreatedIn(record[createdField], created)) return null
    const user = scanned.translate(record, id)
    return match(user) ? user : null
  }

  const users: UserFacts[] = []
  const warnings: PageWarning[] = []
  let count = 0
  const [first, ...ahead] = await resume(from, idField, read, unused)
  let stretch = first ?? null
  let position: Position | null = from
  // Of the page before. Unknown at first, and then nothing is asked for that may not be needed.
  let found = Infinity
  const isTime = () => clock.now() - begun < (users.length > 0 ? budget.softMs : budget.hardMs)

  for (let pages = 1; stretch !== null; pages += 1) {
    const { records, start, next }: Stretch = stretch
    const isLikely = found < limit - users.length && pages < budget.pages && isTime()
    const upcoming = isLikely && next !== null && ahead.length === 0 ? readNext(next) : null
    // It may fail before anybody waits for it.
    upcoming?.catch(() => {})
    // Looking through a page leaves no room for the request to go out.
    if (upcoming !== null) await setImmediate()
    const before = users.length
    let end = start
    for (; end < records.length; end += 1) {
      const taken = sieve.take(records[end])
      const user = taken === null ? null : toMatch(taken)
      // Full, and here is one more: it begins the next answer. Non-matches behind the last match are
      // consumed now, so that a page is not read again for nothing.
      if (user !== null && users.length >= limit) break
      if (user !== null) users.push(user)
    }
    count += end - start
    found = users.length - before
    warnings.push(...stretch.warnings)

    const known: Stretch | null = ahead.shift() ?? null
    if (end < records.length) position = placeAfter(stretch, end, idField)
    else if (known !== null) position = placeAfter(known, known.start, idField)
    else position = next === null ? null : startOf(next)

    const isEnough = users.length >= limit || pages >= budget.pages || !isTime()
    if (isEnough || position === null) stretch = null
    else
      stretch = known ?? (await (upcoming ?? readNext(position.token)).catch(unlessWorthStopping))
  }

  return {
    users,
    page: { after: position === null ? null : writePosition(position), before: null },
    coverage: { scanned: count, matched: users.length, complete: position === null },
    warnings: [...warnings, ...sieve.warnings()],
  }
}

/** A failing platform ends the answer; an abort and a bug do not. */
function unlessWorthStopping(error: unknown): null {
  if (error instanceof PlatformError && error.code !== 'cursor-loop') return null
  throw error
}
