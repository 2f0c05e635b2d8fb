/**
 * Where a list is scrolled to. The page cannot be as high as a long list (Chromium draws 33.5 million pixels,
 * Firefox 17.9), so beyond a limit the list is `shift` pixels further down than the page is.
 */
export type Scroll = {
  /** The scroll position of the page's element, as the browser tells it. In pixels, as all here. */
  readonly top: number
  readonly shift: number
}

/** How high the whole list is, and how much of it the screen shows. */
export type Extent = { readonly total: number; readonly view: number }

/** The highest that the page becomes: far below every browser's limit, and far above what a wheel crosses. */
export const pageLimit = 10_000_000

// A wheel, a key or a finger moves the list by less than this many screens at once, and by exactly what it says.
// Whatever moves it by more is a hand on the scrollbar, whose whole length stands for the whole list.
const step = 4
// Where the page's end comes this near and the list goes on, the page is put back under the list.
const margin = 20

/** How far down the list is, as if the page were as high as the list. */
export const offsetOf = ({ top, shift }: Scroll): number => top + shift

/** How high the page is. */
export const pageHeight = ({ total }: Extent): number => Math.min(total, pageLimit)

/**
 * Where the page stands for an offset into the list: near the list's ends as far from the page's ends, and
 * in between in proportion, away from its ends. An offset beyond the ends is brought within them.
 */
function placed(offset: number, extent: Extent): Scroll {
  const last = Math.max(0, extent.total - extent.view)
  const lastTop = Math.max(0, pageHeight(extent) - extent.view)
  const within = Math.min(Math.max(0, offset), last)
  if (last === lastTop) return { top: within, shift: 0 }
  const near = 2 * margin * extent.view
  if (within <= near) return { top: within, shift: 0 }
  if (last - within <= near) return { top: lastTop - (last - within), shift: last - lastTop }
  const proportional = Math.round((within / last) * lastTop)
  const top = Math.min(Math.max(near, proportional), lastTop - near)
  return { top, shift: within - top }
}

/**
 * Where the list is after the browser told a new position, or the list grew. What comes back with another `top`
 * than was told has to be written to the page.
 */
export function scrolled(before: Scroll, top: number, extent: Extent): Scroll {
  const last = Math.max(0, extent.total - extent.view)
  const lastTop = Math.max(0, pageHeight(extent) - extent.view)
  if (last === lastTop) return { top, shift: 0 }
  if (Math.abs(top - before.top) > step * extent.view) {
    const offset = Math.round((top / lastTop) * last)
    return { top, shift: offset - top }
  }
  const { shift } = before
  const atStart = top < margin * extent.view && shift !== 0
  const atEnd = lastTop - top < margin * extent.view && shift !== last - lastTop
  return atStart || atEnd ? placed(top + shift, extent) : { top, shift }
}

/** Brings the list to an offset: as a step where it is near, so that nothing is drawn anew. */
export function scrollTo(before: Scroll, offset: number, extent: Extent): Scroll {
  const by = offset - offsetOf(before)
  return Math.abs(by) > step * extent.view
    ? placed(offset, extent)
    : scrolled(before, before.top + by, extent)
}
