/**
 * Hands on the newest of what it is given, at most once in a while: at once when it has been quiet, else
 * when the while is over. The same again is not news.
 */
export function throttle<T>(everyMs: number, hand: (value: T) => void) {
  let [handed, waiting]: [T | undefined, T | undefined] = [undefined, undefined]
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    timer = undefined
    if (waiting === undefined || waiting === handed) return
    last = Date.now()
    handed = waiting
    hand(waiting)
  }
  return {
    give: (value: T) => {
      waiting = value
      timer ??= setTimeout(now, Math.max(0, last + everyMs - Date.now()))
    },
    stop: () => {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
