import { ApiError } from '#src/web/lib/api.ts'
import { list } from '#src/web/words/list.ts'
import { language } from '#src/web/words/language.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import type { Problem } from '#src/domain/problem.ts'

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

const codeOf = ({ type }: Problem): string => type.replace('/problems/', '')

/** What to tell an operator about a failed call: what happened, what to do, and the id that support asks for. */
export function failureInWords(error: Error): FailureWords {
  const problem = error instanceof ApiError ? error.problem : null
  const message = error instanceof ApiError ? error.message : list.failed
  const title = problem === null ? undefined : ownWord(list.problems, codeOf(problem))
  return {
    title: title ?? problem?.title ?? message,
    // Written for whoever reads English; what is known of the kind is in the title.
    detail: title === undefined || language === 'en' ? (problem?.detail ?? null) : null,
    requestId: problem?.requestId ?? null,
    retryAt: error instanceof ApiError ? error.retryAt : null,
    startAgain: problem !== null && endsTheWalk.has(problem.type),
  }
}
