type Watch = {
  /**
   * Asks once; whether to go on asking. A failure is no news, and makes the next wait twice as long.
   */
  readonly ask: (signal: AbortSignal) => Promise<boolean>
  /** Whether anybody can see the page. */
  readonly isVisible: () => boolean
  /** From 0 up to 1. */
  readonly random: () => number
}

const everyMs = 60_000
// So that many pages that were opened together do not ask together.
const jitterMs = 15_000
// Whoever comes back to the page may come with everybody else.
const returnJitterMs = 5_000
const longestMs = 15 * 60_000

/**
 * Asks something once a minute at most, and only while the page can be seen. `look` is to be called when that may
 * have changed: however often, it leads to one asking, and only if one is due. Nothing is asked at the start.
 */
export function startWatch({ ask, isVisible, random }: Watch) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let failures = 0
  let due = Date.now() + everyMs + random() * jitterMs
  const stop = new AbortController()
  const { signal } = stop

  const wait = (atLeast = 0) => {
    clearTimeout(timer)
    timer = setTimeout(() => void tick(), Math.max(atLeast, due - Date.now()))
  }
  const tick = async () => {
    // What was set for a time that the machine slept through.
    if (!isVisible() || asking || signal.aborted) return
    asking = true
    const goesOn = await ask(signal).then(
      (answer) => {
        failures = 0
        return answer
      },
      () => {
        failures += 1
        return true
      },
    )
    asking = false
    const period = Math.min(everyMs * 2 ** failures, longestMs)
    due = goesOn ? Date.now() + period + random() * jitterMs : Infinity
    look()
  }
  const look = () => {
    if (signal.aborted || due === Infinity || !isVisible()) return clearTimeout(timer)
    if (!asking) wait(due <= Date.now() ? random() * returnJitterMs : 0)
  }
  look()
  return {
    look,
    stop: () => {
      clearTimeout(timer)
      stop.abort()
    },
  }
}
