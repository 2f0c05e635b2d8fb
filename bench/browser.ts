import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test'

import { type Figure, median, percentile } from './figures.ts'

/** A page that shows the list: Rollcall itself, or the baseline. */
export type Subject = { readonly name: string; readonly url: string }

const firstRow = '[data-index] a[href]'
const rowHeight = 36

export const openBrowser = (path: string): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-extensions',
      '--enable-precise-memory-info',
    ],
  })

type Opened = { readonly page: Page; readonly cdp: CDPSession; readonly close: () => Promise<void> }

/** A page of its own, with an empty cache. */
async function open(browser: Browser, slowdown = 1): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, cdp, close: () => context.close() }
}

const painted = 'first-row'

/**
 * Milliseconds from navigation until the first row of people is painted. The page tells it itself: whoever asks
 * it meanwhile, as Playwright's waiting does, runs a script in it that takes from what is measured.
 */
async function firstRowMs(browser: Browser, url: string, slowdown: number): Promise<number> {
  const { page, close } = await open(browser, slowdown)
  await page.addInitScript(
    ([selector, word]) => {
      const look = () => {
        if (document.querySelector(selector) === null) return requestAnimationFrame(look)
        return requestAnimationFrame(() => console.debug(word, performance.now()))
      }
      requestAnimationFrame(look)
    },
    [firstRow, painted] as const,
  )
  const told = page.waitForEvent('console', (message) => message.text().startsWith(painted))
  await page.goto(url, { waitUntil: 'commit' })
  const ms = Number((await told).text().slice(painted.length))
  await close()
  return ms
}

/** Load, cold, in turns with the baseline so that the machine's moods are shared. */
export async function measureLoad(
  browser: Browser,
  ours: Subject,
  baseline: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const slowdown of [1, 4]) {
    const [own, bare]: [number[], number[]] = [[], []]
    for (let round = 0; round < (quick ? 3 : 9); round += 1) {
      own.push(await firstRowMs(browser, ours.url, slowdown))
      bare.push(await firstRowMs(browser, baseline.url, slowdown))
    }
    const name = slowdown === 1 ? 'first row, cold' : `first row, cold, ${slowdown}x slower CPU`
    figures.push({
      area: 'load',
      name: `${name}, against the baseline`,
      value: median(own) / median(bare),
      unit: 'x',
      goal: 1.15,
      note: `${median(own).toFixed(0)} ms against ${median(bare).toFixed(0)} ms`,
    })
  }
  return figures
}

type Ride = {
  readonly frames: readonly number[]
  readonly longTasks: number
  /** Frames in which a row in view was not loaded. */
  readonly waiting: number
  readonly reached: number
}

/** Scrolls by the frame, so many rows a second, and watches every frame on the way. */
const ride = (page: Page, rows: number, rowsPerSecond: number): Promise<Ride> =>
  page.evaluate(
    async ({ distance, speed }) => {
      const grid = document.querySelector('[role=grid]')
      if (grid === null) throw new Error('no grid')
      const frames: number[] = []
      let longTasks = 0
      let waiting = 0
      const observer = new PerformanceObserver((list) => {
        longTasks += list.getEntries().length
      })
      observer.observe({ entryTypes: ['longtask'] })
      const begun = performance.now()
      const from = grid.scrollTop
      let before = begun
      const limit = (distance / Math.abs(speed)) * 1000 * 3
      await new Promise<void>((resolve) => {
        const step = (now: number) => {
          frames.push(now - before)
          // Of rows on the screen: the one with the tab stop stays in the page wherever the list is.
          const { top, bottom } = grid.getBoundingClientRect()
          const bars = [...grid.querySelectorAll('[data-index] .skeleton')]
          const seen = bars.map((bar) => bar.getBoundingClientRect())
          if (seen.some((bar) => bar.bottom > top && bar.top < bottom)) waiting += 1
          const passed = now - before
          before = now
          const done = Math.abs(grid.scrollTop - from) >= distance || now - begun > limit
          if (done) return resolve()
          grid.scrollTop += (speed * passed) / 1000
          requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      })
      observer.disconnect()
      return {
        frames: frames.slice(2),
        longTasks,
        waiting,
        reached: Math.abs(grid.scrollTop - from),
      }
    },
    { distance: rows * rowHeight, speed: rowsPerSecond * rowHeight },
  )

const rideFigures = (
  name: string,
  { frames, longTasks, waiting, reached }: Ride,
  wanted: number,
): readonly Figure[] => [
  {
    area: 'scroll',
    name: `${name}: frames, p95`,
    value: percentile(frames, 0.95),
    unit: 'ms',
    goal: 16.8,
  },
  {
    area: 'scroll',
    name: `${name}: frames, p99`,
    value: percentile(frames, 0.99),
    unit: 'ms',
    goal: 16.8,
  },
  { area: 'scroll', name: `${name}: long tasks`, value: longTasks, unit: 'count', goal: 0 },
  {
    area: 'scroll',
    name: `${name}: frames with a row still loading`,
    value: (waiting / frames.length) * 100,
    unit: '%',
    goal: 2,
    note:
      reached < wanted * rowHeight * 0.99
        ? `reached only ${Math.round(reached / rowHeight)} rows`
        : '',
  },
]

export async function measureScroll(
  browser: Browser,
  ours: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const { page, close } = await open(browser)
  await page.goto(ours.url)
  await page.waitForSelector(firstRow)
  const rows = quick ? 5000 : 20_000
  const down = await ride(page, rows, 1000)
  const back = await ride(page, rows, -1000)
  await close()
  const name = `${rows.toLocaleString('en')} rows at 1,000 a second`
  return [...rideFigures(name, down, rows), ...rideFigures(`${name}, back`, back, rows)]
}

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
  const opened = await open(browser)
  const { page } = opened
  await page.goto(ours.url)
  await page.waitForSelector(firstRow)
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

/** Milliseconds from a click until what it asked for is painted. */
const clickUntil = (page: Page, click: string, shown: string): Promise<number> =>
  page.evaluate(
    ([target, result]) =>
      new Promise<number>((resolve, reject) => {
        const element = document.querySelector<HTMLElement>(target ?? '')
        if (element === null) return reject(new Error(`no ${target}`))
        const begun = performance.now()
        const look = () =>
          document.querySelector(result ?? '') === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => resolve(performance.now() - begun))
        element.click()
        requestAnimationFrame(look)
      }),
    [click, shown],
  )

export async function measureInteraction(
  browser: Browser,
  ours: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const { page, close } = await open(browser)
  const opening: number[] = []
  for (let round = 0; round < (quick ? 5 : 20); round += 1) {
    await page.goto(ours.url)
    await page.waitForSelector(firstRow)
    // The drawer's code comes on intent, which a pointer on its way to a row shows.
    await page.hover(`[data-index="${round}"]`)
    await page.waitForLoadState('networkidle')
    opening.push(await clickUntil(page, `[data-index="${round}"]`, 'aside h2'))
  }
  await close()
  return [
    {
      area: 'interaction',
      name: 'drawer after the click on a loaded row',
      value: median(opening),
      unit: 'ms',
      goal: 33.4,
      note: `worst ${Math.max(...opening).toFixed(0)} ms`,
    },
  ]
}
