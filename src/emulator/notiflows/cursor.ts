import { parseJson } from '#src/emulator/body.ts'

import { badParam } from './failures.ts'
import { isUuid } from './uuid.ts'

/** What a cursor says. */
export type Cursor = {
  /** The internal id of an item; whether it still exists does not matter (§4). */
  readonly id: string
  /** The filters of the list that it was made for, where a switch binds it to them. */
  readonly filters: string | null
  /** The newest item when it was made, where a switch has pages shift with what comes later. */
  readonly top: string | null
}

/** A cursor in the form of the contract's samples (§4): base64 of JSON that names an internal id. */
export const writeCursor = ({ id, filters, top }: Cursor): string =>
  Buffer.from(
    JSON.stringify({
      id,
      ...(filters === null ? {} : { filters }),
      ...(top === null ? {} : { top }),
    }),
  ).toString('base64url')

/**
 * Reads a cursor. Fails with 400 naming the parameter when it is empty or differs in any byte from one that
 * was given.
 */
export const readCursor = (param: 'after' | 'before', text: string): Cursor => {
  const body = parseJson(Buffer.from(text, 'base64url').toString())
  const cursor = {
    id: textIn(body, 'id') ?? '',
    filters: textIn(body, 'filters'),
    top: textIn(body, 'top'),
  }
  if (!isUuid(cursor.id) || writeCursor(cursor) !== text) {
    throw badParam(param, `${param} is not a valid cursor`)
  }
  return cursor
}

const textIn = (body: unknown, field: string): string | null => {
  const value: unknown = Object.entries(Object(body)).find(([name]) => name === field)?.[1]
  return typeof value === 'string' ? value : null
}
