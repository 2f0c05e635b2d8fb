import { isJsonObject } from '#src/domain/json.ts'

/** Nothing a platform says makes us wait longer than this (checks F01). */
const longestMs = 300_000

// The three forms of RFC 9110 §5.6.7 begin with the name of a day. Date.parse alone would read "-5".
const httpDate = /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? /

const clamp = (ms: number): number | null =>
  Number.isFinite(ms) && ms > 0 ? Math.min(ms, longestMs) : null

function fromHeaders(headers: Headers): number | null {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,15}$/.test(value)) return clamp(Number(value) * 1000)
  if (!httpDate.test(value)) return null
  // Measured against the platform's own clock: ours may be an hour off (checks F01). Without a Date
  // the moment means nothing to us.
  return clamp(Date.parse(value) - Date.parse(headers.get('date') ?? ''))
}

/** Notiflows repeats the wait in the body, in seconds (contract Notiflows §5, §6). */
function fromBody(body: unknown): number | null {
  if (!isJsonObject(body) || !isJsonObject(body['error'])) return null
  const details = body['error']['details']
  const seconds = isJsonObject(details) ? details['retry_after'] : undefined
  return typeof seconds === 'number' ? clamp(seconds * 1000) : null
}

/**
 * How long the platform asks us to wait: the header `Retry-After` in seconds or as a date, else the
 * body's `error.details.retry_after`. Takes the headers and the parsed body (or undefined) of a
 * failure; gives milliseconds, at most 300,000, or null when nothing usable was said.
 */
export const retryAfterMs = (headers: Headers, body: unknown): number | null =>
  fromHeaders(headers) ?? fromBody(body)
