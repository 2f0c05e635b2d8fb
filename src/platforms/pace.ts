import { abortable } from '#src/platforms/abortable.ts'
import type { Clock } from '#src/platforms/clock.ts'
import { NotAskedError } from '#src/platforms/upstream-errors.ts'

export type Pace = {
  /**
   * Waits for a turn to send one request. When none comes before `deadline` (of the clock), fails at
   * once with the time until then; when `signal` is aborted, with its reason.
   */
  readonly takeTurn: (deadline: number, signal: AbortSignal) => Promise<void>
  /** A request that was sent at that moment (of the clock) was answered 429. */
  readonly slowDown: (sentAt: number) => void
}

/** Requests a second; below this even a few requests would miss their deadline. */
const slowest = 0.5
/** So many seconds take a halved rate to a doubled one. */
const recoverySeconds = 45
const remembered = 100

type Lowered = {
  readonly at: number
  readonly rate: number
  /** What the rate was when it was lowered first, which sets the pace of recovery. */
  readonly before: number
}

/**
 * How often an environment may be asked: `configured` requests a second, or without limit (null). A
 * bucket of one token, so that in no second more are sent, wherever one begins to count.
 *
 * A 429 halves the rate, an unlimited one from what was observed in the last second; then it grows
 * again by the same amount each second, to what is configured, or to twice what was too much and from
 * there to no limit: additive increase, multiplicative decrease, as TCP shares a wire among strangers
 * (RFC 5681). No platform publishes its limit (contracts NotificationAPI §7, Notiflows §6). Several
 * 429s to requests of the same burst are one sign and not several.
 */
export function createPace(clock: Clock, configured: number | null): Pace {
  let free = Number.NEGATIVE_INFINITY
  let lowered: Lowered | null = null
  let sent: readonly number[] = []
  // Those who wait stand in line. Nobody holds a place in time: whoever gives up leaves nothing behind.
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  /** Infinite where there is no limit. */
  function rateNow(): number {
    const usual = configured ?? Number.POSITIVE_INFINITY
    if (lowered === null) return usual
    const { at, rate, before } = lowered
    const gain = (1.5 * before) / recoverySeconds
    const grown = rate + (gain * (clock.now() - at)) / 1000
    if (grown < (configured ?? before * 2)) return grown
    lowered = null
    return usual
  }

  const sentIn = (second: number) => sent.filter((at) => at > second - 1000 && at <= second).length

  async function standInLine(gap: number, deadline: number, signal: AbortSignal) {
    const wait = Math.max(free, clock.now()) + waiting * gap - clock.now()
    if (wait > 0 && clock.now() + wait >= deadline)
      throw new NotAskedError(
        'platform-rate-limited',
        'This environment is asked as often as it may be',
        { retryAfterMs: Math.ceil(wait) },
      )
    const ahead = last
    const done = new AbortController()
    last = new Promise<void>((resolve) => {
      done.signal.addEventListener('abort', () => resolve())
    })
    waiting += 1
    try {
      if (waiting > 1) await abortable(ahead, signal)
      const left = free - clock.now()
      if (left > 0) await abortable(clock.sleep(left, signal), signal)
      free = Math.max(free, clock.now()) + gap
    } finally {
      waiting -= 1
      void ahead.then(() => done.abort())
    }
  }

  return {
    takeTurn: async (deadline, signal) => {
      const rate = rateNow()
      if (Number.isFinite(rate)) await standInLine(1000 / rate, deadline, signal)
      sent = [...sent.slice(1 - remembered), clock.now()]
    },
    slowDown: (sentAt) => {
      if (lowered !== null && sentAt <= lowered.at) return
      const current = rateNow()
      const rate = Number.isFinite(current) ? current : Math.max(2, sentIn(sentAt))
      const floor = Math.min(slowest, configured ?? slowest)
      lowered = {
        at: clock.now(),
        rate: Math.max(rate / 2, floor),
        before: configured ?? lowered?.before ?? rate,
      }
      free = Math.max(free, clock.now())
    },
  }
}
