import type { ErrorCode, ErrorDetails } from './wire.ts'

export type FailureStatus = 400 | 401 | 404 | 429 | 500

const statuses: Readonly<Record<ErrorCode, FailureStatus>> = {
  bad_request: 400,
  unauthenticated: 401,
  not_found: 404,
  rate_limited: 429,
  internal_error: 500,
}

/** An answer other than 2xx (§5). Thrown by whatever notices, written by the routes' error handler. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails) {
    super(message)
    this.code = code
    this.details = details
  }

  get status(): FailureStatus {
    return statuses[this.code]
  }
}

/** A parameter that cannot be used: 400 with its name (§4, §5). */
export const badParam = (param: string, message: string) =>
  new Failure('bad_request', message, { reason: 'invalid_param', param })

/** The body of a failure (§5), with only the details of its own code. */
export const failureBody = (failure: Failure, requestId: string) => ({
  error: {
    type: `https://docs.notiflows.com/errors/${failure.code}`,
    code: failure.code,
    message: failure.message,
    status: failure.status,
    request_id: requestId,
    details: failure.details,
  },
})
