import { setTimeout as delay } from 'node:timers/promises'

/**
 * Time as the adapters see it. Injected, so that no test ever really waits, and monotonic, so that a
 * step of the machine's clock neither fires nor freezes a timeout (checks F15).
 */
export type Clock = {
  /** Milliseconds since any fixed moment; never goes back. */
  readonly now: () => number
  /** Resolves after `ms` milliseconds; rejects as soon as `signal` is aborted. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal === undefined ? {} : { signal }),
}
