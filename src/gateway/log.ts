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
  readonly error?: string
  /** Where it happened: function names and our own files. */
  readonly at?: readonly string[]
}

export type Log = (line: LogLine) => void

/** What may be said of an unexpected failure: its class and its place. Messages quote what they choked on. */
export const describeFailure = (failure: unknown): Pick<LogLine, 'error' | 'at'> => {
  if (!(failure instanceof Error)) return { error: typeof failure }
  const frames = (failure.stack ?? '').split('\n').filter((line) => /^\s+at \S/u.test(line))
  return {
    error: /^\w{1,60}$/u.test(failure.name) ? failure.name : 'Error',
    at: frames.slice(0, 6).map((line) => line.trim()),
  }
}

/** A log that writes JSON lines. @param write takes a whole line, its end included */
export const jsonLog =
  (write: (line: string) => void, now: () => number): Log =>
  (line) => {
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), ...line })}\n`)
  }
