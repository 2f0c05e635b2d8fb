import type { NotiflowsSwitches } from '#src/emulator/switches.ts'

import type { ErrorCode, ErrorDetails, FieldFault } from './wire.ts'

export type FailureStatus = 400 | 401 | 403 | 404 | 409 | 422 | 429 | 500

const statuses: Readonly<Record<ErrorCode, FailureStatus>> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  validation_failed: 422,
  rate_limited: 429,
  internal_error: 500,
}

const assumedCodes: ReadonlySet<ErrorCode> = new Set([
  'forbidden',
  'conflict',
  'validation_failed',
  'rate_limited',
  'internal_error',
])

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

/** An id in a path or query that is no UUID where one belongs (§9). */
export const badUuid = (param: string) =>
  new Failure('bad_request', `${param} is not a UUID`, { reason: 'invalid_uuid', param })

export const notFound = (resource: string, id: string) =>
  new Failure('not_found', `No such ${resource.replaceAll('_', ' ')}`, { resource, id })

export const noRoute = () => new Failure('not_found', 'No such route', {})

/** A body whose fields cannot be taken: 422 with an entry for each (§5, §9). */
export const invalid = (fields: readonly FieldFault[]) =>
  new Failure('validation_failed', 'The request is not valid', { fields })

/** The body of a failure (§5), with only the details of its own code. */
export const failureBody = (
  { code, message, status, details }: Failure,
  requestId: string,
  { errorType, unnamedCodes }: Pick<NotiflowsSwitches, 'errorType' | 'unnamedCodes'>,
) => {
  const written = unnamedCodes && assumedCodes.has(code) ? 'error' : code
  const type =
    errorType === 'source'
      ? `https://docs.notiflows.com/errors/${written}`
      : `https://notiflows.com/docs/api/errors#${written}-${status}`
  return { error: { type, code: written, message, status, request_id: requestId, details } }
}
