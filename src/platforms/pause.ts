import { abortable } from '#src/platforms/abortable.ts'
import type { Clock } from '#src/platforms/clock.ts'
import type { PlatformError } from '#src/platforms/platform.ts'
import { NotAskedError } from '#src/platforms/upstream-errors.ts'

export type Pause = {
  /** Whether the platform wants to be left alone now. */
  readonly isOn: () => boolean
  /** Remembers how long the platform asked to be left alone, if it did. */
  readonly heed: (error: PlatformError) => void
  /**
   * Waits until the platform may be asked again. When that is not before `deadline` (of the clock),
   * fails at once, as the platform did, with the time left; when `signal` is aborted, with its reason.
   */
  readonly waitOut: (deadline: number, signal: AbortSignal) => Promise<void>
}

/** Nobody of an environment asks while the platform wants to be left alone (checks F01: 0 calls in between). */
export function createPause(clock: Clock, random: () => number): Pause {
  let until = Number.NEGATIVE_INFINITY
  let cause: PlatformError | null = null
  return {
    isOn: () => clock.now() < until,
    heed: (error) => {
      if (error.retryAfterMs === null || clock.now() + error.retryAfterMs <= until) return
      until = clock.now() + error.retryAfterMs
      cause = error
    },
    waitOut: async (deadline, signal) => {
      for (let left = until - clock.now(); left > 0; left = until - clock.now()) {
        if (cause !== null && until >= deadline) {
          const { code, message, status } = cause
          throw new NotAskedError(code, message, { status, retryAfterMs: Math.ceil(left) })
        }
        // A little spread, so that those who waited do not all come in the same moment.
        await abortable(clock.sleep(left + random() * 100, signal), signal)
      }
    },
  }
}
