import type { Day } from '#src/web/lib/time.ts'
import { addDays, formatDay, formatExact, isDay, startOfDay } from '#src/web/lib/time.ts'
import { dates as words } from '#src/web/words/dates.ts'
import { ownWord } from '#src/web/lib/own-word.ts'

/** A ready-made range. `days` counts today as one of them. */
type Preset = { readonly id: string } & ({ readonly days: number } | { readonly notFor: number })

/** The ready-made ranges that end today, each with the key that sets it. */
export const presets = [
  { id: 'today', key: 't', days: 1 },
  { id: '7d', key: 'w', days: 7 },
  { id: '30d', key: 'm', days: 30 },
  { id: '90d', key: 'q', days: 90 },
  { id: '365d', key: 'y', days: 365 },
] as const satisfies readonly (Preset & { readonly key: string })[]

/** What lies before such a range: for whoever has not been seen in it. */
export const absences = [
  { id: 'not-30d', notFor: 30 },
  { id: 'not-90d', notFor: 90 },
  { id: 'not-365d', notFor: 365 },
] as const satisfies readonly Preset[]

const all: readonly Preset[] = [...presets, ...absences]
const presetOf = (id: string): Preset | undefined => all.find((preset) => preset.id === id)

/** "Last 30 days": what a ready-made range is called. */
export const presetLabel = (id: string): string => ownWord(words.presets, id) ?? id

/** Days between which something happened: a preset by its id, or first and last day, either of them open. */
export type Dates =
  | { readonly preset: string }
  | { readonly from: Day | null; readonly to: Day | null }

/** Instants of a range, as the gateway takes them: first included, last excluded. Null: open. */
export type Instants = { readonly after: string | null; readonly before: string | null }

/**
 * Reads what `writeDates` wrote, and a day, month or year alone, as somebody types it; null for anything else, so that any text at all gives a valid
 * filter. A range written backwards is turned round.
 */
export function readDates(text: string | null): Dates | null {
  if (text === null) return null
  const preset = presetOf(text)
  if (preset !== undefined) return { preset: preset.id }
  const typed = spanOf(text)
  if (typed !== null) return typed
  const parts = text.split('..')
  if (parts.length !== 2) return null
  const [from = '', to = ''] = parts
  if ((from !== '' && !isDay(from)) || (to !== '' && !isDay(to)) || from + to === '') return null
  const backwards = from !== '' && to !== '' && from > to
  return backwards ? { from: to, to: from } : { from: from || null, to: to || null }
}

/** The first and last day of `2026`, `2026-03` or `2026-03-05`. */
function spanOf(text: string): Dates | null {
  const [from, to] = [`${text}-01-01`, `${text}-12-31`]
  if (isDay(from)) return { from, to }
  const first = `${text}-01`
  if (isDay(first)) return { from: first, to: addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1) }
  return isDay(text) ? { from: text, to: text } : null
}

/** `30d`, or `2026-03-01..2026-03-31` with either end left out when open. */
export const writeDates = (dates: Dates): string =>
  'preset' in dates ? dates.preset : `${dates.from ?? ''}..${dates.to ?? ''}`

/** First and last day that dates mean on a day. */
export function daysOf(dates: Dates, today: Day) {
  if (!('preset' in dates)) return dates
  const preset = presetOf(dates.preset)
  if (preset !== undefined && 'notFor' in preset)
    return { from: null, to: addDays(today, -preset.notFor) }
  return { from: addDays(today, 1 - (preset?.days ?? 1)), to: today }
}

/**
 * The exact instants of dates: from the start of the first day to the end of the last, in a zone where it
 * is `today`.
 */
export function resolveDates(dates: Dates | null, zone: string, today: Day): Instants {
  if (dates === null) return { after: null, before: null }
  const { from, to } = daysOf(dates, today)
  const instant = (day: Day) => new Date(startOfDay(day, zone)).toISOString()
  return {
    after: from === null ? null : instant(from),
    before: to === null ? null : instant(addDays(to, 1)),
  }
}

/** "Last 30 days", "3 Mar 2026 – 31 Mar 2026", "since 3 Mar 2026", "before 1 Mar 2026". */
export function describeDates(dates: Dates): string {
  if ('preset' in dates) return presetLabel(dates.preset)
  const { from, to } = dates
  if (from === null) return to === null ? words.any : words.before(formatDay(addDays(to, 1)))
  if (to === null) return words.since(formatDay(from))
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
}

/** "from Sat, 24 Oct 2026, 00:00:00 CEST until just before Mon, 23 Nov 2026, 00:00:00 CET" */
export function exactEnds(dates: Dates, zone: string, today: Day): string {
  const { after, before } = resolveDates(dates, zone, today)
  const from = after === null ? null : words.from(formatExact(after, zone))
  const to = before === null ? null : words.until(formatExact(before, zone))
  return [from, to].filter((end) => end !== null).join(' ')
}
