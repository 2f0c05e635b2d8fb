import { createHash } from 'node:crypto'
import * as z from 'zod'
import { badCursor } from '#src/platforms/page.ts'
import { isSendable } from '#src/platforms/upstream-url.ts'

/**
 * A place in a walk: the platform's token of a page ('' for the first), and how many records from
 * there on are already consumed. `tail` are the marks of the last of those, the very last one at the
 * end: by them the place is found again when users were deleted or added meanwhile, or pages have
 * another size. Empty when none of them has an id. It is a place among all users, whatever filters
 * they were held against (docs/decisions/0011-places-and-filters.md).
 */
export type Position = {
  readonly token: string
  readonly consumed: number
  readonly tail: readonly string[]
}

/** So many users in a row would have to be deleted between two calls for the place to be lost. */
export const longestTail = 32

const schema = z.tuple([
  z.string().refine(isSendable),
  z.int().min(0),
  z.array(z.string().max(16)).max(longestTail),
])

export const startOf = (token: string): Position => ({ token, consumed: 0, tail: [] })

/** Stands for an id: ids may be long, and they are nobody's business in an address. */
export const markOf = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, 8)

/** The position as an opaque text; `''` token and nothing consumed is the beginning. */
export const writePosition = ({ token, consumed, tail }: Position): string =>
  JSON.stringify([token, consumed, tail])

/** The place at the beginning of a page, as an opaque text; null behind the last page. */
export const placeOf = (next: string | null): string | null =>
  next === null ? null : writePosition(startOf(next))

/** Reads what `writePosition` wrote. Fails with `bad-cursor` for anything else. */
export function readPosition(text: string): Position {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw badCursor()
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw badCursor()
  const [token, consumed, tail] = parsed.data
  return { token, consumed, tail }
}
