import * as z from 'zod'

import { readPhone } from '#src/domain/filters.ts'
import type { Fingerprinter } from '#src/platforms/platform.ts'

import type { FindAnswer } from './api.ts'
import { emailKey, type Loaded, phoneKey, tokenKey } from './loaded.ts'
import { readBody } from './request-body.ts'

/** Longer than any token or endpoint that there is, and short enough to be hashed at once. */
const longest = 4096

const wanted = z.strictObject({ text: z.string().min(1).max(longest) })

/** What a body asks for. Throws a ProblemError (400) for any other body. */
export const readFind = (request: Request) =>
  readBody(request, wanted, `{ "text": 1 to ${longest} characters }`)

/**
 * Who among the users loaded has this as a push token, web push endpoint, email address or number. The
 * text itself goes no further than this: a token is compared by its fingerprint.
 */
export const findLoaded = (
  loaded: Loaded,
  environment: string,
  text: string,
  fingerprint: Fingerprinter,
): FindAnswer => {
  const given = text.trim()
  const { last4, hash } = fingerprint(given)
  const keys = [
    tokenKey(hash),
    ...(given.includes('@') ? [emailKey(given)] : []),
    ...(readPhone(given) !== null ? [phoneKey(given)] : []),
  ]
  return {
    fingerprint: { last4, hash },
    among: loaded.count(environment),
    users: loaded.find(environment, keys),
  }
}
