import { expect, keys, test, users } from './journey.ts'

test('by keyboard alone: an operator opens the attributes as a tree, and finds one by its value', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/environments/notiflows-production/users?user=demo-many-fields')
  const drawer = users.drawer(page)
  const tree = drawer.getByRole('tree', { name: 'Attributes' })
  const row = (name: string | RegExp) => tree.getByRole('treeitem', { name })
  await keys.tabTo(page, row(/^company:/))
  await page.keyboard.press('End')
  await expect(row('preferences, 2 fields')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(row('colours, 2 fields')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(row('preferences, 2 fields')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(row('preferences, 2 fields')).toHaveAttribute('aria-expanded', 'false')

  // The filter opens the way to what matches, and nothing else.
  const filter = drawer.getByRole('textbox', { name: 'Filter: Attributes' })
  await keys.tabBackTo(page, filter)
  await page.keyboard.type('#0A7')
  await expect(tree.getByRole('treeitem')).toHaveCount(3)
  await expect(row('primary: #0a7')).toBeVisible()
  await keys.tabTo(page, tree.getByRole('treeitem').first())
  await page.keyboard.press('End')
  await expect(row('primary: #0a7')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(tree.getByRole('button', { name: 'Copy primary' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('#0a7')

  // Escape takes the filter first, and the drawer only then.
  await keys.tabBackTo(page, filter)
  await page.keyboard.press('Escape')
  await expect(filter).toHaveValue('')
  await expect(drawer).toBeVisible()
})

test('the raw record is a tree too, and copies as JSON', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/environments/notificationapi-production/users?user=cust-0107')
  const raw = users.drawer(page).getByRole('region', { name: 'Raw record' })
  await raw.getByText('As the platform gave it').click()
  await expect(raw.getByRole('treeitem', { name: 'email: ines@orchard.test' })).toBeVisible()
  await raw.getByRole('button', { name: 'Copy raw record as JSON' }).click()
  const copied: unknown = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()))
  expect(copied).toMatchObject({ id: 'cust-0107' })
  // Nothing to show is not a section.
  await expect(users.drawer(page).getByRole('region', { name: 'Attributes' })).toBeHidden()
})

test('any value is copied as it is, and a day of creation becomes a filter', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/environments/notiflows-production/users?user=cust-0107&zone=UTC')
  const profile = users.drawer(page).getByRole('region', { name: 'Profile' })
  await profile.getByRole('button', { name: 'Copy Created' }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('2026-03-02T08:05:40.000Z')
  await profile.getByRole('button', { name: 'Filter by “Created: 2 Mar 2026”' }).click()
  await expect(page).toHaveURL(/created=2026-03-02\.\.2026-03-02/)
  await expect(users.rows(page).first().locator('time')).toHaveAttribute('datetime', /^2026-03-02T/)
  await expect(users.drawer(page)).toBeVisible()
})
