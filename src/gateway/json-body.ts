import type * as z from 'zod'

import { ProblemError } from './problems.ts'

const wrong = (detail: string) => new ProblemError('bad-request', detail)

const textOf = async (request: Request): Promise<string> => {
  try {
    // Broken UTF-8 is refused: a replacement character would ask for somebody else.
    return new TextDecoder('utf-8', { fatal: true }).decode(await request.arrayBuffer())
  } catch (failure) {
    if (failure instanceof TypeError) throw wrong('The body must be JSON in UTF-8.')
    throw failure
  }
}

/**
 * The JSON body of a request, checked. Throws a ProblemError (400) that names the field and never
 * repeats what stood there: bodies hold addresses and tokens.
 */
export const readJsonBody = async <T>(request: Request, schema: z.ZodType<T>): Promise<T> => {
  let body: unknown
  const text = await textOf(request)
  try {
    body = JSON.parse(text)
  } catch {
    throw wrong('The body must be JSON in UTF-8.')
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = issue?.path.join('.') ?? ''
  throw wrong(
    field === ''
      ? 'The body must be an object with exactly the fields of this call.'
      : `“${field}” is missing or wrong in the body.`,
  )
}
