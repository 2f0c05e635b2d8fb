import { check } from './axe.ts'
import { expect, test, users } from './journey.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('the list, the calendar and the menu have nothing that axe finds', async ({ page }) => {
      await users.open(page, 'notificationapi-production')
      await check(page)
      await page.getByRole('button', { name: 'Created' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await check(page)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Environment/ }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await check(page)
    })

    test('the drawer and the empty list have nothing that axe finds', async ({ page }) => {
      await users.open(page, 'notificationapi-production', '?user=cust-0200')
      await expect(users.drawer(page).getByText('Raw record')).toBeVisible()
      await check(page)
      await page.goto('/environments/notificationapi-empty/users')
      await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible()
      await check(page)
    })
  })
}

test('at 390 px the list keeps user, reach and created, and the drawer takes the screen', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await users.open(page, 'notiflows-test')
  await expect(page.getByRole('columnheader')).toHaveText(['User', 'Reach', 'Created'])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await users.rows(page).first().click()
  const box = await users.drawer(page).boundingBox()
  expect(box?.width).toBe(390)
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(users.rows(page).first()).toBeVisible()
})

test('the choice of light or dark survives a reload, without a flash of the other', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await users.open(page, 'notiflows-test')
  await page.getByRole('button', { name: 'Switch to dark colours' }).click()
  await page.reload({ waitUntil: 'commit' })
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark')
  await expect(page.getByRole('button', { name: 'Switch to light colours' })).toBeVisible()
})
