import { readToken } from './token.ts'

/** How long an answer may wait for whoever needs it, in milliseconds: as long as the code takes to load. */
const fresh = 10_000

const sent = new Map<string, Promise<Response>>()

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
  sent.set(path, answer)
  setTimeout(() => drop(path), fresh)
}

/** What nobody came for is old by now, and must not stay half read. */
function drop(path: string): void {
  takeEarly(path)?.then(
    (unread) => void unread.body?.cancel(),
    () => {},
  )
}

/** The answer to what was asked for early; each is given once. Null when it was not, or too long ago. */
export function takeEarly(path: string): Promise<Response> | null {
  const answer = sent.get(path) ?? null
  sent.delete(path)
  return answer
}
