import type { Browser } from '@playwright/test'

import { clickUntil, firstRow, open, openList, type Subject } from './browser.ts'
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

/** From the click on a date filter, which the platform answers itself, until the first row of its list is painted. */
export async function measureFilter(
  browser: Browser,
  ours: Subject,
  latencyMs: number,
  quick: boolean,
): Promise<readonly Figure[]> {
  const filtering: number[] = []
  for (let round = 0; round < (quick ? 3 : 20); round += 1) {
    // A page of its own: a list that was here before is here at once.
    const { page, close } = await openList(browser, ours)
    await page.getByRole('button', { name: 'Created', exact: true }).click()
    const preset = page.getByRole('button', { name: 'Last 30 days' })
    await preset.waitFor()
    await page.waitForLoadState('networkidle')
    // Every row leads to an address that holds the filter.
    filtering.push(await clickUntil(preset, '[data-index] a[href*="created=30d"]'))
    await close()
  }
  return [
    {
      area: 'interaction',
      name: 'first row after the click on a date filter',
      value: median(filtering),
      unit: 'ms',
      goal: latencyMs + 30,
      note: `${worst(filtering)}; ${latencyMs} ms of it the platform's`,
    },
  ]
}
