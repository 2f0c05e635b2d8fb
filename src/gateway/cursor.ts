import { createHash } from 'node:crypto'

import * as z from 'zod'

import { ProblemError } from './problems.ts'

/** Bytes; a cursor is ASCII. Check 2.0. */
export const maxCursorLength = 4096

export type Direction = 'after' | 'before'

/** What a cursor is for: a direction in the list of users, or the activity of one user. */
export type CursorUse = Direction | `of ${string}`

/** A hash, because an id may be longer than a cursor may be. */
export const activityOf = (user: string): CursorUse =>
  `of ${createHash('sha256').update(user).digest('base64url').slice(0, 22)}`

const inside = z.tuple([z.string(), z.string(), z.string().min(1)])

/**
 * Wraps a platform's own position so that it can be used in one environment and for one purpose only.
 * It is not signed: it opens nothing, and the adapter reads its position as foreign input anyway.
 * Throws a ProblemError (502) for a position too long to come back.
 */
export const mintCursor = (environment: string, use: CursorUse, position: string): string => {
  const cursor = Buffer.from(JSON.stringify([environment, use, position])).toString('base64url')
  if (cursor.length > maxCursorLength) {
    throw new ProblemError(
      'platform-bad-response',
      `The cursor of environment “${environment}” is too long. Ask the platform's support.`,
    )
  }
  return cursor
}

const unreadable = () =>
  new ProblemError('bad-cursor', 'Start again from the beginning of the list.')

const decode = (cursor: string): unknown => {
  const bytes = Buffer.from(cursor, 'base64url')
  // Node skips what is not base64url; a cursor that lost or gained a character must not pass.
  if (bytes.toString('base64url') !== cursor) throw unreadable()
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    throw unreadable()
  }
}

/**
 * The platform's position inside a cursor. Throws a ProblemError (400) for one that cannot be read
 * (bad-cursor) or that was minted for another environment or use (foreign-cursor).
 */
export const readCursor = (cursor: string, environment: string, use: CursorUse): string => {
  if (cursor === '' || cursor.length > maxCursorLength) throw unreadable()
  const parsed = inside.safeParse(decode(cursor))
  if (!parsed.success) throw unreadable()
  const [ownEnvironment, ownUse, position] = parsed.data
  if (ownEnvironment !== environment || ownUse !== use) {
    throw new ProblemError(
      'foreign-cursor',
      'A cursor works only in the environment, the list and the direction it was given for. Start again from the beginning of the list.',
    )
  }
  return position
}
