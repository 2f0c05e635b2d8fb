import type { InstantRange } from '#src/domain/filters.ts'

// The years that ISO 8601 writes with four digits.
const earliest = Date.parse('0001-01-01T00:00:00.000Z')
const latest = Date.parse('9999-12-31T23:59:59.000Z')

/** Whole seconds, as in every sample of the platform (contract Notiflows §3). */
const write = (seconds: number): string =>
  `${new Date(Math.min(Math.max(seconds * 1000, earliest), latest)).toISOString().slice(0, 19)}Z`

/**
 * The created filters to send for a half-open range: a second wider on both sides, because the
 * platform does not say whether its ends are included, nor how finely it compares (contract Notiflows
 * §4); the adapter cuts exactly. An end before the year 1 or after 9999 is no limit and is left out.
 */
export function createdQuery({ after, before }: InstantRange): Record<string, string> {
  return {
    ...(after === null || after - 1000 < earliest
      ? {}
      : { created_after: write(Math.floor(after / 1000) - 1) }),
    ...(before === null || before + 1000 > latest
      ? {}
      : { created_before: write(Math.ceil(before / 1000) + 1) }),
  }
}
