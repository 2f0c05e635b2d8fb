import type { Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

// Somebody in Amman, whom the platform has created at a known instant.
const open = (page: Page) => users.open(page, 'notificationapi-production', '?user=demo-email-only')

const card = (page: Page) => page.getByRole('dialog', { name: 'The exact time' })
const menu = (page: Page) => page.getByRole('dialog', { name: 'The zone of all times' })
const zoneButton = (page: Page) => page.getByRole('button', { name: /^Zone: / })
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const firstTime = (page: Page) => users.rows(page).first().locator('time').first()
const isoOf = async (page: Page) => (await firstTime(page).getAttribute('datetime')) ?? ''

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

test('by keyboard alone: a cell tells its time exactly, its card is entered, gone through, copied from and left', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  const instant = Date.parse(await isoOf(page))
  await keys.intoList(page)
  const cell = users.rows(page).first().locator('[data-column=created]')
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
  await expect(cell).toBeFocused()
  await expect(card(page)).toBeVisible()
  await expect(card(page)).toContainText('Europe/Lisbon')
  await expect(card(page)).toContainText('UTC')
  await expect(page.getByRole('log', { name: 'What is going on' })).toContainText('UTC: ')
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expect(cell).toBeFocused()

  await page.keyboard.press('Shift+i')
  await expect(page.getByRole('log', { name: 'What was done' })).toContainText(/T.*[+-]\d\d:\d\d$/)
  expect(Date.parse(await copied(page))).toBe(instant)

  await page.keyboard.press('i')
  const copy = (zone: string) =>
    card(page).getByRole('button', { name: `Copy the time in ${zone}` })
  await expect(copy('Europe/Lisbon')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(copy('UTC')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card(page).getByRole('button', { name: 'Copied' })).toBeFocused()
  const utc = await copied(page)
  expect(utc).toMatch(/\+00:00$/)
  expect(Date.parse(utc)).toBe(instant)
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expect(cell).toBeFocused()
})

test('by keyboard alone: an instant of the drawer opens its card, which tells the user’s own zone too', async ({
  page,
}) => {
  await open(page)
  const created = users
    .drawer(page)
    .getByRole('region', { name: 'Profile' })
    .locator('button:has(time)')
  await keys.tabTo(page, created.first())
  await page.keyboard.press('Enter')
  const own = card(page).getByRole('button', { name: 'Copy the time in Asia/Amman' })
  await expect(own).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await expect(own).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(card(page).getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(await copied(page)).toMatch(/\+03:00$/)
  await page.keyboard.press('Escape')
  await expect(created.first()).toBeFocused()
  await expect(users.drawer(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
})

test('by pointer alone: a time rested on shows its card, from which it is copied, and which goes with the pointer', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  const instant = Date.parse(await isoOf(page))
  await firstTime(page).hover()
  await expect(card(page)).toBeVisible()
  await card(page).getByRole('button', { name: 'Copy the time in UTC' }).click()
  await expect(card(page).getByRole('button', { name: 'Copied' })).toBeVisible()
  expect(Date.parse(await copied(page))).toBe(instant)
  // Pressed once, it stays until one presses elsewhere.
  await page.getByRole('search').click()
  await expect(card(page)).toBeHidden()

  await firstTime(page).hover()
  await expect(card(page)).toBeVisible()
  await page.getByRole('main').hover({ position: { x: 600, y: 20 } })
  await expect(card(page)).toBeHidden()
})

test('by keyboard alone: the zone is found by a few letters, changes every time and day, and is remembered', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production', '?created=2026-03-08..2026-03-08')
  const asked = page.waitForRequest((one) =>
    one.url().includes(encodeURIComponent('2026-03-07T15:00:00.000Z')),
  )
  await page.keyboard.press('z')
  await expect(page.getByRole('combobox', { name: 'Find a zone' })).toBeFocused()
  await page.keyboard.type('tokyo')
  await expect(menu(page).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(menu(page)).toBeHidden()
  await expect(page).toHaveURL(/zone=Asia%2FTokyo/)
  expect(new URL((await asked).url()).searchParams.get('createdBefore')).toBe(
    '2026-03-08T15:00:00.000Z',
  )
  await expect(zoneButton(page)).toHaveText('Asia/Tokyo')

  // Remembered where the address says nothing; an address that does say something wins.
  await users.open(page, 'notiflows-test')
  await expect(zoneButton(page)).toHaveText('Asia/Tokyo')
  await users.open(page, 'notiflows-test', '?zone=America/Lima')
  await expect(zoneButton(page)).toHaveText('America/Lima')

  await page.keyboard.press('Shift+z')
  await expect(zoneButton(page)).toHaveText('UTC')
  await page.keyboard.press('Shift+z')
  await expect(zoneButton(page)).toHaveText('Europe/Lisbon')
  await users.open(page, 'notiflows-test')
  await expect(zoneButton(page)).toHaveText('Europe/Lisbon')
  await page.keyboard.press('z')
  await expect(menu(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(menu(page)).toBeHidden()
})

test('by pointer alone: the open user’s zone is at hand, counts for this view alone, and goes with a link', async ({
  page,
}) => {
  await open(page)
  await expect(users.drawer(page)).toContainText('there')
  await zoneButton(page).click()
  await menu(page)
    .getByRole('option', { name: /Asia\/Amman.*the open user’s zone/ })
    .click()
  await expect(zoneButton(page)).toHaveText('Asia/Amman')
  await expect(zoneButton(page)).toBeFocused()
  await expect(page).toHaveURL(/zone=Asia%2FAmman/)
  await users.drawer(page).getByRole('button', { name: 'Copy link to this user' }).click()
  await expect.poll(() => copied(page)).toContain('zone=Asia%2FAmman')
  await users.open(page, 'notificationapi-production')
  await expect(zoneButton(page)).toHaveText('Europe/Lisbon')
})
