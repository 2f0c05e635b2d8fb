import { createHmac, randomBytes } from 'node:crypto'

import type { Fingerprinter } from '#src/platforms/platform.ts'

/** Characters; the last four of a shorter secret would give away too much of it. */
const longEnough = 16

/**
 * Makes fingerprints under one key: equal secrets compare equal, and without the key nobody can try
 * guesses against a hash.
 * @param key random, and never stored
 */
export const createFingerprinter =
  (key: Uint8Array): Fingerprinter =>
  (secret) => ({
    last4: secret.length >= longEnough ? secret.slice(-4) : '',
    hash: createHmac('sha256', key).update(secret).digest('hex').slice(0, 16),
  })

/** A key or token of 256 random bits. */
export const randomKey = (): Uint8Array => randomBytes(32)
export const randomToken = (): string => randomBytes(32).toString('base64url')
