import type { Problem } from '#src/domain/problem.ts'

// Every way in which the gateway can say no: the stable code of `/problems/<code>`, its title, its status.
const table = {
  'bad-request': ['The request could not be read', 400],
  'bad-parameter': ['A parameter is wrong', 400],
  'unanswerable-filter': ['This environment cannot answer that filter', 400],
  'bad-cursor': ['This place in the list cannot be read', 400],
  'foreign-cursor': ['This place belongs to another list', 400],
  'token-required': ['A token is needed', 401],
  'foreign-origin': ['The request came from another site', 403],
  'navigation-to-api': ['The API is not a page', 403],
  'not-found': ['There is nothing here', 404],
  'unknown-environment': ['There is no such environment', 404],
  'unknown-user': ['The platform knows no such user', 404],
  'method-not-allowed': ['This method is not allowed here', 405],
  'request-timeout': ['The request took too long to arrive', 408],
  'body-too-large': ['The request body is too large', 413],
  'url-too-long': ['The address is too long', 414],
  'json-required': ['A JSON body is needed', 415],
  'unknown-host': ['This gateway does not answer to that name', 421],
  'headers-too-large': ['The request headers are too large', 431],
  'request-closed': ['The caller closed the request', 499],
  internal: ['The gateway failed', 500],
  'platform-unreachable': ['The platform cannot be reached', 502],
  'platform-bad-response': ['The platform answered something unreadable', 502],
  'platform-unauthorized': ['The platform refuses the credential', 502],
  'platform-rejected': ['The platform refuses the request', 502],
  'platform-failed': ['The platform failed', 502],
  'cursor-loop': ['The platform leads in a circle', 502],
  'platform-paused': ['The platform is resting after failures', 503],
  'audit-unavailable': ['The audit log cannot be written', 503],
  'platform-timeout': ['The platform did not answer in time', 504],
  'platform-rate-limited': ['The platform asks for patience', 429],
  'export-running': ['An export is running already', 429],
} as const satisfies Record<string, readonly [title: string, status: number]>

export type ProblemCode = keyof typeof table

/** What a problem may carry besides its code and detail. `retryAfter` is in whole seconds. */
export type ProblemExtra = Pick<Problem, 'retryAfter' | 'platform'> & {
  /** Further response headers, e.g. Allow. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown by anything in the gateway that refuses a request. `detail` is shown to the operator: no secrets. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly detail: string
  readonly extra: ProblemExtra
  constructor(code: ProblemCode, detail: string, extra: ProblemExtra = {}) {
    super(code)
    this.code = code
    this.detail = detail
    this.extra = extra
  }
}

/** The RFC 9457 body of a problem. */
export const problemBody = (
  { code, detail, extra }: Pick<ProblemError, 'code' | 'detail' | 'extra'>,
  requestId: string,
): Problem => {
  const [title, status] = table[code]
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    requestId,
    ...(extra.retryAfter === undefined ? {} : { retryAfter: extra.retryAfter }),
    ...(extra.platform === undefined ? {} : { platform: extra.platform }),
  }
}

/** The answer to a refused request, without the headers that every answer gets (security-headers.ts). */
export const problemResponse = (error: ProblemError, requestId: string): Response => {
  const body = problemBody(error, requestId)
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json',
      ...(body.retryAfter === undefined ? {} : { 'retry-after': String(body.retryAfter) }),
      ...error.extra.headers,
    },
  })
}
