import * as z from 'zod'

export const off = () => z.boolean().default(false)
/** A count of requests; 0 for never. */
export const every = () => z.int().min(0).max(1_000_000).default(0)
/** A number of things, one at least. */
export const size = (initial: number) => z.int().min(1).max(100_000).default(initial)
/** A whole number from 0 up to a bound. */
export const wait = (initial: number, max: number) => z.int().min(0).max(max).default(initial)
/** One of some words, the first by default. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(
  ...words: Words
): z.ZodDefault<z.ZodEnum<{ [Word in Words[number]]: Word }>> => {
  const choice = z.enum(words)
  return z._default(choice, choice.parse(words[0]))
}

/** Bad days, by count: what both platforms do to their clients now and then. */
export const disturbances = {
  /** Every so many requests one is refused with 429 and `Retry-After`; 0 for never. */
  refuseEvery: every(),
  /** Every so many requests one fails with 500; 0 for never. */
  failEvery: every(),
  /** Seconds in `Retry-After` (and in Notiflows' `retry_after`). */
  retryAfter: wait(3, 86_400),
  /** Whether a 429 has the header `Retry-After` at all. */
  retryAfterHeader: oneOf('sent', 'absent'),
  /** Milliseconds before each answer. */
  latencyMs: wait(0, 600_000),
}
