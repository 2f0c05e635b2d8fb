import type { Browser } from '@playwright/test'

import { firstRow, open, type Subject } from './browser.ts'
import { type Figure, median } from './figures.ts'

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
