import { offsetAt } from './time.ts'

const two = (part: number): string => String(part).padStart(2, '0')

/** How far a zone is ahead of UTC at an instant, in whole minutes: all that ISO 8601 can write. */
const minutesAt = (instant: number, zone: string): number =>
  Math.trunc(offsetAt(instant, zone) / 60_000)

/** "+01:00", "-03:30": how far a zone's clocks are ahead of UTC at an instant (milliseconds since the epoch). */
export function offsetOf(instant: number, zone: string): string {
  const minutes = minutesAt(instant, zone)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}

/**
 * An instant in ISO 8601 by a zone's clocks, with its offset: "2026-03-03T08:05:12+01:00". Always the same
 * instant; a fraction of a second stands there only if it has one.
 */
export function isoIn(iso: string, zone: string): string {
  const instant = Date.parse(iso)
  const local = new Date(instant + minutesAt(instant, zone) * 60_000).toISOString()
  return `${local.replace(/(?:\.000)?Z$/, '')}${offsetOf(instant, zone)}`
}
