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

/** Reads something, with 422 instead of a 400 where the switch for it says so. */
export const failingWith = <T>(status: '400' | '422', read: () => T): T => {
  try {
    return read()
  } catch (error) {
    if (status === '400' || !(error instanceof Failure) || error.code !== 'bad_request') throw error
    const { param = '', reason = '' } = error.details
    throw invalid([{ field: param, message: error.message, reason }])
  }
}

export type FailureSwitches = Pick<
  NotiflowsSwitches,
  | 'errorType'
  | 'forbiddenCode'
  | 'conflictCode'
  | 'validationCode'
  | 'validationStatus'
  | 'rateLimitCode'
  | 'internalCode'
  | 'fieldFaults'
  | 'faultMessages'
>

/** A failure's status (§5). */
export const statusOf = (
  { code }: Failure,
  { validationStatus }: Pick<FailureSwitches, 'validationStatus'>,
): FailureStatus =>
  code === 'validation_failed' && validationStatus === '400' ? 400 : statuses[code]

/** The codes whose names are assumptions (§5), each by its switch. */
const codeFor = (code: ErrorCode, switches: FailureSwitches): string => {
  switch (code) {
    case 'forbidden':
      return switches.forbiddenCode
    case 'conflict':
      return switches.conflictCode
    case 'validation_failed':
      return switches.validationCode
    case 'rate_limited':
      return switches.rateLimitCode
    case 'internal_error':
      return switches.internalCode
    case 'bad_request':
    case 'unauthenticated':
    case 'not_found':
      return code
  }
}

const named = ({ field, message, reason }: FieldFault): FieldFault => ({
  field,
  message: `${field} ${message}`,
  reason,
})

const writeDetails = (
  { fields, ...details }: ErrorDetails,
  { fieldFaults, faultMessages }: FailureSwitches,
): ErrorDetails => {
  if (fields === undefined) return details
  const told = fieldFaults === 'each' ? fields : fields.slice(0, 1)
  return { ...details, fields: faultMessages === 'short' ? told : told.map(named) }
}

/** The body of a failure (§5), with only the details of its own code. */
export const failureBody = (failure: Failure, requestId: string, switches: FailureSwitches) => {
  const { code, message, details } = failure
  const status = statusOf(failure, switches)
  const written = codeFor(code, switches)
  const type =
    switches.errorType === 'source'
      ? `https://docs.notiflows.com/errors/${written}`
      : `https://notiflows.com/docs/api/errors#${written}-${status}`
  return {
    error: {
      type,
      code: written,
      message,
      status,
      request_id: requestId,
      details: writeDetails(details, switches),
    },
  }
}
