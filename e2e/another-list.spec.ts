import type { Page, Route } from '@playwright/test'
import { expect, failCalls, keys, test, users } from './journey.ts'

/** Watches what the list shows of whom, at every change of the page, under which heading. */
async function watchList(page: Page): Promise<() => Promise<readonly Seen[]>> {
  const seen = await page.evaluateHandle(() => {
    const moments: { heading: string; rows: number; first: string }[] = []
    const look = () => {
      const rows = document.querySelectorAll('[role=grid] [role=row][data-index]')
      moments.push({
        heading: document.querySelector('h1')?.textContent ?? '',
        rows: rows.length,
        first: rows[0]?.querySelector('a')?.textContent ?? '',
      })
    }
    new MutationObserver(look).observe(document, {
      childList: true,
      subtree: true,
      characterData: true,
    })
    return moments
  })
  return () => seen.jsonValue()
}
type Seen = { readonly heading: string; readonly rows: number; readonly first: string }

const firstId = (page: Page) => users.rows(page).first().getByRole('link').textContent()
// Of nobody who comes now, so that another list begins with somebody else.
const past = '?created=2026-03-01..2026-06-30&zone=UTC'
const filter = (page: Page) => page.getByRole('button', { name: /^Remove Created/ })

test('the list is never empty between those before a filter and those whom it finds', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production', past)
  const before = await firstId(page)
  const seen = await watchList(page)
  await filter(page).click()
  await expect(users.rows(page).first()).not.toContainText(String(before))
  expect((await seen()).length).toBeGreaterThan(0)
  expect((await seen()).filter(({ rows }) => rows === 0)).toEqual([])
})

test('where a platform takes its time, nobody of the list before is shown as if the filter had found them', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production', past)
  const before = await firstId(page)
  const held: Route[] = []
  await page.route('**/users?*', (route) => void held.push(route))
  await filter(page).click()
  const waiting = users.rows(page).first().getByRole('gridcell', { name: 'Loading' })
  await expect(waiting.first()).toBeVisible()
  await expect(users.grid(page)).not.toContainText(String(before))
  for (const route of held) void route.continue()
  await expect(users.rows(page).first().getByRole('link')).toBeVisible()
})

test('users of one environment are never shown under the name of another', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  const before = await firstId(page)
  const seen = await watchList(page)
  await keys.run(page, 'test notiflows', /^Go to Test, Notiflows/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Test, Notiflows')
  await expect(users.rows(page).first().getByRole('link')).not.toHaveText(String(before))
  const mixed = (await seen()).filter(
    ({ heading, first }) => heading.includes('Test') && first === before,
  )
  expect(mixed).toEqual([])
})

const top = (page: Page) => users.grid(page).evaluate((grid) => grid.scrollTop)

/** Scrolls far down and opens somebody there by a click, and closes them again. Gives their row, which has the focus then. */
async function goFarDown(page: Page) {
  await users.open(page, 'notiflows-production', past)
  await users.scrollTo(page, 300)
  const index = Number(await users.rows(page).nth(15).getAttribute('data-index'))
  const row = page.locator(`[data-index="${index}"]`)
  await row.click()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
  return { row, next: page.locator(`[data-index="${index + 1}"]`) }
}

test('another list begins at its top with its first row, and the one before is found where it was left, and where the keyboard was', async ({
  page,
}) => {
  const { row, next } = await goFarDown(page)
  const left = await top(page)

  await page.keyboard.press('Shift+F')
  await expect(filter(page)).toHaveCount(0)
  await expect(page.locator('[data-index="0"]')).toBeInViewport()
  await page.keyboard.press('j')
  await expect(page.locator('[data-index="1"]')).toBeFocused()

  await page.goBack()
  await expect(filter(page)).toBeVisible()
  await expect(row).toBeFocused()
  expect(await top(page)).toBe(left)
  await page.keyboard.press('j')
  await expect(next).toBeFocused()
  expect(await top(page)).toBe(left)
})

test('a list of which nothing is known any more begins at its top, also on the way back', async ({
  page,
}) => {
  await page.clock.install()
  await goFarDown(page)
  await page.keyboard.press('Shift+F')
  await expect(filter(page)).toHaveCount(0)
  await expect(page.locator('[data-index="0"]')).toBeFocused()
  await page.clock.runFor(31 * 60_000)
  await page.goBack()
  await expect(filter(page)).toBeVisible()
  await expect(page.locator('[data-index="0"]').getByRole('link')).toBeVisible()
  expect(await top(page)).toBe(0)
})

test('a list is begun anew at its top, also where a page had failed far down', async ({
  page,
  noise,
}) => {
  noise.allow(/502/)
  await goFarDown(page)
  const mend = await failCalls(page, '**/users?*')
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  await expect(page.getByRole('alert')).toBeVisible()
  mend()
  await page.keyboard.press('r')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.locator('[data-index="0"]').getByRole('link')).toBeVisible()
  expect(await top(page)).toBe(0)
})

test('by keyboard alone: the focus goes on into another list, also where it came back to its row after that was drawn last', async ({
  page,
}) => {
  const { row } = await goFarDown(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).focus()
  await users.grid(page).evaluate((grid) => void (grid.scrollTop += 300))
  await page.keyboard.press('j')
  await expect(row).toBeFocused()
  await page.keyboard.press('Shift+F')
  await expect(filter(page)).toHaveCount(0)
  await expect(page.locator('[data-index="0"]')).toBeFocused()
})
