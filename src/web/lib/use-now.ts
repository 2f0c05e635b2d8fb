import { useSyncExternalStore } from 'react'

const period = 30_000
/** The time as `useNow` has it at this moment. */
export const roundedNow = (): number => Math.floor(Date.now() / period) * period

function subscribe(changed: () => void) {
  const timer = setInterval(changed, period)
  return () => clearInterval(timer)
}

/** The time in milliseconds since the epoch, fresh to half a minute: enough for "2h ago". */
export const useNow = (): number => useSyncExternalStore(subscribe, roundedNow)
