import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

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

export type FailureSwitches = Pick<
  NotificationapiSwitches,
  'errorCodes' | 'unauthorizedBody' | 'faultBody' | 'otherErrorBody'
>

const codeFor = (code: string, { errorCodes }: FailureSwitches): { readonly code?: string } => {
  if (errorCodes === 'absent') return {}
  return { code: errorCodes === 'upper-case' ? code.toUpperCase() : code }
}

/**
 * A failure as it is written (§6), a text with its type: the newer shape where newer pages show one; the rest
 * have a bare message, or as the switches say, since nothing is published for them.
 */
export const writeFailure = (
  { status, message, fix }: Failure,
  trackingId: string,
  switches: FailureSwitches,
): { readonly type: string; readonly text: string } => {
  const code = codes[status]
  if (code !== undefined) {
    const provider = status === 502 ? { provider: 'ses', providerCode: 'Throttling' } : {}
    const told = { ...codeFor(code, switches), message, ...(fix === undefined ? {} : { fix }) }
    return json({ trackingId, error: { ...told, ...provider } })
  }
  const { unauthorizedBody, faultBody, otherErrorBody } = switches
  const form = status === 401 ? unauthorizedBody : status === 500 ? faultBody : otherErrorBody
  switch (form) {
    case 'message':
      return json({ message })
    case 'error':
      return json({ error: message })
    case 'empty':
      return { type: 'text/plain', text: '' }
    case 'html':
      return { type: 'text/html', text: `<html><body><h1>${status} ${message}</h1></body></html>` }
  }
}

const json = (body: object) => ({ type: 'application/json', text: JSON.stringify(body) })
