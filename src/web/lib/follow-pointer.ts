type Following = {
  /** The pointer is somewhere else now: how far from where it was pressed, in pixels. */
  readonly move: (by: { readonly x: number; readonly y: number }, at: PointerEvent) => void
  /** It was let go, or everything is off: Escape, or the browser took it for itself. */
  readonly end: (done: boolean) => void
}

/** Follows the pointer that was just pressed until it is let go, wherever it goes. */
export function followPointer(pressed: PointerEvent, { move, end }: Following): void {
  const stop = new AbortController()
  const { signal } = stop
  const finish = (done: boolean) => {
    stop.abort()
    end(done)
  }
  const own = (event: PointerEvent) => event.pointerId === pressed.pointerId
  const onMove = (event: PointerEvent) => {
    if (own(event))
      move({ x: event.clientX - pressed.clientX, y: event.clientY - pressed.clientY }, event)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    finish(false)
  }
  addEventListener('pointermove', onMove, { signal })
  addEventListener('pointerup', (event) => own(event) && finish(true), { signal })
  addEventListener('pointercancel', (event) => own(event) && finish(false), { signal })
  addEventListener('keydown', onKey, { signal, capture: true })
}

/**
 * Where something that is dragged would be dropped: the place among its neighbours, which stand in order
 * along one axis, without itself. `at`: the pointer on that axis.
 */
export const dropPlace = (
  neighbours: readonly { readonly start: number; readonly end: number }[],
  at: number,
): number => neighbours.filter(({ start, end }) => (start + end) / 2 < at).length
