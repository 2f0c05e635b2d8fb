import type { JsonObject } from '#src/domain/json.ts'
import { pageLimit, type UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { hasRange, isEmptyRange, isWithin, nobody } from '#src/platforms/adapter.ts'
import type { Clock } from '#src/platforms/clock.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { createdQuery } from '#src/platforms/notiflows/range.ts'
import type { Translator } from '#src/platforms/notiflows/translate.ts'
import {
  askSmaller,
  badCursor,
  checkPosition,
  createSieve,
  readFollowing,
  readRecords,
  warning,
  type Following,
} from '#src/platforms/page.ts'
import type { ListRequest, Platform } from '#src/platforms/platform.ts'
import { placeOf, readPosition, startOf } from '#src/platforms/position.ts'
import { isRecord } from '#src/platforms/record.ts'
import { scanUsers, usualBudget, type ScanBudget } from '#src/platforms/scan.ts'
import type { Upstream } from '#src/platforms/upstream.ts'

/** One of the platform's own cursors, and which way it is followed. */
type Cursor = { readonly direction: 'after' | 'before'; readonly cursor: string }

const towardsOlder = (token: string): Cursor | null =>
  token === '' ? null : { direction: 'after', cursor: token }

type BothWays = {
  readonly records: readonly unknown[]
  readonly after: Following
  readonly before: Following
}

/**
 * Lists the users of a project (contract Notiflows §4): by creation the platform filters, by anything
 * else Rollcall reads through what it gives. Positions towards older users are places of ours; those
 * towards newer ones are the platform's own cursors, and a list that is read through has none.
 */
export function createUserList(
  getJson: Upstream['getJson'],
  translator: Translator,
  credentials: Needles,
  { clock, budget }: { readonly clock: Clock; readonly budget: ScanBudget | undefined },
): Platform['listUsers'] {
  const readPage = async (
    { created, signal }: ListRequest,
    at: Cursor | null,
    limit: number,
  ): Promise<BothWays> => {
    const answer = await getJson({
      path: ['users'],
      query: {
        limit: String(limit),
        // A client without a cursor leaves the parameter out (§4).
        ...(at === null ? {} : { [at.direction]: at.cursor }),
        // Filters are not part of a cursor and must come with each page (§4).
        ...createdQuery(created),
      },
      signal,
    })
    return toPage(answer, at)
  }

  /** One page of the platform as it comes, even when it is longer than asked for (F08). */
  async function readOn(request: ListRequest, at: Cursor | null): Promise<UserPage<UserFacts>> {
    const wanted = Math.min(request.limit, pageLimit.max)
    const { answer, size } = await askSmaller(wanted, (limit) => readPage(request, at, limit))
    const sieve = createSieve('external_id', credentials)
    const users = answer.records
      .flatMap((record) => {
        const found = sieve.take(record)
        return found === null ? [] : [translator.toUser(found.record, found.id)]
      })
      // The platform was asked a second wider on both sides.
      .filter((user) => !hasRange(request.created) || isWithin(user.createdAt, request.created))
    const { after, before } = answer
    const heading = at?.direction === 'before' ? before : after
    return {
      users,
      page: { after: placeOf(after.next), before: before.next },
      coverage: {
        scanned: answer.records.length,
        matched: users.length,
        complete: heading.next === null,
      },
      warnings: [
        ...heading.warnings,
        ...sieve.warnings(),
        ...warning('longer-than-limit', answer.records.length - size),
      ],
    }
  }

  return async (request) => {
    const { from, created, match } = request
    if (from?.direction === 'before') {
      checkPosition(from.position)
      if (match !== undefined) throw badCursor()
      if (isEmptyRange(created)) return nobody
      return readOn(request, { direction: 'before', cursor: from.position })
    }
    const place = from === null ? startOf('') : readPosition(from.position)
    if (isEmptyRange(created)) return nobody
    // A place inside a page is one that a scan gave, and only a scan goes on from there.
    const scans = match !== undefined || place.consumed > 0
    if (!scans) return readOn(request, towardsOlder(place.token))
    return scanUsers(request, place, {
      idField: 'external_id',
      createdField: 'created_at',
      clock,
      budget: budget ?? usualBudget,
      credentials,
      translate: (record, id) => translator.toUser(record, id),
      read: async (token, limit) => {
        const { records, after } = await readPage(request, towardsOlder(token), limit)
        return { records, ...after }
      },
    })
  }
}

/**
 * Both ways on. The cursor decides and not its flag (`has_more_after`, `has_more_before`): the contract
 * says that both tell the same (§4), so only a platform that breaks it shows a difference, and then a
 * cursor too many costs one empty page while one too few costs users (checks F08).
 */
function toPage(answer: JsonObject, at: Cursor | null): BothWays {
  const info = answer['page']
  const records = readRecords(answer, 'items', isRecord(info))
  const following = (direction: 'after' | 'before') =>
    readFollowing({
      cursor: isRecord(info) ? info[direction] : null,
      hasMore: isRecord(info) ? info[`has_more_${direction}`] : null,
      used: at?.direction === direction ? at.cursor : null,
      isEmpty: records.length === 0,
    })
  return { records, after: following('after'), before: following('before') }
}
