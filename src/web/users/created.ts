import type { Day } from '#src/web/lib/time.ts'
import { addDays, dayAt, formatDay, isDay, startOfDay } from '#src/web/lib/time.ts'

/** The ready-made ranges. `days` counts today as one of them. */
export const presets = [
  { id: 'today', key: 't', label: 'Today', days: 1 },
  { id: '7d', key: 'w', label: 'Last 7 days', days: 7 },
  { id: '30d', key: 'm', label: 'Last 30 days', days: 30 },
  { id: '90d', key: 'q', label: 'Last 90 days', days: 90 },
  { id: '365d', key: 'y', label: 'Last 365 days', days: 365 },
] as const
type Preset = (typeof presets)[number]

/** A filter on the day of creation: a preset, or first and last day, either of them open. */
export type Created =
  | { readonly preset: Preset['id'] }
  | { readonly from: Day | null; readonly to: Day | null }

/** Instants of a range, as the gateway takes them: first included, last excluded. Null: open. */
export type CreatedInstants = {
  readonly createdAfter: string | null
  readonly createdBefore: string | null
}

const presetOf = (id: string): Preset | undefined => presets.find((preset) => preset.id === id)

/**
 * Reads what `writeCreated` wrote; null for anything else, so that any text at all gives a valid
 * filter. A range written backwards is turned round.
 */
export function readCreated(text: string | null): Created | null {
  if (text === null) return null
  const preset = presetOf(text)
  if (preset !== undefined) return { preset: preset.id }
  const parts = text.split('..')
  if (parts.length !== 2) return null
  const [from = '', to = ''] = parts
  if ((from !== '' && !isDay(from)) || (to !== '' && !isDay(to)) || from + to === '') return null
  const backwards = from !== '' && to !== '' && from > to
  return backwards ? { from: to, to: from } : { from: from || null, to: to || null }
}

/** `30d`, or `2026-03-01..2026-03-31` with either end left out when open. */
export const writeCreated = (created: Created): string =>
  'preset' in created ? created.preset : `${created.from ?? ''}..${created.to ?? ''}`

/** First and last day that a filter means in a zone, at an instant (milliseconds since the epoch). */
export function daysOf(created: Created, zone: string, now: number) {
  if (!('preset' in created)) return created
  const to = dayAt(now, zone)
  return { from: addDays(to, 1 - (presetOf(created.preset)?.days ?? 1)), to }
}

/** The exact instants of a filter: from the start of its first day to the end of its last, in the zone. */
export function resolveCreated(
  created: Created | null,
  zone: string,
  now: number,
): CreatedInstants {
  if (created === null) return { createdAfter: null, createdBefore: null }
  const { from, to } = daysOf(created, zone, now)
  const instant = (day: Day) => new Date(startOfDay(day, zone)).toISOString()
  return {
    createdAfter: from === null ? null : instant(from),
    createdBefore: to === null ? null : instant(addDays(to, 1)),
  }
}

/** "Last 30 days", "3 Mar 2026 – 31 Mar 2026", "since 3 Mar 2026". */
export function describeCreated(created: Created): string {
  if ('preset' in created) return presetOf(created.preset)?.label ?? created.preset
  const { from, to } = created
  if (from === null) return to === null ? 'any time' : `until ${formatDay(to)}`
  if (to === null) return `since ${formatDay(from)}`
  return from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`
}
