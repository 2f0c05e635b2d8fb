import type { Clock } from '#src/platforms/clock.ts'

export type FakeClock = Clock & {
  /** Lets `ms` milliseconds pass, waking sleepers in their order; work between them is finished first. */
  readonly advance: (ms: number) => Promise<void>
  /** Lets time pass until `work` has settled, and gives its outcome. */
  readonly during: <T>(work: Promise<T>) => Promise<PromiseSettledResult<T>>
  /** Every sleep that was begun, in milliseconds. */
  readonly slept: number[]
}

type Sleeper = { due: number; wake: () => void }

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A few turns of the event loop, so that everything that can go on without time has gone on. */
async function settle(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await turn()
}

/** A clock that stands still until it is told otherwise, so that no test ever waits (checks §2.0). */
export function createFakeClock(): FakeClock {
  let now = 1000
  let sleepers: Sleeper[] = []
  const slept: number[] = []

  const wakeNext = (limit: number): boolean => {
    const [next] = sleepers.toSorted((a, b) => a.due - b.due)
    if (next === undefined || next.due > limit) return false
    sleepers = sleepers.filter((sleeper) => sleeper !== next)
    now = Math.max(now, next.due)
    next.wake()
    return true
  }

  return {
    slept,
    now: () => now,
    date: () => Date.parse('2026-11-22T12:00:00Z') + now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        slept.push(ms)
        const sleeper: Sleeper = { due: now + ms, wake: resolve }
        const leave = () => {
          sleepers = sleepers.filter((other) => other !== sleeper)
          reject(new Error('aborted'))
        }
        if (signal?.aborted === true) {
          leave()
          return
        }
        sleepers.push(sleeper)
        signal?.addEventListener('abort', leave, { once: true })
      }),
    advance: async (ms) => {
      const limit = now + ms
      await settle()
      while (wakeNext(limit)) await settle()
      now = limit
    },
    during: async (work) => {
      const state = { done: false }
      const outcome = Promise.allSettled([work]).then(([result]) => {
        state.done = true
        return result
      })
      await settle()
      for (let i = 0; i < 10_000 && !state.done; i += 1) {
        wakeNext(Number.POSITIVE_INFINITY)
        await settle()
      }
      return outcome
    },
  }
}
