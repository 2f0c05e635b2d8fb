const shape =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/u

/** How an instant must be written, for messages. */
export const instantShape =
  'an ISO 8601 instant with a zone, such as 2026-01-31T00:00:00Z or 2026-01-31T00:00:00%2B01:00'

/**
 * An ISO 8601 instant as milliseconds since the epoch, or null for anything else: a date without a
 * zone means another moment in every browser (check F15). A day that the month does not have is
 * refused; Date would move it to the next month.
 *
 * Finer fractions are rounded up: users are known to the millisecond, and for whole milliseconds
 * `t >= x` and `t < x` are the same as with x rounded up, so both ends of a range stay exact.
 */
export const parseInstant = (text: string): number | null => {
  const match = shape.exec(text)
  if (match === null) return null
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, hours, minutes] =
    match
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null
  date.setUTCHours(Number(hour), Number(minute), Number(second))
  const digits = fraction.padEnd(9, '0')
  const milliseconds = Math.ceil(Number(digits) / 1e6)
  const offset = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
  return date.getTime() + milliseconds - (sign === '-' ? -offset : offset)
}
