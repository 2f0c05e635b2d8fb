import type { Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

const headers = (page: Page) => page.getByRole('columnheader')
const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const panel = (page: Page) => page.getByRole('dialog', { name: 'Columns and density' })
const tick = (page: Page, name: string) => panel(page).getByRole('checkbox', { name, exact: true })
const widthOf = async (page: Page, name: string) =>
  (await header(page, name).boundingBox())?.width ?? 0
const usual = ['User', 'Email', 'Phone', 'Reach', 'Created']

test('by keyboard alone: columns are shown, hidden, moved, pinned, made wider, and reset', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await page.keyboard.press('o')
  await expect(panel(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('zone')
  await page.keyboard.press('ArrowDown')
  await expect(tick(page, 'Time zone')).toBeFocused()
  await page.keyboard.press(' ')
  await expect(headers(page)).toHaveText([...usual, 'Time zone'])
  await page.keyboard.press('ArrowUp')
  await expect(panel(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Backspace')
  for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown')
  await expect(tick(page, 'Phone')).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(headers(page)).toHaveText([
    'User',
    'Email',
    'Reach',
    'Phone',
    'Created',
    'Time zone',
  ])
  await expect(tick(page, 'Phone')).toBeFocused()
  await page.keyboard.press('p')
  await expect(headers(page).nth(1)).toHaveText('Phone')
  await page.keyboard.press(' ')
  await expect(headers(page)).toHaveText(['User', 'Email', 'Reach', 'Created', 'Time zone'])
  await expect(tick(page, 'Phone')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Choose columns and density' })).toBeFocused()

  await keys.intoCell(page, 2)
  await page.keyboard.press('ArrowUp')
  await expect(header(page, 'Email')).toBeFocused()
  const before = await widthOf(page, 'Email')
  await page.keyboard.press('+')
  await page.keyboard.press('+')
  await expect.poll(() => widthOf(page, 'Email')).toBe(Math.round(before) + 32)
  await page.keyboard.press('-')
  await expect.poll(() => widthOf(page, 'Email')).toBe(Math.round(before) + 16)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(headers(page)).toHaveText(['User', 'Reach', 'Email', 'Created', 'Time zone'])
  await expect(header(page, 'Email')).toBeFocused()
  await page.keyboard.press('Enter')
  const hide = page.getByRole('menuitem', { name: 'Hide the column' })
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toBeVisible()
  await page.keyboard.type('Hide')
  await expect(hide).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(headers(page)).toHaveText(['User', 'Reach', 'Created', 'Time zone'])
  await expect(header(page, 'Created')).toBeFocused()

  await page.reload()
  await expect(headers(page)).toHaveText(['User', 'Reach', 'Created', 'Time zone'])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('reset columns')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(headers(page)).toHaveText(usual)
})

test('by pointer: a header is dragged to its place, its edge to a width, and pressed for its menu', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  const box = async (name: string) => {
    const found = await header(page, name).boundingBox()
    if (found === null) throw new Error(`There is no header ${name}.`)
    return found
  }
  // What drags is loaded when somebody comes near.
  await expect(async () => {
    const [email, created] = [await box('Email'), await box('Created')]
    await page.mouse.move(email.x + 40, email.y + 16)
    await page.mouse.down()
    await page.mouse.move(email.x + 80, email.y + 16)
    await page.mouse.move(created.x + 20, created.y + 16, { steps: 4 })
    await page.mouse.up()
    await expect(headers(page)).toHaveText(['User', 'Phone', 'Reach', 'Email', 'Created'], {
      timeout: 1_000,
    })
  }).toPass()

  const phone = await box('Phone')
  const edge = phone.x + phone.width
  await page.mouse.move(edge, phone.y + 16)
  await page.mouse.down()
  await page.mouse.move(edge + 60, phone.y + 16, { steps: 4 })
  await page.mouse.up()
  expect(await widthOf(page, 'Phone')).toBe(Math.round(phone.width) + 60)
  const wide = await box('Phone')
  await page.mouse.dblclick(wide.x + wide.width, wide.y + 16)
  expect(Math.abs((await widthOf(page, 'Phone')) - phone.width)).toBeLessThan(2)

  await header(page, 'Reach').click()
  await page.getByRole('menuitem', { name: 'Keep the column in sight' }).click()
  await expect(headers(page)).toHaveText(['User', 'Reach', 'Phone', 'Email', 'Created'])
  await header(page, 'Reach').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Hide the column' }).click()
  await expect(headers(page)).toHaveText(['User', 'Phone', 'Email', 'Created'])
})

test('by pointer alone: in the panel a column is found, ticked, dragged, pinned, and all is reset', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await page.getByRole('button', { name: 'Choose columns and density' }).click()
  await panel(page).getByRole('textbox').click()
  await page.keyboard.type('locale')
  await tick(page, 'Locale').click()
  await expect(headers(page)).toHaveText([...usual, 'Locale'])
  await panel(page).getByRole('textbox').click({ clickCount: 3 })
  await page.keyboard.press('Backspace')
  const line = panel(page).locator('[data-shown="locale"]')
  await line.hover()
  const grip = await line.locator('[title^="Drag"]').boundingBox()
  const target = await panel(page).locator('[data-shown="email"]').boundingBox()
  if (grip === null || target === null) throw new Error('There is nothing to drag.')
  await page.mouse.move(grip.x + 8, grip.y + 8)
  await page.mouse.down()
  await page.mouse.move(grip.x, target.y - 20, { steps: 6 })
  await page.mouse.move(grip.x, target.y + 4)
  await page.mouse.up()
  await expect(headers(page)).toHaveText(['User', 'Locale', 'Email', 'Phone', 'Reach', 'Created'])
  await line.hover()
  await line.getByRole('button', { name: 'Keep Locale in sight' }).click()
  await expect(line.getByRole('button')).toHaveAttribute('aria-pressed', 'true')
  await panel(page).getByRole('button', { name: 'Reset' }).click()
  await expect(headers(page)).toHaveText(usual)
})

test('by pointer alone: any attribute becomes a column, and whoever opens the address sees the same', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await page.getByRole('button', { name: 'Choose columns and density' }).click()
  await tick(page, 'address').click()
  await tick(page, 'plan').click()
  await expect(headers(page)).toHaveText([...usual, 'address', 'plan'])
  await expect(page.getByRole('gridcell', { name: /^\{"city":/ }).first()).toBeVisible()
  await page.goto('/environments/notiflows-production/users?columns=user*.created._plan-200')
  await expect(headers(page)).toHaveText(['User', 'Created', 'plan'])
  expect(await widthOf(page, 'plan')).toBe(200)
  // Changing what came with an address changes the address, not the operator's own columns.
  await page.getByRole('button', { name: 'Choose columns and density' }).click()
  await tick(page, 'Email').click()
  await expect(page).toHaveURL(/columns=user\*\.created\._plan-200\.email/)
  await page.goto('/environments/notiflows-production/users')
  await expect(headers(page)).toHaveText([...usual, 'address', 'plan'])
  await page.goto('/environments/notiflows-test/users')
  await expect(headers(page)).toHaveText(usual)
})

test('by keyboard alone: an attribute becomes a column, a column is pinned and let go, rows are made higher', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  const height = async () => (await users.rows(page).last().boundingBox())?.height
  await page.keyboard.press('o')
  await expect(panel(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.type('plan')
  await page.keyboard.press('ArrowDown')
  await expect(tick(page, 'plan')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(headers(page)).toHaveText([...usual, 'plan'])
  await page.keyboard.press('p')
  await expect(headers(page)).toHaveText(['User', 'plan', 'Email', 'Phone', 'Reach', 'Created'])
  await page.keyboard.press('p')
  await expect(panel(page).getByRole('button', { name: 'Keep plan in sight' })).toHaveAttribute(
    'aria-pressed',
    'false',
  )
  await keys.tabTo(page, panel(page).getByRole('radio', { name: 'Normal' }))
  await page.keyboard.press('ArrowRight')
  await expect(panel(page).getByRole('radio', { name: 'Roomy' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect.poll(height).toBe(44)
  await keys.run(page, 'rows compact', /^Rows: compact/)
  await expect.poll(height).toBe(32)
})

test('by pointer alone: rows are made lower', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await page.getByRole('button', { name: 'Choose columns and density' }).click()
  await panel(page).getByText('Compact').click()
  await expect.poll(async () => (await users.rows(page).last().boundingBox())?.height).toBe(32)
  await page.mouse.click(400, 600)
  await expect(panel(page)).toBeHidden()
})

test('rows have three heights, and changing it keeps the place in the list', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 400)
  const top = () =>
    users
      .grid(page)
      .evaluate(
        (grid) =>
          grid.scrollTop /
          (grid.querySelector('[data-index]')?.getBoundingClientRect().height ?? 0),
      )
  const before = await top()
  for (const [density, height] of [
    ['Compact', 32],
    ['Roomy', 44],
  ] as const) {
    await page.keyboard.press('o')
    await panel(page).getByText(density).click()
    await page.keyboard.press('Escape')
    await expect
      .poll(async () => (await users.rows(page).last().boundingBox())?.height)
      .toBe(height)
    expect(Math.abs((await top()) - before)).toBeLessThan(1.5)
  }
})

test('by keyboard alone: the active cell’s column goes, and the focus is on its row', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await users.open(page, 'notiflows-production')
  await keys.intoCell(page, 3)
  await expect(users.grid(page).locator('[data-column="phone"]:focus')).toBeVisible()
  // The drawer takes the room of the column.
  await page.keyboard.press('Enter')
  await expect(headers(page)).toHaveText(['User', 'Email', 'Reach', 'Created'])
  await page.keyboard.press('Escape')
  await expect(headers(page)).toHaveText(usual)
  await expect(users.rows(page).and(page.locator(':focus'))).toBeVisible()
})

test('what is stored and cannot be read is as good as nothing', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('rollcall.columns', '{"version":1,"value":{"notiflows-test":7}}')
    localStorage.setItem('rollcall.letters', 'nonsense')
  })
  await users.open(page, 'notiflows-test')
  await expect(headers(page)).toHaveText(usual)
})

test('with more columns than room the list scrolls sideways under the pinned one', async ({
  page,
}) => {
  await page.setViewportSize({ width: 700, height: 600 })
  await users.open(
    page,
    'notiflows-production',
    '?columns=user*-200.email.phone.reach.created.id.updated',
  )
  const grid = users.grid(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(700)
  await keys.intoCell(page, 1)
  await page.keyboard.press('End')
  const last = users.rows(page).first().locator('[data-column="updated"]')
  await expect(last).toBeFocused()
  await expect(last).toBeInViewport({ ratio: 1 })
  await expect.poll(() => grid.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100)
  const user = users.rows(page).first().locator('[data-column="user"]')
  expect((await user.boundingBox())?.x).toBe((await grid.boundingBox())?.x)
  // Walking back, no cell hides under the pinned one.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft')
  const email = users.rows(page).first().locator('[data-column="email"]')
  await expect(email).toBeFocused()
  expect((await email.boundingBox())?.x).toBeGreaterThanOrEqual(200)
})

test('by keyboard alone: on its header a column is kept in sight, given its share again, and hidden', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoCell(page, 2)
  await page.keyboard.press('ArrowUp')
  await expect(header(page, 'Email')).toBeFocused()
  const before = await widthOf(page, 'Email')
  await page.keyboard.press('+')
  await expect.poll(() => widthOf(page, 'Email')).toBe(Math.round(before) + 16)
  await page.keyboard.press('0')
  await expect.poll(() => widthOf(page, 'Email')).toBe(before)
  await page.keyboard.press('p')
  await expect(page).toHaveURL(/email\*/)
  await expect(header(page, 'Email')).toBeFocused()
  await page.keyboard.press('h')
  await expect(headers(page)).toHaveText(usual.filter((name) => name !== 'Email'))
  await expect(header(page, 'Phone')).toBeFocused()
})

// Of what stands there whole nothing is measured, so that it has to be right that it has room.
for (const width of [150, 190, 230, 270])
  test(`in a column of ${width} px an address and an id stand whole, or are cut in the middle`, async ({
    page,
  }) => {
    const columns = `columns=email-${width}.id-${width}.platformId-${width}`
    await users.open(page, 'notiflows-production', `?${columns}`)
    await expect(users.rows(page).nth(20)).toBeVisible()
    const cells = await users.rows(page).evaluateAll((rows) =>
      rows
        .flatMap((row) => [...row.querySelectorAll('[role=gridcell]')])
        .map((cell) => {
          const text = cell.querySelector('bdi [aria-hidden]') ?? cell.querySelector('bdi')
          const isCutByTheBrowser = [cell, text].some(
            (box) => box !== null && box.scrollWidth > box.clientWidth,
          )
          return { shown: cell.textContent, isMeasured: text !== null, isCutByTheBrowser }
        }),
    )
    expect(cells.filter(({ isCutByTheBrowser }) => isCutByTheBrowser)).toEqual([])
    expect(cells.some(({ shown }) => shown.includes('…'))).toBe(true)
    expect(cells.some(({ isMeasured }) => !isMeasured)).toBe(true)
  })

for (const column of ['phone-100', 'timezone-80', 'reach-128', 'created-70'])
  test(`what stands first in a narrow column is seen, beside its checkbox: ${column}`, async ({
    page,
  }) => {
    await users.open(page, 'notificationapi-production', `?columns=${column}.email`)
    const first = users
      .rows(page)
      .locator('[role=gridcell]:first-child')
      .filter({ hasNotText: /^–$/ })
      .first()
    const [cell, content] = await first.evaluate((element) => {
      const range = document.createRange()
      range.selectNodeContents(element.lastChild ?? element)
      return [element, range].map((part) => part.getBoundingClientRect().toJSON())
    })
    expect(content.top).toBeGreaterThanOrEqual(cell.top)
    expect(content.bottom).toBeLessThanOrEqual(cell.bottom)
    expect(content.left).toBeGreaterThan(cell.left + 31)
  })

test('a name and an id are two words, also when they are selected to be copied', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  const people = await users.rows(page).evaluateAll((rows) =>
    rows.flatMap((row) => {
      const cell = row.querySelector('[role=gridcell]')
      const [name, id] = ['bdi', 'a'].map((part) => cell?.querySelector(part)?.textContent ?? '')
      if (cell === null || name === '' || name === id) return []
      getSelection()?.selectAllChildren(cell)
      return [{ name, id, told: cell.textContent, selected: getSelection()?.toString() ?? '' }]
    }),
  )
  expect(people.length).toBeGreaterThan(10)
  for (const { name, id, told, selected } of people) {
    expect(told).toBe(`${name} ${id}`)
    expect(selected.trim().split(/\s+/).join(' ')).toBe(`${name} ${id}`)
  }
})
