import type { Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

const env = '/environments/notiflows-production/users'
const panel = (page: Page) => page.getByRole('dialog', { name: 'Views' })
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name, exact: true })

async function save(page: Page, name: string) {
  await page.keyboard.press('Shift+s')
  await expect(panel(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
}

test('by keyboard alone a view is saved, opened, renamed, made the default, and deleted', async ({
  page,
  context,
}) => {
  await users.open(page, 'notiflows-production', '?created=90d&zone=UTC')
  await save(page, 'Recent')
  await expect(tab(page, 'Recent')).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('a')
  await expect(tab(page, 'Recent')).not.toHaveAttribute('aria-current')
  await keys.run(page, 'open view recent', 'Open the view RecentViews')
  await expect(page).toHaveURL(/created=90d/)
  await expect(tab(page, 'Recent')).toHaveAttribute('aria-current', 'page')

  await keys.run(page, 'rename', /^Rename the view Recent/)
  await expect(panel(page).getByRole('textbox', { name: 'Name of Recent' })).toBeFocused()
  await page.keyboard.type('Last quarter')
  await page.keyboard.press('Enter')
  await expect(tab(page, 'Last quarter')).toBeVisible()
  await page.keyboard.press('Escape')

  await keys.run(page, 'production with last', /^Open Production with Last quarter/)
  const fresh = await context.newPage()
  await fresh.goto(env)
  await expect(fresh).toHaveURL(/created=90d/)
  await expect(users.rows(fresh).first()).toBeVisible()
  // Only on arrival: whoever goes back to all users stays there, also after a reload.
  await fresh.keyboard.press('v')
  await keys.tabTo(fresh, panel(fresh).getByRole('link', { name: 'All users' }))
  await fresh.keyboard.press('Enter')
  await expect(fresh).not.toHaveURL(/created=/)
  await fresh.reload()
  await expect(users.rows(fresh).first()).toBeVisible()
  await expect(fresh).not.toHaveURL(/created=/)
  await fresh.close()

  await keys.run(page, 'delete view', /^Delete the view Last quarter/)
  await expect(panel(page).getByRole('button', { name: 'Keep', exact: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  const again = await context.newPage()
  await again.goto(env)
  await expect(users.rows(again).first()).toBeVisible()
  await expect(again).not.toHaveURL(/created=/)
})

test('by pointer alone a view is saved with its columns, shared, replaced, and taken out of the bar', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await users.open(page, 'notiflows-production', '?created=90d&zone=UTC')
  await page.getByRole('button', { name: 'Choose columns and density' }).click()
  await page.getByRole('checkbox', { name: 'plan', exact: true }).click()
  await page.getByRole('button', { name: 'Views' }).click()
  await panel(page).getByRole('textbox').click()
  await page.keyboard.type('Plans')
  await panel(page).getByRole('button', { name: 'Save', exact: true }).click()
  const line = panel(page).getByRole('listitem').filter({ hasText: 'Plans' })
  await line.hover()
  await line.getByRole('button', { name: 'Copy a link to Plans' }).click()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  expect(link).toMatch(/\/notiflows-production\/users\?columns=user\*.*_plan.*created=90d/)

  // Somebody else, with a storage of their own, sees the same.
  const other = await context.browser()?.newContext()
  const theirs = await other?.newPage()
  if (theirs === undefined) throw new Error('There is no browser.')
  await theirs.goto(link)
  await expect(theirs.getByRole('columnheader', { name: 'plan' })).toBeVisible()
  await expect(
    theirs.getByRole('button', { name: 'Created: Last 90 days', exact: true }),
  ).toBeVisible()
  await other?.close()

  await page.getByRole('button', { name: 'Remove Created: Last 90 days' }).click()
  await page.getByRole('button', { name: 'Views' }).click()
  await line.hover()
  await line.getByRole('button', { name: 'Save what is on the screen as Plans' }).click()
  await expect(tab(page, 'Plans')).toHaveAttribute('aria-current', 'page')
  await line.getByRole('button', { name: 'Keep Plans in the bar' }).click()
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  await line.getByRole('link', { name: 'Plans' }).click()
  await expect(panel(page)).toBeHidden()
  await expect(page.getByRole('columnheader', { name: 'plan' })).toBeVisible()
})

test('by keyboard alone a view is shared, replaced, and taken out of the bar and back', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await users.open(page, 'notiflows-test', '?created=90d&zone=UTC')
  await save(page, 'Recent')
  await keys.run(page, 'copy link recent', /^Copy a link to Recent/)
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/notiflows-test\/users\?columns=default&created=90d&zone=UTC$/)

  await page.keyboard.press('y')
  await expect(tab(page, 'Recent')).not.toHaveAttribute('aria-current')
  await keys.run(page, 'screen as recent', /^Save what is on the screen as Recent/)
  await expect(tab(page, 'Recent')).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('a')
  await keys.run(page, 'open view recent', /^Open the view Recent/)
  await expect(page).toHaveURL(/created=365d/)

  await keys.run(page, 'recent out of', /^Take Recent out of the bar/)
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  // In the panel the same can be done, a stop of the Tab key each.
  await page.keyboard.press('v')
  const pin = panel(page).getByRole('button', { name: 'Keep Recent in the bar' })
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await keys.tabTo(page, pin)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(tab(page, 'Recent')).toBeVisible()
})

test('by pointer alone a view is renamed, made the default, and deleted', async ({
  page,
  context,
}) => {
  await users.open(page, 'notiflows-test', '?created=365d&zone=UTC')
  await page.getByRole('button', { name: 'Views' }).click()
  await panel(page).getByRole('textbox').click()
  await page.keyboard.type('Recent')
  await panel(page).getByRole('button', { name: 'Save', exact: true }).click()
  const line = (name: string) => panel(page).getByRole('listitem').filter({ hasText: name })
  await line('Recent').hover()
  await line('Recent').getByRole('button', { name: 'Rename Recent' }).click()
  await panel(page).getByRole('textbox', { name: 'Name of Recent' }).selectText()
  await page.keyboard.type('This year')
  await panel(page).getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(tab(page, 'This year')).toBeVisible()

  await line('This year').hover()
  await line('This year').getByRole('button', { name: 'Open Test with This year' }).click()
  const opens = line('This year').getByRole('button', { name: 'Test opens with This year' })
  await expect(opens).toHaveAttribute('aria-pressed', 'true')
  const fresh = await context.newPage()
  await fresh.goto('/environments/notiflows-test/users')
  await expect(fresh).toHaveURL(/created=365d/)
  await fresh.close()

  await line('This year').getByRole('button', { name: 'Delete This year' }).click()
  await panel(page).getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeHidden()
  const again = await context.newPage()
  await users.open(again, 'notiflows-test')
  await expect(again).not.toHaveURL(/created=/)
})

test('by keyboard alone: a name that is taken is said to be, before its view is replaced', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production', '?created=90d&zone=UTC')
  await save(page, 'Recent')
  await page.keyboard.press('w')
  await expect(page).toHaveURL(/created=7d/)
  await page.keyboard.press('Shift+s')
  await expect(panel(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('recen')
  await expect(panel(page).getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await page.keyboard.type('T ')
  await expect(panel(page).getByRole('button', { name: 'Replace it' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(tab(page, 'Recent')).toHaveAttribute('aria-current', 'page')
})

test('Escape in a name leaves the name, and the panel open', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await save(page, 'Everybody')
  await page.keyboard.press('v')
  await panel(page).getByRole('button', { name: 'Rename Everybody' }).click()
  await page.keyboard.type('Nobody')
  await page.keyboard.press('Escape')
  await expect(panel(page).getByRole('link', { name: 'Everybody' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Views' })).toBeFocused()
})

test('views that cannot be read are as good as none', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('rollcall.views', '{"version":1,"value":[7]}'),
  )
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('v')
  await expect(panel(page).getByText('A view keeps')).toBeVisible()
})
