import { ApiError } from '#src/web/lib/api.ts'

export type FailureWords = {
  readonly title: string
  readonly detail: string | null
  readonly requestId: string | null
  readonly retryAt: number | null
  /** Asking again cannot help: the way on is to begin the list anew. */
  readonly startAgain: boolean
}

const endsTheWalk = new Set([
  '/problems/bad-cursor',
  '/problems/foreign-cursor',
  '/problems/cursor-loop',
])

/** What to tell an operator about a failed call: what happened, what to do, and the id that support asks for. */
export function failureInWords(error: Error): FailureWords {
  const problem = error instanceof ApiError ? error.problem : null
  const message = error instanceof ApiError ? error.message : 'Something in this page failed.'
  return {
    title: problem?.title ?? message,
    detail: problem?.detail ?? null,
    requestId: problem?.requestId ?? null,
    retryAt: error instanceof ApiError ? error.retryAt : null,
    startAgain: problem !== null && endsTheWalk.has(problem.type),
  }
}
