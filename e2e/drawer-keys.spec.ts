import { expect, test, users } from './journey.ts'

test('with the focus in the drawer, arrow keys step through users, and not while they mean something else', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).nth(1).click()
  const drawer = users.drawer(page)
  const row = (index: number) => users.rows(page).and(page.locator(`[data-index="${index}"]`))
  await drawer
    .getByRole('button', { name: /^Email/ })
    .first()
    .focus()
  await page.keyboard.press('ArrowDown')
  await expect(row(2)).toHaveAttribute('aria-current', 'true')
  // The focus is still inside, so the next press goes on.
  await page.keyboard.press('ArrowDown')
  await expect(row(3)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(row(2)).toHaveAttribute('aria-current', 'true')

  await drawer.getByText('As the platform gave it').click()
  await drawer.getByRole('textbox', { name: 'Filter: Raw record' }).focus()
  await page.keyboard.press('ArrowDown')
  await drawer.getByRole('treeitem').first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(drawer.getByRole('treeitem').nth(1)).toBeFocused()
  await expect(row(2)).toHaveAttribute('aria-current', 'true')
})

test('Escape closes one layer at a time', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).nth(1).click()
  const drawer = users.drawer(page)
  await page.getByRole('button', { name: 'Created', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})

test('from the open user J and K go on, also when the list was scrolled away from there', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await users.rows(page).nth(3).click()
  const title = users.drawer(page).getByRole('heading', { level: 2 })
  await page.keyboard.press('j')
  const fifth = users.grid(page).locator('[data-index="4"]')
  await expect(fifth).toHaveAttribute('aria-current', 'true')
  const name = await title.textContent()
  await users.scrollTo(page, 900)
  await page.keyboard.press('j')
  await expect(users.grid(page).locator('[data-index="5"]')).toHaveAttribute('aria-current', 'true')
  await expect(users.grid(page).locator('[data-index="5"]')).toBeInViewport()
  await page.keyboard.press('k')
  await expect(title).toHaveText(name ?? '')
})

test('J goes on from the open user, also in another list in which they stand at the same place', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).first().click()
  await expect(users.rows(page).first()).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('y')
  await expect(page).toHaveURL(/created=365d/)
  await expect(users.rows(page).first()).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('j')
  await expect(users.rows(page).nth(1)).toHaveAttribute('aria-current', 'true')
})
