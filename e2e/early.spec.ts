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

for (const [order, names] of [
  ['the order of asking', ['filter-menu', 'views-panel']],
  ['the other order', ['views-panel', 'filter-menu']],
] as const)
  test(`by keyboard alone: of popups asked for before they are here, which come in ${order}, the last one is open`, async ({
    page,
  }) => {
    const releases = new Map<string, () => void>()
    for (const name of names) releases.set(name, await holdBack(page, name))
    await users.open(page, 'notiflows-test')
    await page.keyboard.press('f')
    await page.keyboard.press('v')
    for (const name of names) {
      const here = page.waitForResponse(new RegExp(name))
      releases.get(name)?.()
      await here
    }
    await expect(page.getByRole('dialog', { name: 'Views' })).toBeVisible()
    await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toHaveCount(0)
  })

for (const [what, file, key] of [
  ['a menu', 'filter-menu', 'f'],
  ['a menu of the list', 'selection-tools', 'Shift+E'],
] as const)
  test(`by keyboard alone: ${what} that is not here yet does not take over from a panel that is`, async ({
    page,
  }) => {
    const release = await holdBack(page, file)
    await users.open(page, 'notiflows-test')
    const views = page.getByRole('dialog', { name: 'Views' })
    await page.keyboard.press('v')
    await expect(views).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(views).toHaveCount(0)
    await page.keyboard.press(key)
    await page.keyboard.press('v')
    await expect(views).toBeVisible()
    const here = page.waitForResponse(new RegExp(file))
    release()
    await here
    // With all that it needs.
    await page.waitForLoadState('networkidle')
    await expect(views).toBeVisible()
    await expect(page.getByRole('menu')).toHaveCount(0)
  })

test('whoever goes on typing elsewhere before a panel is here is not taken to it', async ({
  page,
}) => {
  const release = await holdBack(page, 'filter-panel')
  await users.open(page, 'notiflows-test')
  await page.getByRole('button', { name: 'Created', exact: true }).click()
  const box = page.getByRole('combobox', { name: /^Find a user/ })
  await page.keyboard.press('/')
  await page.keyboard.type('demo')
  const here = page.waitForResponse(/filter-panel/)
  release()
  await here
  await expect(page.getByRole('listbox')).toBeVisible()
  await page.keyboard.type('-full-profile')
  await expect(box).toHaveValue('demo-full-profile')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Escape, or a press elsewhere, is also for a menu that is not here yet', async ({ page }) => {
  const release = await holdBack(page, 'filter-menu')
  await users.open(page, 'notiflows-test')
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  await page.keyboard.press('f')
  await expect(filter).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(filter).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('f')
  await expect(filter).toHaveAttribute('aria-expanded', 'true')
  await users.rows(page).first().click()
  await expect(filter).toHaveAttribute('aria-expanded', 'false')
  const here = page.waitForResponse(/filter-menu/)
  release()
  await here
  await expect(users.drawer(page)).toBeVisible()
  await expect(page.getByRole('menu')).toHaveCount(0)
  await page.keyboard.press('f')
  await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toBeVisible()
})

const outline = (page: Page) => page.locator('#root > [inert]')

/** What stands in the first rows and where, without what comes with the app: the signs, the checkboxes, the links. */
const asSeen = (page: Page) =>
  page.locator('[data-index]').evaluateAll((rows) =>
    rows.slice(0, 12).map((row) => {
      const { x, y, width, height } = row.getBoundingClientRect()
      const cells = [...row.querySelectorAll<HTMLElement>('[role=gridcell]')].map((cell) => {
        const box = cell.getBoundingClientRect()
        // What is cut is cut when it is measured, which takes the app.
        const whole = [...cell.querySelectorAll('bdi > :not([aria-hidden])')].map(
          ({ textContent }) => textContent,
        )
        const text = cell.dataset['column'] === 'reach' ? '' : (whole[0] ?? cell.innerText)
        return [cell.dataset['column'], text, cell.className, box.x, box.width].join(' | ')
      })
      return [row.dataset['index'], x, y, width, height, row.className, ...cells].join('\n')
    }),
  )

for (const [width, settings] of [
  [1440, ''],
  [700, ''],
  [
    1200,
    '?columns=user*-200.email.created.id-120.phone&density=compact&times=dates&zone=Asia/Tokyo',
  ],
] as const)
  test(`at ${width} pixels the first rows are seen before the app is here, where and as it shows them: ${settings}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const release = await holdBack(page, 'app')
    await page.goto(`/environments/notiflows-production/users${settings}`)
    await expect(outline(page).locator('[data-index="11"]')).toBeVisible()
    await page.evaluate(() => document.fonts.ready)
    const before = await asSeen(page)
    expect(before).toHaveLength(12)
    // Nothing in it can be reached by keyboard, or is told.
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    await expect(users.rows(page)).toHaveCount(0)
    release()
    await expect(users.rows(page).nth(11)).toBeVisible()
    await expect(outline(page)).toHaveCount(0)
    expect(await asSeen(page)).toEqual(before)
  })

test('somebody who is clicked before the app is here is opened when it is', async ({ page }) => {
  const release = await holdBack(page, 'app')
  await page.goto('/environments/notiflows-test/users')
  const row = outline(page).locator('[data-index="3"]')
  await expect(row).toBeVisible()
  const { x = 0, y = 0, height = 0 } = (await row.boundingBox()) ?? {}
  const name = await row.locator('bdi').first().innerText()
  await page.mouse.click(x + 500, y + height / 2)
  release()
  await expect(page.getByRole('complementary').or(page.getByRole('dialog'))).toContainText(name)
})

test('under pinned views, whose bar may take several lines, no row is shown where it will not stay', async ({
  page,
}) => {
  await page.addInitScript(() =>
    localStorage.setItem(
      'rollcall.views',
      JSON.stringify({
        version: 1,
        value: {
          views: [{ id: 'a', name: 'Everybody', search: 'zone=UTC', pinned: true }],
          defaults: {},
        },
      }),
    ),
  )
  const release = await holdBack(page, 'app')
  const asked = page.waitForRequest('**/assets/start-*.js')
  await page.goto('/environments/notiflows-test/users')
  await asked
  await expect(outline(page)).toHaveCount(0)
  release()
  await expect(page.getByRole('link', { name: 'Everybody' })).toBeVisible()
})

test('the address without an environment leads to the first, whose rows are seen before the app is here', async ({
  page,
}) => {
  const release = await holdBack(page, 'app')
  await page.goto('/')
  await expect(outline(page).locator('[data-index="0"]')).toBeVisible()
  await expect(page).toHaveURL(/\/environments\/notificationapi-production\/users$/)
  release()
  await expect(users.rows(page).first()).toBeVisible()
})

test('a tab whose files are gone, because the gateway was updated, loads itself anew', async ({
  page,
  noise,
}) => {
  noise.allow(/Failed to load resource/)
  const missing: string[] = []
  await page.route('**/assets/app-*.js', (route) => {
    missing.push(route.request().url())
    return missing.length === 1 ? route.fulfill({ status: 404 }) : route.continue()
  })
  await page.goto('/environments/notiflows-production/users')
  await expect(users.rows(page).first()).toBeVisible()
  expect(missing.length).toBeGreaterThan(1)
})

test('an app that cannot be loaded is told of, with a way to load it again', async ({
  page,
  noise,
}) => {
  noise.allow(/Failed to load resource/)
  await page.route('**/assets/app-*.js', (route) => route.abort())
  await page.goto('/environments/notiflows-production/users')
  await expect(page.getByRole('alert')).toContainText('This page broke')
  await page.unroute('**/assets/app-*.js')
  await page.getByRole('link', { name: 'Load it again' }).click()
  await expect(users.rows(page).first()).toBeVisible()
})
