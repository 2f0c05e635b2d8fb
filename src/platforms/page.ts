import type { JsonObject } from '#src/domain/json.ts'
import type { PageWarning } from '#src/domain/page.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { isRecord, readId, type WireRecord } from '#src/platforms/record.ts'
import { AnswerTooLargeError } from '#src/platforms/upstream-errors.ts'
import { isSendable } from '#src/platforms/upstream-url.ts'

/** A record of a page with the id under which the domain knows it. */
export type Identified = { readonly id: string; readonly record: WireRecord }

/**
 * The records of a page. Takes the answer, the name of its list, and whether the rest of the answer
 * has the shape of a page. A list that is null or left out is empty, as every other list of these
 * platforms (contract NotificationAPI §11), but only in an answer that is a page otherwise: `{}` or
 * `{"message": …}` must not be shown as "no users". Fails with `platform-bad-response`.
 */
export function readRecords(answer: JsonObject, name: string, isPage: boolean): readonly unknown[] {
  const list: unknown = answer[name]
  if (Array.isArray(list)) return list
  if ((list === undefined || list === null) && isPage) return []
  throw new PlatformError('platform-bad-response', "The platform's answer is not a page of users", {
    status: 200,
  })
}

/** Picks out records with a usable id, once each; counts the others (checks B02, F10). */
export function createSieve(idField: string, credentials: Needles) {
  const seen = new Set<string>()
  let withoutId = 0
  let duplicates = 0
  return {
    /** The record with its id, or null when it has no usable one or was there before in this answer. */
    take: (value: unknown): Identified | null => {
      const id = isRecord(value) ? readId(value[idField], credentials) : null
      if (id === null || !isRecord(value)) {
        withoutId += 1
        return null
      }
      if (seen.has(id)) {
        duplicates += 1
        return null
      }
      seen.add(id)
      return { id, record: value }
    },
    warnings: (): PageWarning[] => [
      ...warning('records-without-id', withoutId),
      ...warning('duplicates-dropped', duplicates),
    ],
  }
}

export type Sieve = ReturnType<typeof createSieve>

/** A warning, or none when there is nothing to count. */
export const warning = (code: PageWarning['code'], count: number): PageWarning[] =>
  count > 0 ? [{ code, count }] : []

export type Following = { readonly next: string | null; readonly warnings: PageWarning[] }

/**
 * Where a page goes on. Only a non-empty text in `cursor` means more, whatever the flag says, because
 * ending too early loses users and going on costs one empty page (checks §0.6, F08; contracts
 * NotificationAPI §5, Notiflows §4). `used` is the cursor that asked for this page: to get it again is
 * a loop and fails with `cursor-loop` (F07), except from an empty page whose flag says that it is the
 * last: that one merely repeats where it stood.
 */
export function readFollowing(page: {
  cursor: unknown
  hasMore: unknown
  used: string | null
  isEmpty: boolean
}): Following {
  const { cursor, hasMore, used, isEmpty } = page
  if (typeof cursor !== 'string' || cursor === '')
    return { next: null, warnings: warning('more-without-cursor', hasMore === true ? 1 : 0) }
  if (cursor !== used) return { next: cursor, warnings: [] }
  if (isEmpty && hasMore === false) return { next: null, warnings: [] }
  throw cursorLoop()
}

export const cursorLoop = (): PlatformError =>
  new PlatformError('cursor-loop', 'The platform gave a page position a second time')

/** Fails with `bad-cursor` for a position that no platform gave: an empty one, or one that cannot even be sent. */
export function checkPosition(text: string): void {
  if (text === '' || !isSendable(text)) throw badCursor()
}

export const badCursor = (): PlatformError =>
  new PlatformError('bad-cursor', 'This page position is none that this platform gave')

/**
 * Asks for a page, and for half as many records each time the answer is too large, down to one
 * (checks B03). Gives the answer and the size that fitted.
 */
export async function askSmaller<T>(
  size: number,
  ask: (size: number) => Promise<T>,
): Promise<{ answer: T; size: number }> {
  for (let wanted = size; ; wanted = Math.floor(wanted / 2)) {
    try {
      return { answer: await ask(wanted), size: wanted }
    } catch (error) {
      if (!(error instanceof AnswerTooLargeError) || wanted <= 1) throw error
    }
  }
}
