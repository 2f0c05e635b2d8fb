import { hash, randomBytes } from 'node:crypto'

import type { Fingerprinter } from '#src/platforms/platform.ts'

/** Characters; the last four of a shorter secret would give away too much of it. */
const longEnough = 16

const hexToken = /^(?:[\da-f]{2}){32,}$/iu
const mayBeHexToken = /^[\s<>\da-f]{64,}$/iu

/**
 * Apple's tokens are bytes, and people and programs write the same ones with capitals, blanks and angle
 * brackets: one form of them all. Any other secret is what it is.
 */
const canonical = (secret: string): string => {
  if (!mayBeHexToken.test(secret)) return secret
  const bare = secret.replaceAll(/[\s<>]/gu, '')
  return hexToken.test(bare) ? bare.toLowerCase() : secret
}

/**
 * Makes fingerprints under one key: equal secrets compare equal, and without the key nobody can try
 * guesses against a hash. One SHA-256 over key and secret instead of an HMAC, at a third of its cost: of
 * 32 bytes eight are given, and without the others nobody can extend it.
 * @param key random, and never stored
 */
export const createFingerprinter = (key: Uint8Array): Fingerprinter => {
  const prefix = Buffer.from(key).toString('base64')
  return (given) => {
    const secret = canonical(given)
    return {
      last4: secret.length >= longEnough ? secret.slice(-4) : '',
      hash: hash('sha256', prefix + secret, 'hex').slice(0, 16),
    }
  }
}

/** A key or token of 256 random bits. */
export const randomKey = (): Uint8Array => randomBytes(32)
export const randomToken = (): string => randomBytes(32).toString('base64url')
