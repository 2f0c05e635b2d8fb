import { ApiError } from '#src/web/lib/api.ts'

export type FailureWords = {
  readonly title: string
  readonly detail: string | null
  readonly requestId: string | null
}

/** What to tell an operator about a failed call: what happened, what to do, and the id that support asks for. */
export function failureInWords(error: Error): FailureWords {
  if (!(error instanceof ApiError))
    return { title: 'Something in this page failed.', detail: null, requestId: null }
  return {
    title: error.problem?.title ?? error.message,
    detail: error.problem?.detail ?? null,
    requestId: error.problem?.requestId ?? null,
  }
}
