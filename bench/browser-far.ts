import type { Browser, Page } from '@playwright/test'

import { openList, type Opened, type Subject } from './browser.ts'
import { ride, rideFigures } from './browser-ride.ts'
import type { Figure } from './figures.ts'

type Weight = { readonly heap: number; readonly nodes: number }

/** Milliseconds for which the heap is no smaller: pages that are far away are kept for two seconds. */
const settled = 3000

/** JS heap after a collection (MB), once it falls no more, and elements in the page. */
async function weigh({ page, cdp }: Opened): Promise<Weight> {
  await cdp.send('Performance.enable')
  let [heap, since] = [Infinity, performance.now()]
  while (performance.now() - since < settled) {
    await cdp.send('HeapProfiler.collectGarbage')
    const { metrics } = await cdp.send('Performance.getMetrics')
    const now = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1e6
    if (now < heap * 0.995) [heap, since] = [now, performance.now()]
  }
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heap, nodes }
}

/**
 * Goes to the end of what is loaded, over and over, until so many rows are in the list or the time is up. Gives how
 * many there are.
 */
const readTo = (page: Page, rows: number, limitMs: number): Promise<number> =>
  page.evaluate(
    async ({ wanted, limit }) => {
      const grid = document.querySelector('[role=grid]')
      if (grid === null) throw new Error('no grid')
      const begun = performance.now()
      let read = 0
      while (read < wanted && performance.now() - begun < limit) {
        grid.scrollTop = grid.scrollHeight
        await new Promise(requestAnimationFrame)
        const drawn = [...grid.querySelectorAll('[data-index]')]
        read = drawn.reduce(
          (most, row) => Math.max(most, Number(row.getAttribute('data-index'))),
          read,
        )
      }
      return read
    },
    { wanted: rows, limit: limitMs },
  )

const told = (rows: number) => rows.toLocaleString('en')

function memoryFigures(
  wanted: number,
  read: number,
  large: Weight,
  small: Weight,
): readonly Figure[] {
  const short = read < wanted ? `reached only ${told(read)} rows; ` : ''
  const against = `after ${told(wanted)} rows, against ${told(few)}`
  return [
    {
      area: 'memory',
      name: `JS heap ${against}`,
      value: large.heap / small.heap,
      unit: 'x',
      goal: 1.3,
      note: `${short}${large.heap.toFixed(1)} MB against ${small.heap.toFixed(1)} MB`,
    },
    {
      area: 'memory',
      name: `elements ${against}`,
      value: large.nodes / small.nodes,
      unit: 'x',
      goal: 1.3,
      note: `${short}${large.nodes} against ${small.nodes}`,
    },
  ]
}

const few = 5000

/** What is measured on the way down, in order: the list is read once for all of it. */
const whole = [
  { rows: 100_000, does: 'weigh' },
  { rows: 500_000, does: 'ride' },
  { rows: 1_000_000, does: 'weigh' },
] as const
const short = [
  { rows: 20_000, does: 'weigh' },
  { rows: 50_000, does: 'ride' },
] as const

/** Makes every answer take so much longer to come. */
const delayAnswers = ({ cdp }: Opened, latency: number) =>
  cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })

/**
 * One walk far down the list: what the page holds after many rows against what it holds after few, and a ride
 * where the page is not as high as the list. The product's answers should cost no time, because thousands are read;
 * on the ride they come after `latencyMs`.
 */
export async function measureFar(
  browser: Browser,
  ours: Subject,
  latencyMs: number,
  quick: boolean,
): Promise<readonly Figure[]> {
  const opened = await openList(browser, ours)
  const { page } = opened
  const limitMs = (quick ? 1 : 8) * 60_000
  await readTo(page, few, limitMs)
  const small = await weigh(opened)
  const figures: Figure[] = []
  for (const { rows, does } of quick ? short : whole) {
    const read = await readTo(page, rows, limitMs)
    if (does === 'weigh') {
      figures.push(...memoryFigures(rows, read, await weigh(opened), small))
      continue
    }
    const length = quick ? 2000 : 20_000
    const name = `${told(length)} rows, ${told(Math.min(rows, read))} deep`
    await delayAnswers(opened, latencyMs)
    // Upwards first: below, the list is not read yet.
    const back = await ride(page, -length)
    const down = await ride(page, back.passed)
    await delayAnswers(opened, 0)
    figures.push(...rideFigures(name, length, down, null))
    figures.push(...rideFigures(`${name}, back`, length, back, null))
  }
  await opened.close()
  return figures
}
