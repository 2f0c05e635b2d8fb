// Date.parse accepts far more ("1", "-5", expanded years), and not the same everywhere.
const shape =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d+))?)?)? ?(?:([Zz])|([+-]\d{2}):?(\d{2})?)?$/

// The form that we give, and what the platforms write: the same with another count of digits, or none, behind
// the seconds. Of days that the month has in every year, so that there is nothing to work out.
const plain =
  /^(?:000[1-9]|00[1-9]\d|0[1-9]\d\d|[1-9]\d{3})-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3,40})?Z$/

/** To milliseconds, of a text that is `plain`. */
const cutPlain = (text: string): string => {
  if (text.length === 24) return text
  return text.length === 20 ? `${text.slice(0, 19)}.000Z` : `${text.slice(0, 23)}Z`
}

/**
 * Reads an instant as a platform writes it: ISO 8601 with or without fractions, seconds, time or
 * offset; a missing zone means UTC (contracts NotificationAPI §11, Notiflows §3 and §4). Gives ISO
 * 8601 UTC with milliseconds, finer fractions cut off, or null when it cannot be read: another
 * format, a day or month that does not exist, a year outside 1 to 9999 (checks B07).
 */
export function readInstant(text: string): string | null {
  return plain.test(text) ? cutPlain(text) : readByParts(text)
}

/** The same as `readInstant` of any text, part by part. */
export function readByParts(text: string): string | null {
  const match = text.length > 64 ? null : shape.exec(text)
  if (match === null) return null
  const [, day = '', time = '00:00', seconds = '00', fraction = '', , hours, minutes = '00'] = match
  const local = `${day}T${time}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
  const ms = Date.parse(local)
  // The engine rolls 30 February over to March; such a day is unreadable, not another day.
  if (Number.isNaN(ms) || new Date(ms).toISOString() !== local) return null
  const offset = offsetMs(hours, minutes)
  if (offset === null) return null
  const instant = new Date(ms - offset).toISOString()
  return /^\d{4}-/.test(instant) && !instant.startsWith('0000') ? instant : null
}

function offsetMs(hours: string | undefined, minutes: string): number | null {
  if (hours === undefined) return 0
  const h = Number(hours)
  const m = Number(minutes)
  if (Math.abs(h) > 23 || m > 59) return null
  return (hours.startsWith('-') ? -1 : 1) * (Math.abs(h) * 60 + m) * 60_000
}
