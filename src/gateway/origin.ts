import { ProblemError } from './problems.ts'

const foreign = (detail: string) => new ProblemError('foreign-origin', detail)

/** Whether a path belongs to the API, which asks for a token and answers to nothing but the app. */
export const isApiPath = (path: string): boolean => path === '/api' || path.startsWith('/api/')

/**
 * Check A03. Throws a ProblemError (403) for a request that another site, or another port of this
 * machine, made a browser send. Loopback ports are "same-site" to each other, so that word is not enough.
 * A client that is no browser sends none of these headers; the token and the Host list deal with it.
 */
export const checkOrigin = (path: string, headers: Headers): void => {
  const api = isApiPath(path)
  const site = headers.get('sec-fetch-site')
  if (api && headers.get('sec-fetch-mode') === 'navigate') {
    throw new ProblemError('navigation-to-api', 'Open the app instead; it asks the API itself.')
  }
  if (site !== null && site !== 'same-origin' && (api || site !== 'none')) {
    throw foreign('Only the app itself may ask. To open the app, enter its address by hand.')
  }
  const origin = headers.get('origin')
  const host = headers.get('host')?.toLowerCase() ?? ''
  // The Host was checked against the list before, so an Origin that equals it is ours.
  if (origin !== null && origin !== `http://${host}` && origin !== `https://${host}`) {
    throw foreign('The Origin of the request is not this gateway.')
  }
}

const typed = new Set(['POST', 'PUT', 'PATCH'])

/**
 * Throws a ProblemError (415) for a write whose body is not JSON. Forms and text/plain are what a
 * page of another site can send without asking first.
 */
export const checkWrite = (method: string, headers: Headers): void => {
  if (!typed.has(method)) return
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new ProblemError('json-required', 'Send the body as application/json.')
  }
}
