export type FailureStatus = 400 | 401 | 404 | 429 | 500

/** An answer other than 200 (§6). Thrown by whatever notices, written by the routes' error handler. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly status: FailureStatus
  /** What would help, where the contract's 400 has a place for it. */
  readonly fix: string | undefined

  constructor(status: FailureStatus, message: string, fix?: string) {
    super(message)
    this.status = status
    this.fix = fix
  }
}

export const unauthorized = () => new Failure(401, 'Unauthorized')

/**
 * The body of a failure (§6): only 400 has the newer shape, with a tracking id; the rest have a bare
 * message, as nothing is published for them.
 */
export const failureBody = (failure: Failure, trackingId: string) =>
  failure.status === 400
    ? {
        trackingId,
        error: {
          code: 'invalid_request',
          message: failure.message,
          ...(failure.fix === undefined ? {} : { fix: failure.fix }),
        },
      }
    : { message: failure.message }
