import { createHmac } from 'node:crypto'
import type { Told } from '#src/domain/told.ts'
import type { ListRequest, Fingerprinter } from '#src/platforms/platform.ts'

/** As the gateway's: keyed, and with four characters only of a secret that is long enough. */
export const fingerprint: Fingerprinter = (secret) => ({
  last4: secret.length >= 16 ? secret.slice(-4) : '',
  hash: createHmac('sha256', 'test').update(secret).digest('hex').slice(0, 16),
})

/** A list request, for the first page of everything unless told otherwise. */
export const listRequest = (more: Partial<ListRequest> = {}): ListRequest => ({
  limit: 100,
  created: { after: null, before: null },
  from: null,
  signal: new AbortController().signal,
  ...more,
})

/** What was told; a test that meets anything else is wrong. */
export function valueOf<T>(fact: Told<T> | undefined): T {
  if (fact?.told === true) return fact.value
  throw new Error(`Not told: ${fact?.why ?? 'at all'}`)
}

export const isoDate = (text: string): number => {
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Error('Not a date')
  return at
}
