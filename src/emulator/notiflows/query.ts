import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { readCursor } from './cursor.ts'
import { badParam } from './failures.ts'

export type ListQuery = {
  readonly limit: number
  /** Internal id that the page begins after (towards older users), or null. */
  readonly after: string | null
  /** Internal id that the page ends before (towards newer users), or null. */
  readonly before: string | null
  /** Ends of the creation filter, epoch ms, possibly with a fraction. */
  readonly createdAfter: number | null
  readonly createdBefore: number | null
}

const defaultLimit = 25
const maxLimit = 1000

export type ListSwitches = Pick<
  NotiflowsSwitches,
  'clampLimit' | 'bothCursors' | 'badCursor' | 'bareDates'
>

/**
 * Reads the parameters of a list (§4). Fails with 400 naming the first that cannot be used; unknown
 * ones are ignored (§9).
 */
export const readListQuery = (
  query: (name: string) => string | undefined,
  switches: ListSwitches,
): ListQuery => {
  const after = query('after')
  const both = after !== undefined && query('before') !== undefined
  if (both && switches.bothCursors === 'refuse') {
    throw badParam('before', 'after and before exclude each other')
  }
  const before = both ? undefined : query('before')
  return {
    limit: readLimit(query('limit'), switches.clampLimit),
    after: after === undefined ? null : cursorIn('after', after, switches),
    before: before === undefined ? null : cursorIn('before', before, switches),
    createdAfter: readInstant('created_after', query('created_after'), switches),
    createdBefore: readInstant('created_before', query('created_before'), switches),
  }
}

const cursorIn = (
  param: 'after' | 'before',
  cursor: string,
  { badCursor }: ListSwitches,
): string | null => {
  try {
    return readCursor(param, cursor)
  } catch (error) {
    if (badCursor === 'refuse') throw error
    return null
  }
}

const readLimit = (limit: string | undefined, clamp: boolean): number => {
  if (limit === undefined) return defaultLimit
  if (!/^-?\d+$/.test(limit)) throw badParam('limit', 'limit is not a whole number')
  const number = Number(limit)
  if (number >= 1 && number <= maxLimit) return number
  if (!clamp) throw badParam('limit', 'limit is out of range')
  return Math.min(Math.max(number, 1), maxLimit)
}

const shape =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?$/

const number = (digits: string | undefined) => Number(digits ?? '0')

/**
 * An ISO 8601 datetime in epoch ms. A missing zone is UTC; a bare date, or anything that is no such
 * moment, is refused (§4). Digits beyond the millisecond stay as a fraction: they can decide an end.
 */
const readInstant = (
  param: string,
  value: string | undefined,
  { bareDates }: ListSwitches,
): number | null => {
  if (value === undefined) return null
  const bare = /^\d{4}-\d\d-\d\d$/.test(value)
  const text = bare && bareDates === 'midnight' ? `${value}T00:00:00Z` : value
  const parts = shape.exec(text)
  if (parts === null) throw badParam(param, `${param} is not an ISO 8601 datetime`)
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(number)
  const [, , , , , , , fraction, , sign, zoneHour, zoneMinute] = parts
  const wall = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  const offset = number(zoneHour) * 60 + number(zoneMinute)
  // Date.UTC carries 31 February over into March: what comes out otherwise was no date. It also
  // takes years below 100 for the twentieth century, which ends here too.
  const back = new Date(wall).toISOString().slice(0, 19)
  const given = `${text.slice(0, 10)}T${text.slice(11, 16)}:${parts[6] ?? '00'}`
  if (back !== given || offset > 14 * 60 || number(zoneMinute) > 59) {
    throw badParam(param, `${param} is not an ISO 8601 datetime`)
  }
  const ms = fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000
  return wall + ms - (sign === '-' ? -offset : offset) * 60_000
}
