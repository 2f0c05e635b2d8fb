import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { readInstant } from '#src/platforms/instant.ts'
import type { Needles } from '#src/platforms/needles.ts'
import { isObject, redact, type Spec } from '#src/platforms/redact.ts'
import type { Faults } from '#src/platforms/tolerant.ts'

/** A record of the wire: an object, of whatever fields. */
export type WireRecord = Readonly<Record<string, unknown>>
export const isRecord = isObject

/** A text of the wire as the domain has it: null and empty mean that there is none; never trimmed. */
export const readText = (value: string | null | undefined, guard: Guard): string | null =>
  value === null || value === undefined || value === '' ? null : guard.text(value)

/** An instant of the wire, or null, noted as a fault when something stood there that is none (B07). */
export function readTime(
  value: string | null | undefined,
  path: string,
  faults: Faults,
): string | null {
  if (value === null || value === undefined || value === '') return null
  const instant = readInstant(value)
  if (instant === null) faults.note(path)
  return instant
}

/**
 * An id as the domain has it: a text that is not empty, or a number (some applications number their
 * users), byte for byte (checks B04). Null when it is not usable. An id is never masked for holding
 * one of the record's own secrets, because some applications name a user by the push token and could
 * not be asked for under another name; but an id with a credential of ours in it is not usable (A06).
 */
export function readId(value: unknown, credentials: Needles): string | null {
  const id = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof id === 'string' && id !== '' && !credentials.foundIn(id) ? id : null
}

/**
 * The fields of a record that have no place in the domain, and the known ones that could not be
 * read, under their wire names, so that an operator still sees what stood there. Secrets are hidden.
 */
export function leftovers(
  record: WireRecord,
  known: ReadonlySet<string>,
  { spec, guard, faults }: { spec: Spec; guard: Guard; faults: Faults },
): [name: string, value: Json][] {
  const unread = new Set(faults.paths().map((path) => path.replace(/[.[].*$/s, '')))
  const names = Object.keys(record).filter((name) => !known.has(name) || unread.has(name))
  if (names.length === 0) return []
  const kept = Object.fromEntries(names.map((name) => [name, record[name]]))
  const shown = redact(kept, spec, guard)
  return isJsonObject(shown) ? Object.entries(shown) : []
}
