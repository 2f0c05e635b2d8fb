import type { Clock } from '#src/platforms/clock.ts'

const failuresToOpen = 5
const firstWindowMs = 10_000
const longestWindowMs = 60_000

/** Leave to send one request; exactly one of the four is called when it has ended. */
export type Permit = {
  readonly success: () => void
  readonly failure: () => void
  /** A side question failed: of the platform's health that says nothing, unless it was the probe. */
  readonly failureAside: () => void
  /** The request was given up by us: it says nothing about the platform. */
  readonly cancel: () => void
}

export type Breaker = {
  /** Milliseconds until the next probe when requests are refused now, else null. */
  readonly refusal: () => number | null
  /** Null when requests are refused now. */
  readonly enter: () => Permit | null
}

/**
 * Opens after five failures in a row, lets one probe through after 10 s, and doubles that window up
 * to 60 s while probes fail (checks F04, fixed figures of §2.0). Cockatiel's breaker is not used: it
 * measures by Date.now(), so that a step of the clock could hold it open for a day (F15), and while
 * a probe runs it makes everyone wait for it instead of failing within 20 ms.
 */
export function createBreaker(clock: Clock): Breaker {
  let failures = 0
  let windowMs = firstWindowMs
  let openUntil: number | null = null
  let probing = false

  const refusal = (): number | null => {
    if (openUntil === null) return null
    const wait = openUntil - clock.now()
    if (wait > 0) return wait
    // Its outcome is not known yet; a second from now it most likely is.
    return probing ? 1000 : null
  }

  const probe = (): Permit => {
    probing = true
    const failure = () => {
      probing = false
      windowMs = Math.min(windowMs * 2, longestWindowMs)
      openUntil = clock.now() + windowMs
    }
    return {
      success: () => {
        probing = false
        openUntil = null
        failures = 0
        windowMs = firstWindowMs
      },
      failure,
      failureAside: failure,
      cancel: () => {
        probing = false
      },
    }
  }

  const ordinary = (): Permit => ({
    success: () => {
      if (openUntil === null) failures = 0
    },
    failure: () => {
      failures += 1
      if (openUntil === null && failures >= failuresToOpen) openUntil = clock.now() + windowMs
    },
    failureAside: () => {},
    cancel: () => {},
  })

  return {
    refusal,
    enter: () => {
      if (refusal() !== null) return null
      return openUntil === null ? ordinary() : probe()
    },
  }
}
