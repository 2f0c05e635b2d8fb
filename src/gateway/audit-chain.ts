import { createHash } from 'node:crypto'

// The audit log as text (check A15): one JSON object a line, each with the hash of the line before it
// and its own, which is SHA-256 over the line up to `,"hash"` and a closing brace.

type Reveal = {
  readonly event: 'reveal'
  readonly environment: string
  /** The application's own id, which may be personal. */
  readonly user: string
  readonly field: string
  readonly requestId: string
  /** `revealed`, or the code of the problem that was answered instead. */
  readonly outcome: string
}

/** One line when it begins and one when it ends, with the same `requestId`. */
type Export = {
  readonly event: 'export'
  readonly environment: string
  /** Filters and columns as they were asked for. */
  readonly query: string
  /** How many users were written, and how many looked at, until then. */
  readonly rows: number
  readonly scanned: number
  readonly requestId: string
  /** `begun`; then `complete`, `stopped` by whoever asked, or the code of the problem that broke it off. */
  readonly outcome: string
}

/** Something that is answered for. */
export type AuditEvent = Reveal | Export

/** What the first line has for the hash of the line before it. */
export const noLine = '0'.repeat(64)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

// ASCII alone: what else controls a terminal, or turns a text around, is not what JSON escapes.
const ascii = (json: string): string =>
  json.replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/**
 * The line of an event, its end included, and its hash.
 * @param at ISO 8601 UTC with milliseconds
 * @param previous the hash of the line before it
 */
export const sealLine = (at: string, event: AuditEvent, previous: string) => {
  const body = ascii(JSON.stringify({ at, ...event, previous }))
  const hash = sha256(body)
  return { line: `${body.slice(0, -1)},"hash":"${hash}"}\n`, hash }
}

const sealed = /^(\{[\x20-\x7e]*,"previous":"([0-9a-f]{64})"),"hash":"([0-9a-f]{64})"\}\n$/

/** The hashes of a line, its end included; null when it is not as it was written. */
export const readLine = (
  line: string,
): { readonly previous: string; readonly hash: string } | null => {
  const [, body = '', previous = '', hash = ''] = sealed.exec(line) ?? []
  return hash !== '' && sha256(`${body}}`) === hash ? { previous, hash } : null
}

export type ChainReport =
  | { readonly ok: true; readonly lines: number }
  | { readonly ok: false; readonly line: number; readonly what: string }

/**
 * Checks a whole log: that every line is as it was written and follows the one before it, and that
 * none is missing at the end. Names the first line that is wrong, counted from 1.
 * @param lines with their ends
 * @param head the hash of the last line as it was noted beside the log, or null where none was
 */
export const checkChain = async (
  lines: AsyncIterable<string> | Iterable<string>,
  head: string | null,
): Promise<ChainReport> => {
  let count = 0
  let last = noLine
  let isHeadFound = false
  for await (const line of lines) {
    count += 1
    const read = readLine(line)
    if (read === null) return { ok: false, line: count, what: 'was edited or is incomplete' }
    if (read.previous !== last)
      return {
        ok: false,
        line: count,
        what: 'does not follow the line before it: one was removed, added or moved here',
      }
    last = read.hash
    isHeadFound ||= last === head
  }
  // The head is written after its line, so whoever is cut off between the two leaves one line without.
  if (isHeadFound || (head === null && count < 2)) return { ok: true, lines: count }
  return head === null
    ? { ok: false, line: count, what: 'may not be the last one: the note of the last line is gone' }
    : { ok: false, line: count + 1, what: 'is gone, and perhaps more after it' }
}
