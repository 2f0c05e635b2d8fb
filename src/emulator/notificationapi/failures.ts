export type FailureStatus = 400 | 401 | 402 | 403 | 404 | 429 | 500 | 502

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

/** Turning a caller away with one of the two statuses that mean it. */
export const refusal = (status: '401' | '403') =>
  status === '401' ? unauthorized() : new Failure(403, 'Forbidden')

export const notFound = () => new Failure(404, 'Not Found')

const codes: Partial<Record<FailureStatus, string>> = {
  400: 'invalid_request',
  402: 'usage_limit',
  502: 'provider_error',
}

/** Whether a failure has the newer shape, with a tracking id (§6). */
export const isTracked = (failure: Failure): boolean => codes[failure.status] !== undefined

/**
 * The body of a failure (§6): the newer shape where newer pages show one; the rest have a bare message,
 * as nothing is published for them.
 */
export const failureBody = (failure: Failure, trackingId: string) => {
  const { message, fix } = failure
  const code = codes[failure.status]
  if (code === undefined) return { message }
  const provider = failure.status === 502 ? { provider: 'ses', providerCode: 'Throttling' } : {}
  return {
    trackingId,
    error: { code, message, ...(fix === undefined ? {} : { fix }), ...provider },
  }
}
