import type { Browser } from '@playwright/test'

import { clickUntil, firstRow, open, type Subject } from './browser.ts'
import { type Figure, median } from './figures.ts'

const worst = (values: readonly number[]) => `worst ${Math.max(...values).toFixed(0)} ms`

/** From the click on a row until its drawer is painted. */
export async function measureDrawer(
  browser: Browser,
  ours: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const { page, close } = await open(browser)
  const opening: number[] = []
  for (let index = 0; index < (quick ? 5 : 20); index += 1) {
    await page.goto(ours.url)
    await page.waitForSelector(firstRow)
    const row = page.locator(`[data-index="${index}"]`)
    // The drawer's code comes on intent, which a pointer on its way to a row shows.
    await row.hover()
    await page.waitForLoadState('networkidle')
    opening.push(await clickUntil(row, 'aside h2'))
  }
  await close()
  return [
    {
      area: 'interaction',
      name: 'drawer after the click on a loaded row',
      value: median(opening),
      unit: 'ms',
      goal: 33.4,
      note: worst(opening),
    },
  ]
}
