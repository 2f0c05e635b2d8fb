const key = 'rollcall.reloaded'

/**
 * A gateway that was updated no longer has the parts of the page that this tab would load next. Then
 * the page is loaded anew, at the same address; once, so that a part that is truly missing makes an
 * error and not a circle.
 */
export function reloadWhenOutdated(): void {
  addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem(key) !== null) return
    sessionStorage.setItem(key, 'once')
    event.preventDefault()
    location.reload()
  })
  // What has run for a while is current: the next update may reload again.
  setTimeout(() => sessionStorage.removeItem(key), 10_000)
}
