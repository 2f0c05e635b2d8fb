import type { Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

const focused = (page: Page) => users.grid(page).locator(':focus')
const cell = (page: Page, row: number, column: string) =>
  users.grid(page).locator(`[data-index="${row}"] [data-column="${column}"]`)
const header = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })

/** Drags the scrollbar to the end again and again, until a row is known. */
const jumpTo = (page: Page, row: number) =>
  expect
    .poll(
      () =>
        users.grid(page).evaluate((grid) => {
          grid.scrollTop = grid.scrollHeight
          return Number([...grid.querySelectorAll('[data-index]')].at(-1)?.ariaRowIndex)
        }),
      { timeout: 300_000, intervals: [50] },
    )
    .toBeGreaterThan(row)

test('by keyboard alone: the arrows lead from the row into its cells, down a column, up into the header and back', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoCell(page, 1)
  await expect(cell(page, 0, 'user')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(cell(page, 1, 'email')).toBeFocused()
  await page.keyboard.press('End')
  await expect(cell(page, 1, 'created')).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(header(page, 'User')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(header(page, 'Email')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(users.rows(page).first()).toBeFocused()
  // The list is one stop of the Tab key, wherever in it the focus is.
  await expect(users.grid(page).locator('[tabindex="0"]')).toHaveCount(1)
})

test('by keyboard alone: an arrow leads into the list from nowhere, and beside an open user scrolls what is told of them', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('ArrowDown')
  await expect(users.rows(page).first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(users.rows(page).nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(users.drawer(page).getByRole('heading', { level: 2 })).toBeVisible()
  const url = page.url()
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  )
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('body')).toBeFocused()
  expect(page.url()).toBe(url)
})

test('by keyboard alone: Page Down and Page Up go a screen of rows, in the row and in a column', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('j')
  await expect(users.rows(page).first()).toBeFocused()
  const at = async () => Number(await focused(page).getAttribute('data-index'))
  await page.keyboard.press('PageDown')
  await expect(users.rows(page).first()).not.toBeFocused()
  const screen = await at()
  expect(screen).toBeGreaterThan(10)
  await page.keyboard.press('PageDown')
  await expect(focused(page)).toHaveAttribute('data-index', String(2 * screen))
  await expect(focused(page)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageUp')
  await expect(cell(page, screen, 'user')).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(cell(page, 0, 'user')).toBeFocused()
  await expect(cell(page, 0, 'user')).toBeInViewport({ ratio: 1 })
})

test('a click puts the keyboard on its row, and Enter on the cell of the id opens the user', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await cell(page, 2, 'phone').click()
  await expect(users.drawer(page)).toBeVisible()
  await expect(users.rows(page).nth(2)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(users.rows(page).nth(3)).toHaveAttribute('aria-current', 'true')
})

test('by keyboard alone: J and K walk the list, and from user to user while one is open', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('j')
  await expect(users.rows(page).first()).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(users.rows(page).nth(1)).toBeFocused()
  await page.keyboard.press(' ')
  await expect(users.drawer(page)).toBeVisible()
  await keys.tabTo(page, page.getByRole('button', { name: 'Close' }))
  await page.keyboard.press('j')
  await expect(users.rows(page).nth(2)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('k')
  await page.keyboard.press('k')
  await expect(users.rows(page).first()).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused()
})

test('by keyboard alone: one key copies the id of a row, or the whole value of a cell, and says so', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await users.open(page, 'notiflows-test')
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await keys.intoList(page)
  await page.keyboard.press('c')
  const id = (await cell(page, 0, 'user').locator('a').textContent()) ?? ''
  const told = page.getByRole('log', { name: 'What was done' })
  await expect(told).toHaveText(`Copied ${id}`)
  expect(await clipboard()).toBe(id)
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('c')
  await expect(told).toContainText('@')
  expect(await clipboard()).toBe(await cell(page, 0, 'email').textContent())
})

test('by keyboard alone: from a cell the keys lead to the last loaded row and the first, in its column', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoCell(page, 2)
  await page.keyboard.press('Control+End')
  const last = users.grid(page).locator('[data-column="email"]:focus')
  await expect(last).toBeInViewport()
  await expect
    .poll(() => last.evaluate((element) => Number(element.parentElement?.dataset['index'])))
    .toBeGreaterThan(90)
  await page.keyboard.press('Control+Home')
  await expect(cell(page, 0, 'email')).toBeFocused()
})

test('by keyboard alone: a letter sets the dates, and the arrow keys go on in the list that it makes', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await keys.intoList(page)
  await page.keyboard.press('q')
  await expect(page).toHaveURL(/created=90d/)
  // Those before stay until those whom it finds are here.
  await expect(users.rows(page).first().getByRole('link')).toHaveAttribute('href', /created=90d/)
  await expect(focused(page)).toHaveAttribute('data-index', '0')
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAttribute('data-index', '1')
  await page.keyboard.press('a')
  await expect(page).not.toHaveURL(/created=/)
  await page.keyboard.press('r')
  await expect(focused(page)).toHaveAttribute('data-index', '0')
})

test('Escape closes the reasons of a reach first, and the user under them next', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test', '?user=cust-0311')
  await expect(users.drawer(page)).toBeVisible()
  const card = page.locator('[data-side]').filter({ hasText: 'Web push' }).last()
  await users.grid(page).locator('[data-reach]').first().hover()
  await expect(card).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card).toBeHidden()
  await expect(users.drawer(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
})

test('the grid tells its columns, its order and its rows', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  const grid = users.grid(page)
  await expect(grid).toHaveAttribute('aria-colcount', '5')
  await expect(header(page, 'Created')).toHaveAttribute('aria-sort', 'descending')
  await expect(grid.locator('[aria-sort]')).toHaveCount(1)
  await expect(users.rows(page).first()).toHaveAttribute('aria-rowindex', '2')
  await expect(cell(page, 0, 'reach')).toHaveAttribute('aria-colindex', '4')
  await page.goto('/environments/notificationapi-staging/users')
  await expect(users.rows(page).first()).toBeVisible()
  await expect(grid.locator('[aria-sort]')).toHaveCount(0)
})

test('how many are loaded is said now and then, never at each page', async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = []
    Object.defineProperty(globalThis, 'said', { value: said })
    new MutationObserver(() => {
      const text = document.querySelector('[aria-label="What is going on"]')?.textContent ?? ''
      if (text !== '' && said.at(-1) !== text) said.push(text)
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await users.open(page, 'notiflows-production')
  const log = page.getByRole('log', { name: 'What is going on' })
  await expect(log).toHaveText(/^\d+ users loaded, more to come$/)
  await users.scrollTo(page, 3_000)
  await expect(log).toHaveText(/^[3-9],\d+ users loaded, more to come$/)
  const said = await page.evaluate(() => Reflect.get(globalThis, 'said'))
  expect(said.length).toBeGreaterThan(1)
  expect(said.length).toBeLessThan(8)
})

test('50,000 rows down, the tree that a screen reader reads is whole, and the focused row is in it', async ({
  page,
}) => {
  test.setTimeout(480_000)
  await users.open(page, 'notiflows-production')
  await users.rows(page).nth(1).focus()
  await jumpTo(page, 50_000)
  await expect(users.rows(page).last().getByRole('gridcell').first()).not.toHaveAccessibleName(
    'Loading',
  )

  await expect(users.grid(page)).toHaveAttribute('aria-rowcount', '-1')
  await expect(header(page, 'Created')).toHaveAttribute('aria-sort', 'descending')
  // Row by row without a gap, each by its place in the whole list; the one with the focus stands before them.
  const places = await users
    .rows(page)
    .evaluateAll((rows) => rows.map((row) => Number(row.ariaRowIndex)).toSorted((a, b) => a - b))
  const below = places.filter((place) => place > 1_000)
  expect(below.at(-1)).toBeGreaterThan(50_000)
  expect(below).toEqual(below.map((_, index) => (below[0] ?? 0) + index))

  const cdp = await page.context().newCDPSession(page)
  const { nodes } = await cdp.send('Accessibility.getFullAXTree')
  const byRole = (role: string) =>
    nodes.filter((node) => !node.ignored && node.role?.value === role)
  expect(byRole('grid')).toHaveLength(1)
  expect(byRole('columnheader').map(({ name }) => name?.value)).toEqual([
    'User',
    'Email',
    'Phone',
    'Reach',
    'Created',
  ])
  const rows = byRole('row')
  expect(rows.length).toBeLessThan(100)
  const focus = rows.filter(({ properties }) =>
    properties?.some(({ name, value }) => name === 'focused' && value.value === true),
  )
  expect(focus).toHaveLength(1)
  const cells = new Set(byRole('gridcell').map(({ nodeId }) => nodeId))
  // The end of the list, while more is on its way, is a row of one cell; every other has all five.
  const counts = rows
    .slice(1)
    .map(({ childIds = [] }) => childIds.filter((id) => cells.has(id)).length)
  expect(counts.filter((count) => count !== 5)).toEqual(counts.includes(1) ? [1] : [])

  await expect(focused(page)).toHaveAttribute('aria-rowindex', '3')
  expect(Number(await users.rows(page).last().getAttribute('aria-rowindex'))).toBeGreaterThan(
    50_000,
  )
  await page.keyboard.press('ArrowDown')
  await expect(focused(page)).toHaveAttribute('aria-rowindex', '4')
  await expect(focused(page)).toBeInViewport()
})

test('a held PageDown takes the focus from cell to cell, and at no moment out of the list', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await keys.intoList(page)
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 0, 'user')).toBeFocused()
  await users.grid(page).evaluate((grid) => {
    grid.addEventListener('focusout', (event) => {
      const to = event instanceof FocusEvent ? event.relatedTarget : null
      if (!(to instanceof Node) || !grid.contains(to)) grid.setAttribute('data-lost', '')
    })
  })
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageDown')
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageUp')
  await expect(cell(page, 0, 'user')).toBeFocused()
  await expect(users.grid(page)).not.toHaveAttribute('data-lost')
})
