import * as z from 'zod'

import type { Audit } from './audit.ts'
import type { AuditEvent } from './audit-chain.ts'
import { ProblemError } from './problems.ts'
import { readBody } from './request-body.ts'

export const revealRoute = '/api/environments/:env/reveal'

const wanted = z.strictObject({
  // Half of a surrogate pair cannot be asked of any platform.
  id: z.string().regex(/^\P{Cs}+$/u),
  field: z.enum(['email', 'phone']),
})

/** The one value that a body asks for. Throws a ProblemError (400) for any other body. */
export const readReveal = (request: Request) =>
  readBody(request, wanted, '{ "id": the user’s id, "field": "email" or "phone" }')

/**
 * Does what was asked for, and hands the outcome on only when a line in the audit log says so, good or
 * bad. Rejects with what the work was refused with, or with an AuditError when no line can be written.
 */
export const audited = async <T>(
  audit: Audit,
  event: Omit<Extract<AuditEvent, { event: 'reveal' }>, 'outcome'>,
  work: () => Promise<T>,
): Promise<T> => {
  const [done] = await Promise.allSettled([work()])
  if (done.status === 'fulfilled') {
    await audit.write({ ...event, outcome: 'revealed' })
    return done.value
  }
  const failure: unknown = done.reason
  const outcome = failure instanceof ProblemError ? failure.code : 'internal'
  await audit.write({ ...event, outcome })
  throw failure
}
