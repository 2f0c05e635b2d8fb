import * as z from 'zod'
import { badCursor } from '#src/platforms/page.ts'

/**
 * A place in a walk: the platform's token of a page ('' for the first), and how many records of that
 * page are already consumed. `last` is the id of the last of those, so that a user who is deleted
 * meanwhile moves nobody; null when there is none or it is too long for a cursor of 4 KiB.
 */
export type Position = {
  readonly token: string
  readonly consumed: number
  readonly last: string | null
}

const longestId = 256
const schema = z.tuple([z.string(), z.int().min(0), z.string().nullable()])

export const startOf = (token: string): Position => ({ token, consumed: 0, last: null })

/** The position as an opaque text; `''` token and nothing consumed is the beginning. */
export const writePosition = ({ token, consumed, last }: Position): string =>
  JSON.stringify([token, consumed, last === null || last.length > longestId ? null : last])

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
  const [token, consumed, last] = parsed.data
  return { token, consumed, last }
}
