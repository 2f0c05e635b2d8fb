import type { PageWarning } from '#src/domain/page.ts'
import { longestTail, markOf, startOf, type Position } from '#src/platforms/position.ts'
import { isRecord } from '#src/platforms/record.ts'

/** One page of a platform. `next` is the token of the one after it, null at the end. */
export type WirePage = {
  readonly records: readonly unknown[]
  readonly next: string | null
  readonly warnings: readonly PageWarning[]
}

/** A page of the platform in a walk, with the token that asked for it and where in it to begin. */
export type Stretch = WirePage & { readonly token: string; readonly start: number }

/** So many users may have been added before the place, until it is no longer looked for. */
const mostAdded = 64

const marksOf = (records: readonly unknown[], idField: string): readonly (string | null)[] =>
  records.map((record) => {
    const id = isRecord(record) ? record[idField] : null
    return typeof id === 'string' || typeof id === 'number' ? markOf(String(id)) : null
  })

/** The place behind the first `consumed` records of a page, whose ids stand in `idField`. */
export function placeAfter(
  { token, records }: Pick<Stretch, 'token' | 'records'>,
  consumed: number,
  idField: string,
): Position {
  if (consumed === 0) return startOf(token)
  const last = records.slice(Math.max(0, consumed - longestTail), consumed)
  return { token, consumed, tail: marksOf(last, idField).filter((mark) => mark !== null) }
}

/**
 * How many of these records lie behind a place: up to the last of its tail that is still there, since
 * whatever of the tail is missing was deleted. When all of it is, none: users may come a second time
 * then, and that costs less than users who never come.
 */
function behind(
  records: readonly unknown[],
  { consumed, tail }: Position,
  idField: string,
): number {
  if (tail.length === 0) return Math.min(consumed, records.length)
  const marks = marksOf(records, idField)
  for (const mark of tail.toReversed()) {
    const at = marks.lastIndexOf(mark)
    if (at >= 0) return at + 1
  }
  return 0
}

/**
 * Finds a place again: gives the pages read for that, with what is behind the place passed over. It
 * reads one page nearly always, and more when the place lies further on, because pages are shorter
 * now or users were added before it. `follow` checks the token of a next page; `idField` is where a
 * record has its id.
 */
export async function resume(
  from: Position,
  idField: string,
  read: (token: string) => Promise<WirePage>,
  follow: (token: string | null) => string | null,
): Promise<Stretch[]> {
  const pages: Omit<Stretch, 'start'>[] = []
  const last = from.tail.at(-1)
  const isFound = (records: readonly unknown[]) =>
    from.consumed === 0 || (last !== undefined && marksOf(records, idField).includes(last))
  let count = 0
  for (let token: string | null = from.token; token !== null;) {
    const { records, warnings, next } = await read(token)
    const page: Omit<Stretch, 'start'> = { token, records, warnings, next: follow(next) }
    pages.push(page)
    count += records.length
    const isEnough = count >= from.consumed + (last === undefined ? 0 : mostAdded)
    token = isEnough || isFound(records) ? null : page.next
  }
  let left = behind(
    pages.flatMap(({ records }) => records),
    from,
    idField,
  )
  return pages.map(({ token, records, next, warnings }) => {
    const start = Math.min(left, records.length)
    left -= start
    return { token, records, next, warnings, start }
  })
}
