import type { PlatformError } from '#src/platforms/platform.ts'

import { type ProblemCode, ProblemError } from './problems.ts'

// What to do, by code. The platform's own words are never repeated: they quote what was sent to it.
const advice = {
  'platform-unreachable': (name) =>
    `${name} could not be reached. Check the network and its base URL.`,
  'platform-timeout': (name) =>
    `${name} did not answer in time. Try again, or ask for fewer users.`,
  'platform-bad-response': (name) =>
    `${name} answered something that is not its API. Check its base URL.`,
  'platform-unauthorized': (name) =>
    `${name} refuses its credential. Check the key in the configuration.`,
  'platform-rejected': (name) =>
    `${name} refuses the request. Its plan or permissions may not allow it.`,
  'platform-rate-limited': (name) => `${name} asks to slow down. Try again a little later.`,
  'platform-failed': (name) => `${name} failed on its side. Try again later.`,
  'bad-cursor': (name) =>
    `${name} no longer knows this place. Start again from the beginning of the list.`,
  'cursor-loop': (name) =>
    `${name} gave a place in the list a second time. Start again from the beginning of the list.`,
} as const satisfies Record<PlatformError['code'], (name: string) => string>

/** Whole seconds, at least one: a client told to wait 0 s would come back at once. */
const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000))

/**
 * A platform's failure as the problem that the caller is told. The status is the code's own, except
 * that a platform which rests after failures (its breaker is open, so it says when to come back) is 503.
 * @param name the operator's name of the environment
 */
export const platformProblem = (error: PlatformError, name: string): ProblemError => {
  const paused = error.code === 'platform-unreachable' && error.retryAfterMs !== null
  const code: ProblemCode = paused ? 'platform-paused' : error.code
  const detail = paused
    ? `“${name}” failed several times in a row and is left in peace for a moment. It is tried again by itself.`
    : advice[error.code](`“${name}”`)
  return new ProblemError(code, detail, {
    ...(error.retryAfterMs === null ? {} : { retryAfter: seconds(error.retryAfterMs) }),
    platform: {
      status: error.status,
      code: error.platformCode,
      requestId: error.platformRequestId,
    },
  })
}
