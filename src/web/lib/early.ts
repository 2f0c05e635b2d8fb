import { readToken } from './token.ts'

/** How long an answer may wait for whoever needs it, in milliseconds: as long as the code takes to load. */
const fresh = 10_000

const sent = new Map<string, { readonly at: number; readonly answer: Promise<Response> }>()

/** The headers of every call to the gateway. */
export function ownHeaders(): Readonly<Record<string, string>> {
  const token = readToken()
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

/** Asks the gateway for what the page will need first, while the code that needs it is still on its way. */
export function askEarly(path: string): void {
  const answer = fetch(path, { headers: ownHeaders() })
  // A failure is told to whoever takes it.
  answer.catch(() => {})
  sent.set(path, { at: performance.now(), answer })
}

/** The answer to what was asked for early; each is given once. Null when it was not, or too long ago. */
export function takeEarly(path: string): Promise<Response> | null {
  const early = sent.get(path)
  sent.delete(path)
  return early !== undefined && performance.now() - early.at < fresh ? early.answer : null
}
