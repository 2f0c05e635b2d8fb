import { expect, test, users } from './journey.ts'

test('a cut value is selected with three clicks and copied whole', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 1024, height: 800 })
  await users.open(page, 'notificationapi-production')
  const cut = users.grid(page).locator('[data-column=email] [data-whole]').first()
  await expect(cut).toContainText('…')
  const whole = await cut.getAttribute('data-whole')
  await cut.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element.closest('[role=row]') ?? element)
    getSelection()?.removeAllRanges()
    getSelection()?.addRange(range)
  })
  await page.keyboard.press('ControlOrMeta+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(whole)
  expect(copied).not.toContain('…')
})

test('the tip of a reach goes when its row is opened, and Escape then closes the user', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-production')
  const cell = users.rows(page).first().locator('[data-column=reach]')
  await page.keyboard.press('ArrowDown')
  await users.rows(page).first().focus()
  while (!(await cell.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('ArrowRight')
  const tip = page
    .locator('[aria-hidden=true]')
    .filter({ hasText: /^Email(?:reachable|blocked|at risk)/ })
  await expect(tip).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(users.drawer(page)).toBeVisible()
  await expect(tip).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
})

test('whoever asks for the keys and thinks better of it at once does not see them', async ({
  page,
}) => {
  await page.route('**/help-sheet*', async (route) => {
    await new Promise((resolve) => {
      setTimeout(resolve, 500)
    })
    await route.fallback()
  })
  await users.open(page, 'notificationapi-production')
  const loaded = page.waitForResponse(/help-sheet/)
  await page.keyboard.press('?')
  await page.keyboard.press('Escape')
  await loaded
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0)
})
