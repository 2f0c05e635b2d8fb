import type * as z from 'zod'

import { ProblemError } from './problems.ts'

const parse = (bytes: ArrayBuffer): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // The parser's message quotes the text (check 0.9).
    return undefined
  }
}

/**
 * Reads a JSON body strictly (check A09). Throws a ProblemError (400) for anything but what the schema
 * takes, without a word of what stood there.
 * @param form what is expected, for people
 */
export const readBody = async <T>(
  request: Request,
  schema: z.ZodType<T>,
  form: string,
): Promise<T> => {
  const parsed = schema.safeParse(parse(await request.arrayBuffer()))
  if (parsed.success) return parsed.data
  throw new ProblemError('bad-request', `The body must be ${form}, and nothing else.`)
}
