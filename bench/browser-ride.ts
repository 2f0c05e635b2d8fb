import type { Browser, Page } from '@playwright/test'

import { pageLimit } from '#src/web/users/far-scroll.ts'

import { openList, rowHeight, type Subject } from './browser.ts'
import { type Figure, percentile } from './figures.ts'

/** Rows a second. */
const speed = 1000

/** What was seen on a ride through the list. */
export type Ride = {
  /** How long each frame took, in milliseconds. */
  readonly frames: readonly number[]
  readonly longTasks: number
  /** Frames in which a row on the screen was not loaded, or the list ended because the next was not. */
  readonly waiting: number
  /** Frames in which there was no row at one of three heights of the screen. */
  readonly blank: number
  /** Rows passed, and milliseconds on the way. */
  readonly passed: number
  readonly ms: number
}

/**
 * Scrolls past so many rows, upwards where they are negative, and watches every frame on the way. The list is
 * moved between frames, as a wheel does: it hears of it at the start of the frame that shows it, so that what stands in
 * the page when the frame's callbacks run is what is painted.
 */
export const ride = (page: Page, rows: number): Promise<Ride> =>
  page.evaluate(
    async ({ distance, pixelsPerMs, limit, highest }) => {
      const grid = document.querySelector('[role=grid]')
      if (grid === null) throw new Error('no grid')
      const { top, bottom, left, width } = grid.getBoundingClientRect()
      const rowAt = (height: number): number | null => {
        const element = document.elementFromPoint(left + width / 4, top + height * (bottom - top))
        const index = element?.closest('[data-index]')?.getAttribute('data-index')
        return index == null ? null : Number(index)
      }
      const frames: number[] = []
      let [longTasks, waiting, blank, passed] = [0, 0, 0, 0]
      const observer = new PerformanceObserver((list) => {
        longTasks += list.getEntries().length
      })
      observer.observe({ entryTypes: ['longtask'] })
      const begun = performance.now()
      // By its rows: where the page is not as high as a long list, its position tells nothing.
      const from = rowAt(0.5) ?? 0
      // Where the page is not as high as the list, more at once is a hand on the scrollbar.
      const most = grid.scrollHeight < highest ? Infinity : (bottom - top) * 3.5
      let before = begun
      await new Promise<void>((resolve) => {
        const step = (now: number) => {
          const took = now - before
          before = now
          frames.push(took)
          const seen = [0.25, 0.5, 0.75].map(rowAt)
          if (seen.includes(null)) blank += 1
          // Of rows on the screen: the one with the tab stop stays in the page wherever the list is.
          const bars = [...grid.querySelectorAll('[data-index] .skeleton')]
          const boxes = bars.map((bar) => bar.getBoundingClientRect())
          const here = boxes.some((bar) => bar.bottom > top && bar.top < bottom)
          const end = grid.scrollTop + grid.clientHeight >= grid.scrollHeight - 1
          if (here || (end && pixelsPerMs > 0)) waiting += 1
          passed = Math.abs((seen[1] ?? from) - from)
          if (passed >= distance || now - begun > limit) return resolve()
          const by = Math.max(-most, Math.min(pixelsPerMs * took, most))
          setTimeout(() => {
            grid.scrollTop += by
          })
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      })
      observer.disconnect()
      const ms = performance.now() - begun
      return { frames: frames.slice(2), longTasks, waiting, blank, passed, ms }
    },
    {
      distance: Math.abs(rows),
      pixelsPerMs: (Math.sign(rows) * speed * rowHeight) / 1000,
      limit: (Math.abs(rows) / speed) * 3000,
      highest: pageLimit,
    },
  )

const share = (count: number, { frames }: Ride) => (count / frames.length) * 100

/** Told where the machine was too slow for the speed, or the list ended before. */
function reached({ passed, ms }: Ride, rows: number): string {
  const rate = Math.round((passed / ms) * 1000)
  if (passed < rows * 0.99) return `reached only ${passed.toLocaleString('en')} rows`
  return rate < speed * 0.95 ? `at ${rate} rows a second` : ''
}

/** The figures of a ride, beside those of the baseline on the same way where it was taken. */
export function rideFigures(
  name: string,
  rows: number,
  own: Ride,
  bare: Ride | null,
): readonly Figure[] {
  const beside = (tell: (of: Ride) => string) => (bare === null ? '' : `baseline ${tell(bare)}`)
  const frames = (at: number, goal: number | null): Figure => ({
    area: 'scroll',
    name: `${name}: frames, p${at * 100}`,
    value: percentile(own.frames, at),
    unit: 'ms',
    goal,
    note: beside((of) => `${percentile(of.frames, at).toFixed(1)} ms`),
  })
  const against = (at: number): readonly Figure[] =>
    bare === null
      ? []
      : [
          {
            area: 'scroll',
            name: `${name}: frames, p${at * 100}, against the baseline`,
            value: percentile(own.frames, at) / percentile(bare.frames, at),
            unit: 'x',
            goal: null,
          },
        ]
  return [
    frames(0.5, null),
    frames(0.95, 16.8),
    frames(0.99, 16.8),
    ...against(0.5),
    ...against(0.95),
    {
      area: 'scroll',
      name: `${name}: long tasks`,
      value: own.longTasks,
      unit: 'count',
      goal: 0,
      note: beside((of) => String(of.longTasks)),
    },
    {
      area: 'scroll',
      name: `${name}: frames without a row in the middle of the screen`,
      value: share(own.blank, own),
      unit: '%',
      goal: 0,
      note: beside((of) => `${share(of.blank, of).toFixed(1)} %`),
    },
    {
      area: 'scroll',
      name: `${name}: frames that wait for rows`,
      value: share(own.waiting, own),
      unit: '%',
      goal: 2,
      note: [reached(own, rows), beside((of) => `${share(of.waiting, of).toFixed(1)} %`)]
        .filter((part) => part !== '')
        .join(', '),
    },
  ]
}

/** The ride from the top of the list and back, and the baseline's. */
export async function measureScroll(
  browser: Browser,
  ours: Subject,
  baseline: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const rows = quick ? 3000 : 20_000
  const downAndBack = async (subject: Subject) => {
    const { page, close } = await openList(browser, subject)
    const down = await ride(page, rows)
    // No further than it came, or the frames at the top would be counted too.
    const back = await ride(page, -down.passed)
    await close()
    return { down, back }
  }
  const [own, bare] = [await downAndBack(ours), await downAndBack(baseline)]
  const name = `${rows.toLocaleString('en')} rows at ${speed.toLocaleString('en')} a second`
  return [
    ...rideFigures(name, rows, own.down, bare.down),
    ...rideFigures(`${name}, back`, rows, own.back, bare.back),
  ]
}
