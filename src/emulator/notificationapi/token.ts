import { parseJson } from '#src/emulator/body.ts'

/** Where a page begins: after this user, or at the start for null. */
export type Position = {
  readonly after: string | null
  /** The empty page that the switch asks for has been given already. */
  readonly pauseTaken: boolean
}

export const beginning: Position = { after: null, pauseTaken: false }

/**
 * Writes a page token (§5, §12): base64url JSON that names the environment and the last user given.
 * `u` is left out, and `s` added, only by the switch for empty pages.
 */
export const writeToken = (clientId: string, position: Position): string =>
  Buffer.from(
    JSON.stringify({
      e: clientId,
      ...(position.after === null ? {} : { u: position.after }),
      ...(position.pauseTaken ? { s: 1 } : {}),
    }),
  ).toString('base64url')

/**
 * Reads a page token. Null when it is unreadable, foreign, or differs in any byte from what
 * `writeToken` gives: a client must send it back unchanged (§5).
 */
export const readToken = (clientId: string, token: string): Position | null => {
  const body = parseJson(Buffer.from(token, 'base64url').toString())
  if (typeof body !== 'object' || body === null) return null
  const after = 'u' in body && typeof body.u === 'string' ? body.u : null
  const position = { after, pauseTaken: 's' in body && body.s === 1 }
  if (after === null && !position.pauseTaken) return null
  return writeToken(clientId, position) === token ? position : null
}
