import { parseJson } from '#src/emulator/body.ts'
import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

/** Where a page begins: after this user, or at the start for null. */
export type Position = {
  readonly after: string | null
  /** The empty page that the switch asks for has been given already. */
  readonly pauseTaken: boolean
  /** The page size that the token is for, where the switch binds it to one. */
  readonly limit: number | null
}

export const beginning: Position = { after: null, pauseTaken: false, limit: null }

type Form = NotificationapiSwitches['tokenForm']

/**
 * Writes a page token (§5, §12): JSON that names the environment and the last user given, in base64url.
 * `u` is left out, `s` and `l` added, and the writing is another, only by the switches.
 */
export const writeToken = (clientId: string, position: Position, form: Form): string => {
  const text = JSON.stringify({
    e: clientId,
    ...(position.after === null ? {} : { u: position.after }),
    ...(position.pauseTaken ? { s: 1 } : {}),
    ...(position.limit === null ? {} : { l: position.limit }),
  })
  return form === 'json' ? text : Buffer.from(text).toString(form)
}

/**
 * Reads a page token: the environment that it was made for, and where it is. Null when it is unreadable or
 * differs in any byte from what `writeToken` gives: a client must send it back unchanged (§5).
 */
export const readToken = (
  token: string,
  form: Form,
): { readonly owner: string; readonly position: Position } | null => {
  const body = parseJson(form === 'json' ? token : Buffer.from(token, form).toString())
  if (typeof body !== 'object' || body === null) return null
  const owner = 'e' in body && typeof body.e === 'string' ? body.e : ''
  const position = {
    after: 'u' in body && typeof body.u === 'string' ? body.u : null,
    pauseTaken: 's' in body && body.s === 1,
    limit: 'l' in body && typeof body.l === 'number' ? body.l : null,
  }
  if (position.after === null && !position.pauseTaken) return null
  return writeToken(owner, position, form) === token ? { owner, position } : null
}
