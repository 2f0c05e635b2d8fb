import { readToken } from './token.ts'

/** How long an answer may wait for whoever needs it, in milliseconds: as long as the code takes to load. */
const fresh = 10_000

type Sent = { readonly answer: Promise<Response>; readonly here: boolean }

const sent = new Map<string, Sent>()

/** The headers of every call to the gateway. */
export function ownHeaders(): Readonly<Record<string, string>> {
  const token = readToken()
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

/** Asks the gateway for what the page will need first, while the code that needs it is still on its way. */
export function askEarly(path: string): void {
  const answer = fetch(path, { headers: ownHeaders() })
  sent.set(path, { answer, here: false })
  answer.then(
    ({ ok }) => sent.has(path) && sent.set(path, { answer, here: ok }),
    // A failure is told to whoever takes it.
    () => {},
  )
  setTimeout(() => drop(path), fresh)
}

/** What nobody came for is old by now, and must not stay half read. */
function drop(path: string): void {
  takeEarly(path)?.then(
    (unread) => void (unread.bodyUsed || unread.body?.cancel()),
    () => {},
  )
}

/** Whether what was asked for early is here to be taken, and is no failure. */
export const isHereEarly = (path: string): boolean => sent.get(path)?.here === true

/** The answer to what was asked for early; each is given once. Null when it was not, or too long ago. */
export function takeEarly(path: string): Promise<Response> | null {
  const { answer = null } = sent.get(path) ?? {}
  sent.delete(path)
  return answer
}

/** Whether something was asked for early that nobody came for yet. */
export const isAskedEarly = (path: string): boolean => sent.has(path)

/** What an answer says that was asked for early, as JSON; whoever takes it has it still. Null where there is none. */
export async function peekEarly(path: string): Promise<unknown> {
  try {
    const answer = await sent.get(path)?.answer
    return answer?.ok === true ? await readOnce(answer) : null
  } catch {
    return null
  }
}

const bodies = new WeakMap<Response, Promise<unknown>>()

/** The body of an answer as JSON, for all who ask. Fails where it is none. */
export function readOnce(answer: Response): Promise<unknown> {
  const body = bodies.get(answer) ?? answer.json()
  bodies.set(answer, body)
  return body
}
