import dns from 'node:dns'

import { afterAll, afterEach, beforeAll, vi } from 'vitest'

const attempts: string[] = []

/**
 * Lets nothing leave this machine while a file's tests run: a name that would have to be looked up is
 * refused before anything connects, and noted. (The vendors' clients fall back to production silently.)
 * Gives the names that were asked for since the test began.
 */
export const onlyLoopback = (): readonly string[] => {
  beforeAll(() => {
    // A proxy of the machine's would be asked for loopback addresses too.
    for (const name of ['NO_PROXY', 'no_proxy']) vi.stubEnv(name, '127.0.0.1')
    const lookup = dns.lookup.bind(dns)
    vi.spyOn(dns, 'lookup').mockImplementation((...args) => {
      const [name] = args
      // The emulator's own address passes here when it begins to listen.
      if (name === '127.0.0.1') return lookup(...args)
      attempts.push(name)
      throw new Error(`${name} is not this machine`)
    })
  })
  afterEach(() => {
    attempts.length = 0
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  return attempts
}
