import {
  longestTail,
  markOf,
  startOf,
  type Position,
} from '#src/platforms/notificationapi/position.ts'
import type { WirePage } from '#src/platforms/notificationapi/wire-page.ts'
import { isRecord } from '#src/platforms/record.ts'

/** A page of the platform in a walk, with the token that asked for it and where in it to begin. */
export type Stretch = {
  readonly token: string
  readonly records: readonly unknown[]
  readonly next: string | null
  readonly warnings: WirePage['warnings']
  readonly start: number
}

/** So many users may have been added before the place, until it is no longer looked for. */
const mostAdded = 64

const idOf = (record: unknown): string | null => {
  const id = isRecord(record) ? record['id'] : null
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null
}

const marksOf = (records: readonly unknown[]): readonly (string | null)[] =>
  records.map((record) => {
    const id = idOf(record)
    return id === null ? null : markOf(id)
  })

/** The place behind the first `consumed` records of a page. */
export function placeAfter(token: string, records: readonly unknown[], consumed: number): Position {
  if (consumed === 0) return startOf(token)
  const last = records.slice(Math.max(0, consumed - longestTail), consumed)
  return { token, consumed, tail: marksOf(last).filter((mark) => mark !== null) }
}

/**
 * How many of these records lie behind a place: up to the last of its tail that is still there, since
 * whatever of the tail is missing was deleted. When all of it is, none: users may come a second time
 * then, and that costs less than users who never come.
 */
function behind(records: readonly unknown[], { consumed, tail }: Position): number {
  if (tail.length === 0) return Math.min(consumed, records.length)
  const marks = marksOf(records)
  for (const mark of tail.toReversed()) {
    const at = marks.lastIndexOf(mark)
    if (at >= 0) return at + 1
  }
  return 0
}

/**
 * Finds a place again: gives the pages read for that, with what is behind the place passed over. It
 * reads one page nearly always, and more when the place lies further on, because pages are shorter
 * now or users were added before it. `follow` checks the token of a next page.
 */
export async function resume(
  from: Position,
  read: (token: string) => Promise<WirePage>,
  follow: (token: string | null) => string | null,
): Promise<Stretch[]> {
  const pages: Omit<Stretch, 'start'>[] = []
  const last = from.tail.at(-1)
  const isFound = (records: readonly unknown[]) =>
    from.consumed === 0 || (last !== undefined && marksOf(records).includes(last))
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
  )
  return pages.map(({ token, records, next, warnings }) => {
    const start = Math.min(left, records.length)
    left -= start
    return { token, records, next, warnings, start }
  })
}
