import { randomUUID } from 'node:crypto'

import { systemClock } from '#src/platforms/clock.ts'

import type { World } from './compose.ts'
import type { Log } from './log.ts'
import { createFingerprinter, randomKey, randomToken } from './secrets.ts'

/** The real world, for a process that answers: its network, clock, chance, and a fingerprint key of its own. */
export const createWorld = (log: Log): World => ({
  fetch: (url, init) => fetch(url, init),
  fingerprint: createFingerprinter(randomKey()),
  clock: systemClock,
  random: Math.random,
  randomToken,
  requestId: () => randomUUID(),
  log,
})
