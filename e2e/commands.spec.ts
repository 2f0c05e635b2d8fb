import type { Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

const palette = 'Find a command'

test('the palette finds a command by a few letters, runs it, and gives the focus back', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).first().focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: palette })).toBeFocused()
  await page.keyboard.type('dark')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(users.rows(page).first()).toBeFocused()
})

test('the palette switches the environment, by keyboard and by pointer', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: palette }).fill('staging')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/notificationapi-staging/)
  await page.getByRole('button', { name: palette }).click()
  await page.getByRole('option', { name: /Go to Test, Notiflows/ }).click()
  await expect(page).toHaveURL(/notiflows-test/)
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

test('every key that the help lists is a command, and every command with a key is listed', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await expect(sheet.getByRole('term').filter({ hasText: 'Find a command' })).toBeVisible()
  const listed = await sheet.getByRole('term').allTextContents()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const withKey = page.getByRole('option').filter({ has: page.locator('kbd') })
  for (const option of await withKey.locator('span:first-child').allTextContents())
    expect(listed).toContain(option)
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
