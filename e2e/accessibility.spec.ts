import { expect, test, users } from './journey.ts'

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
