import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Extent, Scroll } from './far-scroll.ts'
import { offsetOf, pageHeight, pageLimit, scrolled, scrollTo } from './far-scroll.ts'

const top: Scroll = { top: 0, shift: 0 }
const million: Extent = { total: 36_000_000, view: 900 }
const lastTop = (extent: Extent) => pageHeight(extent) - extent.view

/** Scrolls as a browser does: by so many pixels, no further than the page's ends. */
const move = (scroll: Scroll, by: number, extent: Extent): Scroll =>
  scrolled(scroll, Math.min(Math.max(0, scroll.top + by), lastTop(extent)), extent)

const extents = fc.record({
  total: fc.integer({ min: 1, max: 40 * pageLimit }),
  view: fc.integer({ min: 50, max: 3_000 }),
})

test('a list that fits the page scrolls as the browser says', () => {
  const extent = { total: pageLimit, view: 900 }
  expect(scrolled(top, 5_000_000, extent)).toEqual({ top: 5_000_000, shift: 0 })
  expect(scrollTo(top, 5_000_000, extent)).toEqual({ top: 5_000_000, shift: 0 })
})

test('every offset of every list can be gone to, on a page that browsers can draw', () => {
  fc.assert(
    fc.property(extents, fc.double({ min: 0, max: 1, noNaN: true }), (extent, share) => {
      const offset = Math.floor(Math.max(0, extent.total - extent.view) * share)
      const scroll = scrollTo(top, offset, extent)
      expect(offsetOf(scroll)).toBe(offset)
      expect(scroll.top).toBeGreaterThanOrEqual(0)
      expect(scroll.top).toBeLessThanOrEqual(Math.max(0, lastTop(extent)))
      expect(pageHeight(extent)).toBeLessThanOrEqual(pageLimit)
    }),
  )
})

test('steps of a wheel go exactly as far as they say, wherever they begin, and end at the list’s ends', () => {
  const steps = fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 1, maxLength: 200 })
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), steps, (share, wheel) => {
      const last = million.total - million.view
      let offset = Math.floor(last * share)
      let scroll = scrollTo(top, offset, million)
      for (const by of wheel) {
        offset = Math.min(Math.max(0, offset + by), last)
        scroll = move(scroll, by, million)
        expect(offsetOf(scroll)).toBe(offset)
      }
    }),
  )
})

test('one wheel leads from the first row to the last, and back', () => {
  const extent = { total: pageLimit + 3_000_000, view: 900 }
  const last = extent.total - extent.view
  let scroll = top
  for (let steps = 0; offsetOf(scroll) < last; steps += 1) {
    expect(steps).toBeLessThan(last / 800 + 2)
    scroll = move(scroll, 800, extent)
  }
  expect(scroll).toEqual({ top: lastTop(extent), shift: last - lastTop(extent) })
  for (let steps = 0; offsetOf(scroll) > 0; steps += 1) {
    expect(steps).toBeLessThan(last / 800 + 2)
    scroll = move(scroll, -800, extent)
  }
  expect(scroll).toEqual(top)
})

test('the scrollbar’s whole length stands for the whole list', () => {
  const last = million.total - million.view
  expect(offsetOf(scrolled(top, lastTop(million), million))).toBe(last)
  expect(offsetOf(scrolled(top, lastTop(million) / 2, million))).toBe(last / 2)
  expect(offsetOf(scrolled({ top: 9_000_000, shift: 20_000_000 }, 0, million))).toBe(0)
})

const withPages = (pages: number): Extent => ({ total: pageLimit - 900 + pages * 3_600, view: 900 })

test('a list that grows under whoever stands at its end stays where it is, and can be scrolled on', () => {
  let scroll = scrollTo(top, Infinity, withPages(0))
  for (let pages = 1; pages < 50; pages += 1) {
    const offset = offsetOf(scroll)
    const extent = withPages(pages)
    scroll = scrolled(scroll, scroll.top, extent)
    expect(offsetOf(scroll)).toBe(offset)
    expect(lastTop(extent) - scroll.top).toBeGreaterThan(0)
    scroll = move(scroll, 3_600, extent)
    expect(offsetOf(scroll)).toBe(offset + 3_600)
  }
})
