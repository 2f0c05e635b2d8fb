import { ProblemError } from './problems.ts'

// A host as it may stand in a Host header: a name, an IPv4 address or a bracketed IPv6 one, and a port.
// No user, no path, no blanks (RFC 9112 §3.2).
const hostShape = /^(?:[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::\d{1,5})?$/u

/**
 * The names this gateway answers to: the loopback ones with the port actually bound, and the
 * operator's own. Check 0.1: nothing but this list stops DNS rebinding.
 * @param port the port bound
 * @param further names the operator allowed, with a port (then exactly that one) or without (then
 *   without a port, or with the bound one)
 */
export const allowedHosts = (port: number, further: readonly string[]): ReadonlySet<string> => {
  const names = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  const own = further.flatMap((name) => (/:\d+$/u.test(name) ? [name] : [name, `${name}:${port}`]))
  // A client leaves out the port of its scheme.
  const bare = port === 80 ? ['127.0.0.1', 'localhost', '[::1]'] : []
  return new Set([...names, ...bare, ...own].map((name) => name.toLowerCase()))
}

/**
 * Throws a ProblemError unless the request named exactly one host, and an allowed one: 400 for none,
 * several or a malformed one, 421 for any other name.
 */
export const checkHost = (hosts: readonly string[], allowed: ReadonlySet<string>): void => {
  const [host] = hosts
  if (host === undefined || hosts.length > 1) {
    throw new ProblemError('bad-request', 'The request must name exactly one Host.')
  }
  const name = host.toLowerCase()
  if (!hostShape.test(name)) {
    throw new ProblemError('bad-request', 'The Host of the request cannot be read.')
  }
  if (!allowed.has(name)) {
    throw new ProblemError(
      'unknown-host',
      'Open Rollcall at the address it printed, or add this name to ROLLCALL_ALLOWED_HOSTS.',
    )
  }
}
