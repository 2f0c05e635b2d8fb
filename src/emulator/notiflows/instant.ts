import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import { badParam } from './failures.ts'

const shape =
  /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?)?$/

const number = (digits: string | undefined) => Number(digits ?? '0')

/**
 * An end of a creation filter (§4), an ISO 8601 datetime, in epoch ms. A missing zone is UTC; a bare date,
 * or anything that is no such moment, is refused with 400; each by its switch. Null when absent.
 */
export const readInstant = (
  param: string,
  value: string | undefined,
  {
    bareDates,
    missingZone,
    badDates,
  }: Pick<NotiflowsSwitches, 'bareDates' | 'missingZone' | 'badDates'>,
): number | null => {
  if (value === undefined) return null
  const isBare = /^\d{4}-\d\d-\d\d$/.test(value)
  if (isBare && bareDates === 'refuse') throw badParam(param, `${param} has no time`)
  const found = parseInstant(isBare ? `${value}T00:00:00Z` : value)
  if (found === null) {
    if (badDates === 'ignore') return null
    throw badParam(param, `${param} is not an ISO 8601 datetime`)
  }
  if (!found.hasZone && missingZone === 'refuse') throw badParam(param, `${param} has no zone`)
  return found.epochMs
}

/** A datetime, UTC where it names no zone. Digits beyond the millisecond stay as a fraction: they can decide an end. */
const parseInstant = (text: string): { epochMs: number; hasZone: boolean } | null => {
  const parts = shape.exec(text)
  if (parts === null) return null
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(number)
  const [, , , , , , , fraction, z, sign, zoneHour, zoneMinute] = parts
  const wall = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second)
  const offset = number(zoneHour) * 60 + number(zoneMinute)
  // Date.UTC carries 31 February over into March: what comes out otherwise was no date. It also
  // takes years below 100 for the twentieth century, which ends here too.
  const back = new Date(wall).toISOString().slice(0, 19)
  const given = `${text.slice(0, 10)}T${text.slice(11, 16)}:${parts[6] ?? '00'}`
  if (back !== given || offset > 14 * 60 || number(zoneMinute) > 59) return null
  const ms = fraction === undefined ? 0 : Number(`0.${fraction}`) * 1000
  return {
    epochMs: wall + ms - (sign === '-' ? -offset : offset) * 60_000,
    hasZone: z !== undefined || sign !== undefined,
  }
}
