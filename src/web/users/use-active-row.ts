import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * Brings a newly active row on the screen, and gives it the focus if the list had it: while the row
 * is not in the page yet, the grid itself holds the focus for it. When the drawer closes and leaves the
 * focus nowhere, the active row takes it back.
 */
export function useActiveRow(
  scroller: RefObject<HTMLDivElement | null>,
  active: number,
  openId: string | null,
  scrollTo: (index: number) => void,
): void {
  const last = useRef({ active, openId, waiting: false })
  // After every render, because the row may come with any of them.
  useEffect(() => {
    const grid = scroller.current
    if (grid === null) return
    const before = last.current
    const closed = openId === null && before.openId !== null
    const moved = active !== before.active
    const held = grid.contains(document.activeElement)
    const waiting =
      before.waiting || (moved && held) || (closed && document.activeElement === document.body)
    last.current = { active, openId, waiting }
    if (moved) scrollTo(active)
    if (!waiting) return
    const row = grid.querySelector<HTMLElement>(`[data-index="${active}"]`)
    last.current.waiting = row === null
    ;(row ?? grid).focus({ preventScroll: true })
  })
}
