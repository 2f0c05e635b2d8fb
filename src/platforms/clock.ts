import { setTimeout as delay } from 'node:timers/promises'

/**
 * Time as the adapters see it. Injected, so that no test ever really waits, and monotonic, so that a
 * step of the machine's clock neither fires nor freezes a timeout (checks F15).
 */
export type Clock = {
  /** Milliseconds since any fixed moment; never goes back. */
  readonly now: () => number
  /**
   * The date, in milliseconds since 1970, by the machine's own clock, which may jump: only for asking
   * a platform about dates, never for measuring.
   */
  readonly date: () => number
  /** Resolves after `ms` milliseconds; rejects as soon as `signal` is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => Date.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
}
