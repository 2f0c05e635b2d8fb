import type { Page, Route } from '@playwright/test'
import { expect, test, users } from './journey.ts'

/** Holds back the code whose file is called so, until the function that it gives is called. */
async function holdBack(page: Page, name: string): Promise<() => void> {
  const held: Route[] = []
  let holding = true
  await page.route(`**/assets/${name}-*.js`, (route) =>
    holding ? void held.push(route) : route.continue(),
  )
  return () => {
    holding = false
    for (const route of held) void route.continue()
  }
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' })
const selectedRows = (page: Page) =>
  users
    .rows(page)
    .evaluateAll((rows) =>
      rows.filter((row) => row.ariaSelected === 'true').map((row) => Number(row.dataset['index'])),
    )

test('by pointer alone: a checkbox and the end of a range, pressed before what selects is here, select the range', async ({
  page,
}) => {
  const release = await holdBack(page, 'selection-tools')
  await users.open(page, 'notiflows-test')
  await users.rows(page).nth(1).getByRole('checkbox').click()
  await users
    .rows(page)
    .nth(4)
    .click({ modifiers: ['Shift'] })
  await expect(bar(page)).toHaveCount(0)
  release()
  await expect(bar(page)).toContainText('4 selected')
  expect(await selectedRows(page)).toEqual([1, 2, 3, 4])
})

test('by keyboard alone: every key pressed before its command is here arrives, in order and where it was pressed', async ({
  page,
}) => {
  const release = await holdBack(page, 'selection-tools')
  await users.open(page, 'notiflows-test')
  for (const key of ['j', 'x', 'j', 'x', 'x', 'j', 'j', 'x', 'Shift+ArrowDown'])
    await page.keyboard.press(key)
  await expect(users.rows(page).nth(3)).toBeFocused()
  await expect(bar(page)).toHaveCount(0)
  release()
  // Row 1 was selected and given up again.
  await expect(bar(page)).toContainText('3 selected')
  expect(await selectedRows(page)).toEqual([0, 3, 4])
  await expect(users.rows(page).nth(4)).toBeFocused()
})

test('a row selected by its key before that is here is where a range by the pointer begins', async ({
  page,
}) => {
  const release = await holdBack(page, 'selection-tools')
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await users
    .rows(page)
    .nth(4)
    .click({ modifiers: ['Shift'] })
  release()
  await expect(bar(page)).toContainText('5 selected')
})

test('letters typed into a field or the palette while commands are on their way are not commands when these come', async ({
  page,
}) => {
  const release = await holdBack(page, 'page-commands')
  await users.open(page, 'notiflows-production')
  await page.keyboard.press('/')
  await page.keyboard.type('q')
  await expect(page.getByRole('combobox', { name: /^Find a user/ })).toHaveValue('q')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('q')
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toHaveValue('q')
  const arrived = page.waitForResponse(/page-commands/)
  release()
  await arrived
  await page.keyboard.press('Backspace')
  // The command is here, and its key was none.
  await expect(page.getByRole('option', { name: /90 days/ })).toBeVisible()
  await expect(page).not.toHaveURL(/created=/)
})

test('the bar of a selection does not come up under the pointer that selects', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 500 })
  await users.open(page, 'notiflows-test')
  const list = await users.grid(page).boundingBox()
  const foot = (list?.y ?? 0) + (list?.height ?? 0) - 20
  const box = users.rows(page).getByRole('checkbox')
  const last = await box.evaluateAll(
    (boxes, at) => boxes.findIndex((one) => one.getBoundingClientRect().bottom > at - 10),
    foot,
  )
  const { x = 0, y = 0 } = (await box.nth(last).boundingBox()) ?? {}
  await page.mouse.click(x + 7, y + 7)
  await expect(users.rows(page).nth(last)).toHaveAttribute('aria-selected', 'true')
  await page.mouse.click(x + 7, y + 7)
  await expect(users.rows(page).nth(last)).toHaveAttribute('aria-selected', 'false')
  await page.mouse.click(x + 7, y + 7)
  await expect(page.getByRole('log', { name: 'What is going on' })).toHaveText('1 user selected')
  await expect(bar(page)).toHaveCount(0)
  await page.mouse.move(x + 7, y - 60)
  await expect(bar(page)).toContainText('1 selected')
})

test('by keyboard alone: of popups asked for before they are here, the last one is open', async ({
  page,
}) => {
  const releases = [await holdBack(page, 'filter-menu'), await holdBack(page, 'views-panel')]
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('f')
  await page.keyboard.press('v')
  for (const release of releases) release()
  await expect(page.getByRole('dialog', { name: 'Views' })).toBeVisible()
  await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toHaveCount(0)
})
