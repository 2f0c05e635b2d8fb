/**
 * Calls once nothing is left to do that was begun before, such as what a person asked for, at the latest after so many
 * milliseconds. Gives what calls it off. Safari cannot tell, and calls with the next task.
 */
export function whenIdle(callback: () => void, atLatest: number): () => void {
  if (typeof requestIdleCallback === 'function') {
    const asked = requestIdleCallback(callback, { timeout: atLatest })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(callback)
  return () => clearTimeout(timer)
}
