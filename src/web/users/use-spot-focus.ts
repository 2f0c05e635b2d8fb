import type { RefObject } from 'react'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Spot } from './spot.ts'

/** The element of a row or cell that is in the page, or null. A row that nobody stands in has no cells. */
function elementAt(grid: HTMLElement, { row, column }: Spot): HTMLElement | null {
  const line = grid.querySelector<HTMLElement>(row < 0 ? '[data-header]' : `[data-index="${row}"]`)
  if (line === null || column === null) return line
  return line.querySelector<HTMLElement>(`[data-column="${CSS.escape(column)}"]`) ?? line
}

/** What of a grid the keyboard comes to: its one tab stop, or the grid itself while its rows are on their way. */
export const tabStopOf = (grid: HTMLElement): HTMLElement =>
  grid.querySelector<HTMLElement>('[tabindex="0"]') ?? grid

// A table that went away with the focus in it leaves it to the next, so that a list that is begun anew by its key does not
// end the walk with the arrow keys.
let left = false

/**
 * Brings a newly active row or cell on the screen, and gives it the focus if the list had it: while it
 * is not in the page yet, the grid itself holds the focus for it. When the drawer closes and leaves the
 * focus nowhere, the active row takes it back. Another `walk` begins with its own spot, and is not scrolled to it.
 */
export function useSpotFocus(
  scroller: RefObject<HTMLDivElement | null>,
  walk: string,
  spot: Spot,
  openId: string | null,
  scrollTo: (index: number) => void,
): void {
  const last = useRef({ walk, spot, openId, waiting: false, held: false })
  useLayoutEffect(() => {
    const grid = scroller.current
    if (left && document.activeElement === document.body) last.current.waiting = true
    left = false
    return () => void (left = grid?.contains(document.activeElement) === true)
  }, [scroller])
  // Between two renders as well: a row that goes with the next one may have got the focus since.
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      last.current.held = target instanceof Node && scroller.current?.contains(target) === true
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [scroller])
  // After every render, because the row may come with any of them.
  useEffect(() => {
    const grid = scroller.current
    if (grid === null) return
    const before = last.current
    const closed = openId === null && before.openId !== null
    const moved = spot.row !== before.spot.row || spot.column !== before.spot.column
    const nowhere = document.activeElement === document.body
    // Also where what had the focus went out of the page, with a column that was hidden.
    const held = grid.contains(document.activeElement) || (before.held && nowhere)
    const waiting =
      before.waiting || (moved && held) || (closed && nowhere) || document.activeElement === grid
    last.current = { walk, spot, openId, waiting, held }
    // Not under a pointer that is pressed: what it was pressed on would be gone before it is let go.
    const went = moved && walk === before.walk
    if (went && spot.row >= 0 && !grid.matches(':active')) scrollTo(spot.row)
    if (!waiting) return
    const element = elementAt(grid, spot)
    last.current.waiting = element === null
    ;(element ?? grid).focus({ preventScroll: true })
    if (spot.column !== null) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
}
