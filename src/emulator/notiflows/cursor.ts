import { parseJson } from '#src/emulator/body.ts'

import { badParam } from './failures.ts'
import { isUuid } from './uuid.ts'

/** A cursor in the form of the contract's samples (§4): base64 of JSON that names an internal id. */
export const writeCursor = (id: string): string =>
  Buffer.from(JSON.stringify({ id })).toString('base64url')

/**
 * The internal id in a cursor; whether that user still exists does not matter (§4). Fails with 400
 * naming the parameter when the cursor is empty or differs in any byte from one that was given.
 */
export const readCursor = (param: 'after' | 'before', cursor: string): string => {
  const body = parseJson(Buffer.from(cursor, 'base64url').toString())
  const id = typeof body === 'object' && body !== null && 'id' in body ? body.id : null
  if (typeof id !== 'string' || !isUuid(id) || writeCursor(id) !== cursor) {
    throw badParam(param, `${param} is not a valid cursor`)
  }
  return id
}
