import { tzOffset } from '@date-fns/tz/tzOffset'
import { language, locale } from '#src/web/words/language.ts'
import { ui } from '#src/web/words/ui.ts'

/** A calendar day, `YYYY-MM-DD`, without a zone: which instants it covers depends on the zone it is read in. */
export type Day = string

const dayForm = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text names a day that exists, between the years 1970 and 9998. */
export function isDay(text: string): boolean {
  const parts = dayForm.exec(text)
  if (parts === null) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < 1970 || year > 9998) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The day `count` days later (earlier when negative), by the calendar alone. */
export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

export const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export const offsetAt = (instant: number, zone: string): number =>
  tzOffset(zone, new Date(instant)) * 60_000

/** The day that it is in a zone at an instant (milliseconds since the epoch). */
export const dayAt = (instant: number, zone: string): Day =>
  new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10)

/**
 * The first instant of a day in a zone, in milliseconds since the epoch. Where clocks skip midnight
 * the day begins at the first instant that exists.
 */
export function startOfDay(day: Day, zone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const about = 86_400_000
  // Clocks may change on the day or the one before: midnight is told by one of two offsets.
  const before = midnight - offsetAt(midnight - about, zone)
  const after = midnight - offsetAt(midnight + about, zone)
  const exact = [before, after].filter((instant) => instant + offsetAt(instant, zone) === midnight)
  return exact.length === 0 ? before : Math.min(...exact)
}

const formatters = new Map<string, Intl.DateTimeFormat>()

// Making a formatter costs far more than using one, and rows ask for the same three over and over.
function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone} ${JSON.stringify(options)}`
  const found = formatters.get(key)
  if (found !== undefined) return found
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })
  formatters.set(key, made)
  return made
}

const timeOfDay = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** Whether this browser knows the IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return zone !== '' && Boolean(formatter(zone, timeOfDay))
  } catch {
    return false
  }
}

const dayAndMonth = { day: 'numeric', month: 'short' } as const
const dayAndTime = { ...dayAndMonth, ...timeOfDay } as const
const fullDay = { ...dayAndMonth, year: 'numeric' } as const
const exact = {
  weekday: 'short',
  ...fullDay,
  ...timeOfDay,
  second: '2-digit',
  timeZoneName: 'short',
} as const

/** "3 Mar 08:05", or "3 Mar 2025" when the year is not this one: as short as it can be and still be true. */
export function formatShort(iso: string, zone: string, now: number): string {
  const instant = Date.parse(iso)
  const sameYear = dayAt(instant, zone).slice(0, 4) === dayAt(now, zone).slice(0, 4)
  return formatter(zone, sameYear ? dayAndTime : fullDay)
    .format(instant)
    .replace(',', '')
}

/** "Tue, 3 Mar 2026, 08:05:12 GMT+1": the exact instant, its zone named. */
export const formatExact = (iso: string, zone: string): string =>
  formatter(zone, exact).format(Date.parse(iso))

const { timeZoneName: _, ...plain } = exact

/** The same without its zone, where that is named once for several. */
export const formatPlain = (iso: string, zone: string): string =>
  formatter(zone, plain).format(Date.parse(iso))

/** "3 Mar 2026" */
export const formatDay = (day: Day): string =>
  formatter('UTC', fullDay).format(Date.parse(`${day}T00:00:00Z`))

/** "07:12": the time of day somewhere. */
export const formatTimeOfDay = (instant: number, zone: string): string =>
  formatter(zone, timeOfDay).format(instant)

const steps = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const
const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always', style: 'narrow' })

/** "2h ago": coarse on purpose; the exact instant always stands beside it, on hover and focus. */
export function formatRelative(iso: string, now: number): string {
  const passed = Date.parse(iso) - now
  const step = steps.find(([, length]) => Math.abs(passed) >= length)
  return step === undefined ? ui.justNow : relative.format(Math.trunc(passed / step[1]), step[0])
}
