import { createHash, timingSafeEqual } from 'node:crypto'

import { ProblemError } from './problems.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Makes the check of the API's token. It throws a ProblemError (401) unless the Authorization header
 * carries the token. Hashes are compared, so neither the length nor a shared beginning shows in time.
 * @param token null when none is asked for
 */
export const tokenCheck = (token: string | null): ((headers: Headers) => void) => {
  if (token === null) return () => {}
  const wanted = digest(token)
  return (headers) => {
    const given = /^Bearer +(\S+)$/iu.exec(headers.get('authorization') ?? '')?.[1]
    if (given !== undefined && timingSafeEqual(digest(given), wanted)) return
    throw new ProblemError(
      'token-required',
      'Open the link that Rollcall printed when it started: it carries the token.',
      { headers: { 'www-authenticate': 'Bearer realm="rollcall"' } },
    )
  }
}
