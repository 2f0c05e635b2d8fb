import { PlatformError } from '#src/platforms/platform.ts'

/** An answer above the size cap. Adapters ask again for a smaller page (checks B03). */
export class AnswerTooLargeError extends PlatformError {
  constructor(bytes: number) {
    super('platform-bad-response', `The platform's answer is larger than ${bytes} bytes`)
  }
}

/** We did not ask at all: the breaker is open, or the platform told us to wait. Never retried here. */
export class NotAskedError extends PlatformError {}

/** The same failure, with another time to wait (milliseconds). */
export const waitingFor = (error: PlatformError, retryAfterMs: number): PlatformError =>
  new PlatformError(error.code, error.message, {
    status: error.status,
    platformCode: error.platformCode,
    platformRequestId: error.platformRequestId,
    missing: error.missing,
    retryAfterMs: Math.ceil(retryAfterMs),
  })
