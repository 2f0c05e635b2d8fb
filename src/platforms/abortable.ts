const nothing = () => {}

/**
 * Waits for `promise`, but no longer than until `signal` is aborted, and then rejects with the
 * signal's own reason, by which a caller recognises its own abort. Guards against whatever ignores
 * the signal it was given.
 */
export async function abortable<T>(promise: PromiseLike<T>, signal: AbortSignal): Promise<T> {
  let leave = nothing
  const aborted = new Promise<never>((_resolve, reject) => {
    leave = () => reject(signal.reason)
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
