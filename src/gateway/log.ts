/**
 * One line of the gateway's log. An allow-list: what is not named here is never logged, so that no
 * URL, id, address or message of anybody can be (check A06, A07).
 */
export type LogLine = {
  readonly level: 'info' | 'warn' | 'error'
  readonly event: string
  readonly requestId?: string
  readonly method?: string
  /** The template of the route, never the path itself. */
  readonly route?: string
  readonly status?: number
  readonly ms?: number
  readonly problem?: string
  /** The id that the operator gave an environment. */
  readonly environment?: string
  readonly error?: string
  /** Where it happened: function names and our own files. */
  readonly at?: readonly string[]
}

export type Log = (line: LogLine) => void

// A frame in a file of ours or of Node. The code of a data: URL or of eval would be quoted in its place.
const frame =
  /^at (?:[\w$.<>[\]# ]{1,80} \()?(?:node:|file:\/\/\/|\/)[\w./@+~-]{1,200}:\d+:\d+\)?$/u

/** What may be said of an unexpected failure: its class and its place. Messages quote what they choked on. */
export const describeFailure = (failure: unknown): Pick<LogLine, 'error' | 'at'> => {
  if (!(failure instanceof Error)) return { error: typeof failure }
  const { name, message, stack = '' } = failure
  // The stack begins with the message, which may have lines that look like frames.
  const start = message === '' ? 0 : stack.indexOf(message) + message.length
  const lines = stack.slice(start).split('\n')
  const frames = lines.map((line) => line.trim()).filter((line) => frame.test(line))
  return { error: /^\w{1,60}$/u.test(name) ? name : 'Error', at: frames.slice(0, 6) }
}

/** A log that writes JSON lines. @param write takes a whole line, its end included */
export const jsonLog =
  (write: (line: string) => void, now: () => number): Log =>
  (line) => {
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), ...line })}\n`)
  }
