import type { Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

const palette = 'Find a command'

test('by keyboard alone: the palette finds a command by a few letters, runs it, and gives the focus back', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoList(page)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: palette })).toBeFocused()
  await page.keyboard.type('dark')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(users.rows(page).first()).toBeFocused()
})

test('by keyboard alone: the environment is switched by its menu and by the palette', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('e')
  await expect(page.getByRole('menu', { name: 'Environments' })).toBeFocused()
  await page.keyboard.type('Staging')
  await expect(page.getByRole('menuitemradio', { name: /^Staging/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/notificationapi-staging/)
  await expect(users.rows(page).first()).toBeVisible()
  await keys.run(page, 'test notiflows', /^Go to Test, Notiflows/)
  await expect(page).toHaveURL(/notiflows-test/)
})

test('by pointer alone: the palette is opened, searched and put away, and switches the environment', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-staging')
  await page.getByRole('button', { name: palette }).click()
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await page.mouse.click(20, 700)
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
  await page.getByRole('button', { name: palette }).click()
  await page.getByRole('combobox', { name: palette }).click()
  await page.keyboard.type('notiflows')
  await page.getByRole('option', { name: /Go to Test, Notiflows/ }).click()
  await expect(page).toHaveURL(/notiflows-test/)
})

test('by keyboard alone: the keys are shown, gone through, and put away where one was', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoList(page)
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet).toBeVisible()
  await keys.tabTo(page, sheet.getByRole('region', { name: 'All keys' }))
  await page.keyboard.press('End')
  await expect(sheet.getByRole('heading', { name: 'Rollcall' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(users.rows(page).first()).toBeFocused()
})

test('by pointer alone: the keys are shown and put away', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await page.getByRole('button', { name: 'Show every key' }).click()
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByRole('button', { name: 'Close' }).click()
  await expect(sheet).toBeHidden()
})

test('Escape and the same keys close the palette, and nothing behind it', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).first().click()
  await expect(users.drawer(page)).toBeVisible()
  for (const key of ['Escape', 'Control+k']) {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(users.drawer(page)).toBeVisible()
  }
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
})

for (const [key, what] of [
  ['Shift+e', 'the menu of what leaves'],
  ['o', 'the columns'],
  ['v', 'the views'],
  ['z', 'the zones'],
  ['e', 'the environments'],
  ['f', 'the kinds of filter'],
] as const)
  test(`by keyboard alone: Escape from ${what} leads back to the row that one was in`, async ({
    page,
  }) => {
    await users.open(page, 'notiflows-test')
    await keys.intoList(page)
    await page.keyboard.press('j')
    await page.keyboard.press(key)
    await expect(page.locator('[role=dialog], [role=menu]')).toBeVisible()
    await expect(users.grid(page).locator(':focus')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(page.locator('[role=dialog], [role=menu]')).toBeHidden()
    await expect(users.rows(page).nth(1)).toBeFocused()
  })

test('every key that the help lists is a command, and every command with a key is listed', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('Control+k')
  // What comes last is there.
  await expect(page.getByRole('option', { name: 'Select all loaded users' })).toBeVisible()
  const withKey = page.getByRole('option').filter({ has: page.locator('kbd') })
  const options = await withKey.locator('span:first-child').allTextContents()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByRole('term').filter({ hasText: 'Find a command' })).toBeVisible()
  const listed = await sheet.getByRole('term').allTextContents()
  for (const option of options) expect(listed).toContain(option)
})

// What a key does at the place of the focus itself: goes on from it, or changes the column of its header.
const ofAPlace = new Set([
  'Next row',
  'Previous row',
  'Into the row, next cell',
  'Previous cell, back to the row',
  'A screen down',
  'A screen up',
  'First row; first cell of a row',
  'Last loaded row; last cell of a row',
  'First row, same column',
  'Last loaded row, same column',
  'Open the user; act on the cell',
  'Select the row too, while any is selected',
  'Select everybody up to the row',
  'Select to the next row',
  'Select to the row before',
  'Select a screen down',
  'Select a screen up',
  'Open the menu of the column',
  'Move the column left',
  'Move the column right',
  'Make the column wider',
  'Make the column narrower',
  'Give the column its share of the room',
  'Keep the column in sight',
  'Let the column scroll',
  'Hide the column',
])

test('every action is in the palette: whatever has a key, and whatever stands in a menu of the list', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-production', '?created=30d&zone=UTC')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  const inPalette = async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('option').first()).toBeVisible()
    const labels = await page.getByRole('option').locator('span:first-child').allTextContents()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    return labels
  }
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toBeVisible()
  const ofList = await inPalette()

  await page.keyboard.press('Shift+e')
  const menu = page.getByRole('menuitem')
  await expect(menu.first()).toBeVisible()
  const items = await menu.evaluateAll((all) => all.map((item) => item.firstChild?.textContent))
  expect(items.filter((item) => !ofList.includes(item ?? ''))).toEqual([])
  await page.keyboard.press('Escape')
  await expect(menu.first()).toBeHidden()

  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(users.drawer(page).getByRole('heading', { level: 2 })).toBeVisible()
  const found = new Set([...ofList, ...(await inPalette())])
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByRole('term').filter({ hasText: 'Close the user' })).toBeVisible()
  const listed = await sheet.getByRole('term').allTextContents()
  expect(listed.filter((label) => !found.has(label) && !ofAPlace.has(label))).toEqual([])
})

test('what belongs to the row of the focus is done by its name too', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await keys.run(page, 'select row', /^Select the row, or no longer/)
  await expect(users.rows(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await keys.run(page, 'select all loaded', /^Select all loaded users/)
  await expect(users.rows(page).first()).toHaveAttribute('aria-selected', 'true')
  await keys.run(page, 'open the user', /^Open the user/)
  await expect(users.rows(page).nth(1)).toHaveAttribute('aria-current', 'true')
})

test('every command is found by its name', async ({ page }) => {
  await users.open(page, 'notiflows-test', '?created=365d&zone=UTC')
  await page.keyboard.press('Control+k')
  const option = page.getByRole('option')
  await expect(option.first()).toBeVisible()
  const labels = await option.locator('span:first-child').allTextContents()
  expect(labels.length).toBeGreaterThan(40)
  for (const label of labels) {
    await page.getByRole('combobox', { name: palette }).fill(label)
    await expect(option.locator('span:first-child').getByText(label, { exact: true })).toBeVisible()
  }
})

test('letters are text while typing, and can be taken out of use altogether', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('/')
  await page.keyboard.type('e?')
  await expect(page.getByRole('combobox', { name: /by id/ })).toHaveValue('e?')
  await expect(page.getByRole('menu')).toBeHidden()
  // First what the box offers goes, then one leaves it.
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: /Letters/ }).uncheck()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('e')
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await expect(page.getByRole('menu')).toBeHidden()
})

test('by keyboard alone: the colours are switched, stay so, and are switched back', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  const html = page.locator('html')
  await page.keyboard.press('Shift+d')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(users.rows(page).first()).toBeVisible()
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await keys.run(page, 'light', /^Switch to light colours/)
  await expect(html).not.toHaveAttribute('data-theme')
})

const heading = (page: Page) => page.getByRole('columnheader').nth(1)

test('by keyboard alone: Rollcall speaks German by a command, and English again by its menu', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test', '?created=365d&zone=UTC')
  await keys.run(page, 'deutsch', /^Language: Deutsch/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(heading(page)).toHaveText('E-Mail')
  // The view is still the same.
  await expect(page).toHaveURL(/created=365d&zone=UTC/)

  await keys.tabTo(page, page.getByRole('button', { name: 'Sprache: Deutsch' }))
  await page.keyboard.press('Enter')
  const chosen = page.getByRole('menuitemradio', { name: 'Deutsch' })
  await expect(chosen).toHaveAttribute('aria-checked', 'true')
  await expect(page.locator('[role=menu]:focus-within')).toBeVisible()
  await page.keyboard.press('Home')
  await expect(page.getByRole('menuitemradio', { name: 'English' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(heading(page)).toHaveText('Email')
})

test('by pointer alone: Rollcall speaks German, and English again', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click()
  await expect(heading(page)).toHaveText('E-Mail')
  await page.getByRole('button', { name: 'Sprache: Deutsch' }).click()
  await page.getByRole('menuitemradio', { name: 'English' }).click()
  await expect(heading(page)).toHaveText('Email')
})

test('by keyboard alone: every filter is set and removed by its name', async ({ page }) => {
  await users.open(page, 'notificationapi-staging')
  await keys.run(page, 'seen last 30', /^Last seen: Last 30 days/)
  await expect(page).toHaveURL(/seen=30d/)
  await keys.run(page, 'filter device', /^Filter: Platform of a device/)
  const panel = page.getByRole('dialog', { name: /device/i })
  await expect(panel).toBeVisible()
  await expect(panel.locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/device=/)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await keys.run(page, 'remove last seen', /^Remove Last seen: Last 30 days/)
  await expect(page).not.toHaveURL(/seen=/)
  await expect(page).toHaveURL(/device=/)
})

test('by keyboard alone: a column is moved and kept in sight by name, from a cell that keeps the focus', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoCell(page, 3)
  const cell = users.rows(page).first().locator('[data-column="phone"]')
  await expect(cell).toBeFocused()
  await keys.run(page, 'column left phone', /^Move the column left/)
  await expect(page.getByRole('columnheader')).toHaveText([
    'User',
    'Phone',
    'Email',
    'Reach',
    'Created',
  ])
  await expect(cell).toBeFocused()
  await keys.run(page, 'keep in sight', /^Keep the column in sight/)
  await expect(page).toHaveURL(/phone\*/)
})
