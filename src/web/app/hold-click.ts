/** How long a click may wait, in milliseconds: what it does later than that surprises whoever made it. */
const patience = 10_000

/** The index of the row that stands at a height of the window, in CSS pixels. */
const rowAt = (outline: Element, y: number): string | undefined =>
  [...outline.querySelectorAll<HTMLElement>('[data-index]')].find((row) => {
    const { top, bottom } = row.getBoundingClientRect()
    return top <= y && y < bottom
  })?.dataset['index']

/**
 * A click on a row of `outline`, which answers to nothing, is made again on the same row as soon as something else stands
 * in `place`. With a modifier it is for what comes later, and is let go.
 */
export function holdClick(outline: Element, place: Element): void {
  let held: { readonly row: string | undefined; readonly at: number } | null = null
  const stop = new AbortController()
  const hold = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    held = { row: rowAt(outline, event.clientY), at: event.timeStamp }
  }
  addEventListener('click', hold, { signal: stop.signal })
  const watch = new MutationObserver(() => {
    if (outline.parentElement === place) return
    watch.disconnect()
    stop.abort()
    if (held?.row === undefined || performance.now() - held.at > patience) return
    const { row } = held
    // By then the list has its rows.
    requestAnimationFrame(() =>
      place.querySelector<HTMLElement>(`[role=row][data-index="${row}"]`)?.click(),
    )
  })
  watch.observe(place, { childList: true })
}
