import { expect, test, users } from './journey.ts'

test('an operator switches to Staging and learns why a user is not reached', async ({ page }) => {
  await users.open(page, 'notificationapi-production')
  await page.getByRole('button', { name: /^Environment: Production, NotificationAPI/ }).click()
  await page.getByRole('menuitemradio', { name: /Staging/ }).click()
  await expect(page).toHaveURL(/notificationapi-staging/)
  await expect(users.rows(page).first()).toBeVisible()
  await users.scrollTo(page, 400)
  const seen = await users.rows(page).last().getAttribute('data-index')

  await page.keyboard.press('/')
  await page.keyboard.type('cust-0200')
  await page.keyboard.press('Enter')
  const drawer = users.drawer(page)
  const check = async () => {
    await expect(drawer.getByRole('region', { name: 'Reach' })).toContainText(
      'Email does not reach them: suppressed after a bounce',
    )
    await expect(drawer.getByRole('region', { name: 'Email' })).toContainText('a bounce')
    await expect(
      drawer.getByRole('region', { name: 'Push', exact: true }).getByRole('list').locator('> li'),
    ).toHaveCount(3)
  }
  await check()
  await page.reload()
  await check()
  await page.goBack()
  await expect(drawer).toBeHidden()
  await expect(users.rows(page).and(page.locator(`[data-index="${seen}"]`))).toBeVisible()
})

test('Back closes the drawer and the list is where it was', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 700)
  const row = users.rows(page).nth(12)
  const index = await row.getAttribute('data-index')
  const top = await users.grid(page).evaluate((grid) => grid.scrollTop)
  await row.click()
  await expect(users.drawer(page)).toBeVisible()
  await page.goBack()
  await expect(users.drawer(page)).toBeHidden()
  await expect(users.rows(page).and(page.locator(`[data-index="${index}"]`))).toBeVisible()
  expect(await users.grid(page).evaluate((grid) => grid.scrollTop)).toBe(top)
})

test('coming back from another environment shows the list where it was left', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 900)
  const top = await users.grid(page).evaluate((grid) => grid.scrollTop)
  await page.getByRole('button', { name: /^Environment/ }).click()
  await page.getByRole('menuitemradio', { name: /Test/ }).click()
  await expect(page).toHaveURL(/notiflows-test/)
  await expect(users.rows(page).first()).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/notiflows-production/)
  await expect(users.rows(page).first()).toBeVisible()
  await expect.poll(() => users.grid(page).evaluate((grid) => grid.scrollTop)).toBe(top)
})

test('the drawer steps through the list', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).first().click()
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('button', { name: 'Previous user' })).toBeDisabled()
  await drawer.getByRole('button', { name: 'Next user' }).click()
  await expect(users.rows(page).and(page.locator('[data-index="1"]'))).toHaveAttribute(
    'aria-selected',
    'true',
  )
})

test('a user that the platform does not know is said not to exist', async ({ page, noise }) => {
  noise.allow(/404/)
  await page.goto('/environments/notiflows-test/users?user=nobody-at-all')
  await expect(users.drawer(page).getByRole('alert')).toBeVisible()
  await expect(users.rows(page).first()).toBeVisible()
})

test('an id with a slash, a space and a percent sign opens by its address', async ({ page }) => {
  await page.goto(
    `/environments/notificationapi-production/users?user=${encodeURIComponent('a/b c%+ü')}`,
  )
  await expect(users.drawer(page)).toContainText('a/b c%+ü')
})
