import type { Browser, Page } from '@playwright/test'

import { openList, type Opened, rowHeight, type Subject } from './browser.ts'
import type { Figure } from './figures.ts'

/** JS heap after a collection (MB) and elements in the page. */
async function weigh({ page, cdp }: Opened): Promise<{ heap: number; nodes: number }> {
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('Performance.enable')
  const { metrics } = await cdp.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heap: heap / 1e6, nodes }
}

/** Scrolls to the end of what is loaded, over and over, until so many rows are in the list. */
const loadRows = (page: Page, rows: number): Promise<number> =>
  page.evaluate(
    async ({ height }) => {
      const grid = document.querySelector('[role=grid]')
      if (grid === null) throw new Error('no grid')
      let still = 0
      let before = 0
      while (grid.scrollHeight < height && still < 600) {
        grid.scrollTop = grid.scrollHeight
        await new Promise(requestAnimationFrame)
        still = grid.scrollHeight === before ? still + 1 : 0
        before = grid.scrollHeight
      }
      return grid.scrollHeight
    },
    { height: rows * rowHeight },
  )

export async function measureMemory(
  browser: Browser,
  ours: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const opened = await openList(browser, ours)
  const { page } = opened
  await loadRows(page, 5000)
  const small = await weigh(opened)
  const rows = quick ? 20_000 : 100_000
  await loadRows(page, rows)
  const large = await weigh(opened)
  await opened.close()
  const many = rows.toLocaleString('en')
  return [
    {
      area: 'memory',
      name: `JS heap after ${many} rows, against 5,000`,
      value: large.heap / small.heap,
      unit: 'x',
      goal: 1.3,
      note: `${large.heap.toFixed(1)} MB against ${small.heap.toFixed(1)} MB`,
    },
    {
      area: 'memory',
      name: `elements after ${many} rows, against 5,000`,
      value: large.nodes / small.nodes,
      unit: 'x',
      goal: 1.3,
    },
  ]
}
