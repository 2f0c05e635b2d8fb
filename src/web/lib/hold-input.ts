const types = ['click', 'keydown'] as const

/** Where an event is made again: a click at its place, a key wherever the focus is by then. */
const targetOf = (event: Event): Element | null =>
  event instanceof MouseEvent
    ? document.elementFromPoint(event.clientX, event.clientY)
    : (document.activeElement ?? document.body)

const madeAgain = (event: Event): Event =>
  event instanceof MouseEvent
    ? new MouseEvent(event.type, event)
    : new KeyboardEvent(event.type, event)

/**
 * Clicks and keys that nothing answers to as long as `outline` stands in `place` are made again, in order, as soon as something
 * else stands in its place. Text is not typed again.
 */
export function holdInput(outline: Element, place: Element): void {
  const held: Event[] = []
  const stop = new AbortController()
  for (const type of types)
    addEventListener(type, (event) => held.push(event), { signal: stop.signal })
  // Each in a turn of its own, so that it finds the page as the one before left it.
  const makeAgain = () => {
    const event = held.shift()
    if (event === undefined) return
    targetOf(event)?.dispatchEvent(madeAgain(event))
    setTimeout(makeAgain)
  }
  const watch = new MutationObserver(() => {
    if (outline.parentElement === place) return
    watch.disconnect()
    stop.abort()
    // By then its commands are there too.
    requestAnimationFrame(makeAgain)
  })
  watch.observe(place, { childList: true })
}
