/**
 * Waits for `promise`, but no longer than until `signal` is aborted, and then rejects with the
 * signal's own reason. Guards against whatever ignores the signal it was given.
 */
export function abortable<T>(promise: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    // The reason is handed on as it is: a caller recognises its own abort by it.
    const leave = () => reject(signal.reason)
    const done = () => signal.removeEventListener('abort', leave)
    signal.addEventListener('abort', leave, { once: true })
    promise.then(
      (value) => {
        done()
        resolve(value)
      },
      (error: unknown) => {
        done()
        reject(error)
      },
    )
    if (signal.aborted) leave()
  })
}
