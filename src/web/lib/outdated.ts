const key = 'rollcall.reloaded'

/** To be called once: what has run for a while is current, so the next update may reload the page again. */
export function watchUpdates(): void {
  setTimeout(() => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Then nothing was noted either.
    }
  }, 10_000)
}

/**
 * Finds out why a part of the page could not be loaded. `offline`: nobody answers, so it can be tried again; the
 * rest of the page is worth more than a reload that finds nobody. `reloading`: a gateway that was updated no longer
 * has the parts that this tab would load next, so the page is loaded anew, at the same address; once, so that a part
 * that is truly `missing` makes an error and not a circle.
 */
export async function whyNotLoaded(): Promise<'offline' | 'reloading' | 'missing'> {
  // As somebody who opens the page: else there is nothing at its address.
  const asked = { method: 'HEAD', cache: 'no-store', headers: { accept: 'text/html' } } as const
  const answers = await fetch(location.pathname, asked).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!answers) return 'offline'
  try {
    if (sessionStorage.getItem(key) !== null) return 'missing'
    sessionStorage.setItem(key, 'once')
  } catch {
    return 'missing'
  }
  location.reload()
  return 'reloading'
}
