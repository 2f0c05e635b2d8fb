import type { RefObject } from 'react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Extent, Scroll } from './far-scroll.ts'
import { offsetOf, pageHeight, scrolled, scrollTo } from './far-scroll.ts'

// Rows that are drawn beyond each edge of the screen, and by how many at once they change: a step of a wheel
// then draws every other time, or not at all.
const overscan = 8
const quantum = 4
/** How long after its last long move a list is at rest, in milliseconds. */
const settled = 100

/** What is drawn: rows of the list, both ends included, and how far the list is further down than the page. */
type Drawn = {
  readonly first: number
  readonly last: number
  readonly shift: number
  /**
   * How many moves in a row were longer than the overscan. From one on nothing beyond the screen is drawn, since the
   * next move is past it; from two on the list flies. A walk begins with one: nobody waits for more than the screen.
   */
  readonly leaps: number
  /** The walk that it is of. */
  readonly walk: string
}

/**
 * The rows of a list that are on the screen and next to it. All have one height, so that a row's place never depends on
 * rows that are not here; and a list of any length can be scrolled to its end (far-scroll.ts).
 */
export function useRowWindow(list: {
  readonly scroller: RefObject<HTMLElement | null>
  /** Names one walk through a list: another one begins at its own top. */
  readonly walk: string
  readonly rows: number
  /** In CSS pixels, as `view`: the height of the scroller that shows rows. */
  readonly rowHeight: number
  readonly view: number
  /** The row that is at the top when a walk begins, in fractions of a row. Must be stable. */
  readonly topOf: () => number
  /** Rows that stay drawn wherever the list is scrolled. */
  readonly kept: readonly number[]
  /** Hears which row is at the top, in fractions of a row. Must be stable. */
  readonly onTop: (row: number) => void
}) {
  const { scroller, walk, rows, rowHeight, view, topOf, onTop } = list
  const extent = useMemo<Extent>(
    () => ({ total: rows * rowHeight, view: Math.max(rowHeight, view) }),
    [rows, rowHeight, view],
  )
  const begin = useCallback(
    () => scrollTo({ top: 0, shift: 0 }, topOf() * rowHeight, extent),
    [topOf, rowHeight, extent],
  )
  const at = useRef<Scroll>({ top: 0, shift: 0 })
  // The walk that this is of.
  const begun = useRef<string | null>(null)
  // As it was told last. Asking the page would have it laid out for the answer.
  const page = useRef(0)
  const screen = () => ({ ...drawnAt(begin(), extent, rowHeight), leaps: 1, walk })
  const [drawn, setDrawn] = useState<Drawn>(screen)
  // During render and not in an effect: nothing is drawn where the last walk was.
  if (drawn.walk !== walk) setDrawn(screen())

  const take = useCallback(
    (scroll: Scroll) => {
      if (scroll.top !== page.current) scrollElement(scroller, scroll.top)
      page.current = scroll.top
      at.current = scroll
      onTop(offsetOf(scroll) / rowHeight)
      setDrawn((old) => {
        const next = { ...drawnAt(scroll, extent, rowHeight), walk }
        const same = old.first === next.first && old.last === next.last && old.shift === next.shift
        const leaps = Math.abs(next.first - old.first) > overscan ? old.leaps + 1 : 0
        return same ? old : { ...next, leaps }
      })
    },
    [scroller, walk, extent, rowHeight, onTop],
  )
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    take(begun.current === walk ? scrolled(at.current, at.current.top, extent) : begin())
    begun.current = walk
    // At once: a frame later the screen would show where rows were.
    const onScroll = () => {
      page.current = element.scrollTop
      flushSync(() => take(scrolled(at.current, page.current, extent)))
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [scroller, walk, extent, begin, take])

  /** Brings a row on the screen, by no more than it takes. */
  const bring = useCallback(
    (row: number) => {
      const [top, offset] = [row * rowHeight, offsetOf(at.current)]
      const to = Math.max(Math.min(offset, top), top + rowHeight - extent.view)
      if (to !== offset) take(scrollTo(at.current, to, extent))
    },
    [extent, rowHeight, take],
  )

  useEffect(() => {
    if (drawn.leaps === 0) return
    const timer = setTimeout(() => setDrawn((old) => ({ ...old, leaps: 0 })), settled)
    return () => clearTimeout(timer)
  }, [drawn])
  const beyond = drawn.leaps > 0 ? 0 : overscan
  const height = pageHeight(extent)
  const first = Math.max(0, Math.min(drawn.first, rows - 1))
  const last = Math.min(drawn.last, rows - 1)
  const indexes = new Set(list.kept)
  for (let row = Math.max(0, first - beyond); row <= Math.min(last + beyond, rows - 1); row += 1)
    indexes.add(row)
  return {
    /** The height of the page's element that holds the rows, in CSS pixels. */
    pageHeight: height,
    first,
    last,
    /** It moves so fast that nobody can read more than a word, frame after frame. */
    flies: drawn.leaps > 1,
    /** The drawn rows, and how far from the top of that element each stands. */
    placed: [...indexes]
      .toSorted((a, b) => a - b)
      // What is kept from far below must not make the page higher.
      .map((row) => ({ row, top: Math.min(row * rowHeight - drawn.shift, height - rowHeight) })),
    bring,
  }
}

const scrollElement = ({ current }: RefObject<HTMLElement | null>, top: number) =>
  current?.scrollTo({ top })

function drawnAt(
  scroll: Scroll,
  { view }: Extent,
  rowHeight: number,
): Omit<Drawn, 'leaps' | 'walk'> {
  const offset = offsetOf(scroll)
  const rounded = (row: number) => Math.floor(row / quantum) * quantum
  return {
    first: rounded(offset / rowHeight),
    last: rounded((offset + view) / rowHeight) + quantum - 1,
    shift: scroll.shift,
  }
}
