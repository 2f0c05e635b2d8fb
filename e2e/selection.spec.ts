import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import Papa from 'papaparse'
import { check } from './axe.ts'
import { expect, keys, problem, test, users, withoutPicker } from './journey.ts'

const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selection' })
const selected = (page: Page) => users.grid(page).locator('[aria-selected=true]')
const row = (page: Page, index: number) =>
  users.grid(page).locator(`[role=row][data-index="${index}"]`)
const checkbox = (page: Page, index: number) => row(page, index).getByRole('checkbox')
const going = (page: Page) => page.getByRole('log', { name: 'What is going on' })
const told = (page: Page) => page.getByRole('log', { name: 'What was done' })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())
const idsShown = (page: Page, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      checkbox(page, index).evaluate((box) => (box.ariaLabel ?? '').replace('Select ', '')),
    ),
  )
const contentOf = async (download: Download) => readFile(await download.path(), 'utf8')
const rowsOf = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: true }).data

/** Presses Escape until nobody is selected: the card of a reach, where one is open, is a layer of its own. */
const clear = (page: Page) =>
  expect(async () => {
    await page.keyboard.press('Escape')
    await expect(bar(page)).toHaveCount(0, { timeout: 500 })
  }).toPass()

test.describe('by the keyboard alone', () => {
  test('rows are selected one by one, as a range, all, and no longer', async ({ page }) => {
    await users.open(page, 'notiflows-test')
    await keys.intoList(page)
    await page.keyboard.press('x')
    await expect(selected(page)).toHaveCount(1)
    await expect(going(page)).toHaveText('1 user selected')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar(page)).toContainText('3 selected')
    await expect(row(page, 2)).toBeFocused()
    await page.keyboard.press('Shift+ArrowUp')
    await expect(bar(page)).toContainText('2 selected')
    for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+Space')
    await expect(selected(page)).toHaveCount(6)
    // While any is selected, so does the space bar; without, it opens the user.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(bar(page)).toContainText('7 selected')
    await page.keyboard.press('Space')
    await page.keyboard.press('Control+a')
    await expect(told(page)).toHaveText(/^All \d+ (loaded )?users selected/)
    await clear(page)
    await expect(selected(page)).toHaveCount(0)
    await page.keyboard.press('Space')
    await expect(users.drawer(page)).toBeVisible()
  })

  test('Escape closes one layer at a time: the menu, the user, the selection', async ({ page }) => {
    await users.open(page, 'notiflows-test')
    await keys.intoList(page)
    await page.keyboard.press('x')
    await expect(selected(page)).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(users.drawer(page)).toBeVisible()
    await page.keyboard.press('Shift+e')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('menu')).toHaveCount(0)
    await expect(users.drawer(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(users.drawer(page)).toBeHidden()
    await expect(bar(page)).toContainText('1 selected')
    await clear(page)
  })

  test('what is selected is copied for a spreadsheet, and loaded users are when nobody is', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await users.open(page, 'notiflows-test')
    const ids = await idsShown(page, 2)
    await keys.intoList(page)
    await page.keyboard.press('x')
    await expect(selected(page)).toHaveCount(1)
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar(page)).toContainText('2 selected')
    await page.keyboard.press('Shift+c')
    await expect(told(page)).toHaveText('Copied 2 users')
    const [names, ...copied] = Papa.parse<string[]>(await clipboard(page), { delimiter: '\t' }).data
    expect(names).toEqual([
      'id',
      'name',
      'email',
      'phone',
      'reach.email',
      'reach.sms',
      'reach.push',
      'reach.webPush',
      'reach.slack',
      'createdAt',
    ])
    expect(copied.map(([id]) => id)).toEqual(ids)
    expect(copied[0]?.at(-1)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
    await clear(page)
    await page.keyboard.press('Shift+c')
    await expect(told(page)).toHaveText(/^Copied 300 users$|^Copied \d+ users$/)
  })

  test('what is selected is copied as JSON and Markdown, and saved as CSV, by the menu and by name', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await users.open(page, 'notiflows-test')
    const ids = await idsShown(page, 2)
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar(page)).toContainText('2 selected')
    await page.keyboard.press('Shift+e')
    await expect(page.getByRole('menu')).toBeVisible()
    await page.keyboard.type('Copy 2 selected as J')
    await page.keyboard.press('Enter')
    await expect(told(page)).toHaveText('Copied 2 users')
    const copied: { id: string }[] = JSON.parse(await clipboard(page))
    expect(copied.map(({ id }) => id)).toEqual(ids)

    await keys.run(page, 'selected markdown', /^Copy 2 selected as Markdown/)
    await expect.poll(() => clipboard(page)).toMatch(/^\| id \| name \|/)
    const saved = page.waitForEvent('download')
    await keys.run(page, 'export selected as csv', /^Export 2 selected as CSV/)
    const rows = rowsOf(await contentOf(await saved)).slice(1)
    expect(rows.map(([id]) => id)).toEqual(ids)
    await clear(page)
    const loaded = page.waitForEvent('download')
    await keys.run(page, 'export loaded as csv', /^Export [\d,]+ loaded as CSV/)
    expect((await loaded).suggestedFilename()).toMatch(/^rollcall-notiflows-test-\d+-loaded-/)
  })
})

test.describe('by the pointer', () => {
  test('checkboxes select, Shift takes a range, and a button clears', async ({ page }) => {
    await users.open(page, 'notiflows-test')
    await expect(users.grid(page)).toHaveAttribute('aria-multiselectable', 'true')
    await expect(checkbox(page, 1)).toHaveCSS('appearance', 'none')
    await row(page, 1).hover()
    await expect(checkbox(page, 1)).toHaveCSS('appearance', 'auto')
    await checkbox(page, 1).click()
    await expect(checkbox(page, 1)).toBeChecked()
    await expect(users.drawer(page)).toHaveCount(0)
    await expect(checkbox(page, 8)).toHaveCSS('appearance', 'auto')
    await row(page, 4).click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('4 selected')
    await checkbox(page, 2).click()
    await expect(bar(page)).toContainText('3 selected')
    await expect(row(page, 2)).toHaveAttribute('aria-selected', 'false')
    await bar(page).getByRole('button', { name: 'All loaded' }).click()
    await expect(bar(page)).toContainText(/\d{3} selected/)
    await bar(page).getByRole('button', { name: 'Clear the selection' }).click()
    await expect(bar(page)).toHaveCount(0)
    await expect(users.grid(page).locator(':focus')).toHaveCount(1)
  })

  test('a range reaches over what scrolled away, and stays while one scrolls and opens users', async ({
    page,
  }) => {
    await users.open(page, 'notiflows-production')
    await row(page, 2).hover()
    await checkbox(page, 2).click()
    await users.scrollTo(page, 2_500)
    await row(page, 2_500).click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('2,499 selected')
    await expect(told(page)).not.toContainText('could not be read')
    await row(page, 2_499).click()
    await expect(users.drawer(page)).toBeVisible()
    await users.drawer(page).getByRole('button', { name: 'Close' }).click()
    await users.grid(page).evaluate((grid) => (grid.scrollTop = 0))
    await expect(row(page, 2)).toHaveAttribute('aria-selected', 'true')
    await expect(row(page, 1)).toHaveAttribute('aria-selected', 'false')
    await bar(page).getByRole('button', { name: 'All loaded' }).click()
    await expect(told(page)).toHaveText(/^All [\d,]+ loaded users selected; there may be more$/)
    // Another list is another selection.
    await page.getByRole('button', { name: 'Created', exact: true }).click()
    await page.getByRole('button', { name: 'Last 90 days' }).click()
    await expect(page).toHaveURL(/created=90d/)
    await expect(bar(page)).toHaveCount(0)
  })

  test('what cannot be read again is not taken, and it is said', async ({ page, noise }) => {
    noise.allow(/502/)
    await users.open(page, 'notiflows-production')
    await row(page, 0).hover()
    await checkbox(page, 0).click()
    // So far that the first pages are let go however fast one scrolls.
    await users.scrollTo(page, 6_000)
    await page.route('**/users?*', (route) =>
      route.fulfill({ status: 502, contentType: 'application/json', body: '{}' }),
    )
    await row(page, 6_000).click({ modifiers: ['Shift'] })
    await expect(told(page)).toHaveText(
      /^[1-9][\d,]* users selected\. [1-9][\d,]* users of that range could not be read, and are not among them$/,
    )
  })

  test('what is selected is copied as JSON and Markdown, and saved as CSV', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await users.open(page, 'notiflows-test')
    const ids = await idsShown(page, 3)
    await row(page, 0).hover()
    await checkbox(page, 0).click()
    await row(page, 2).click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('3 selected')
    const choose = async (button: string, item: string) => {
      await bar(page).getByRole('button', { name: button }).click()
      await page.getByRole('menuitem', { name: item, exact: true }).click()
    }
    await choose('Copy', 'Copy 3 selected as JSON')
    await expect(told(page)).toHaveText('Copied 3 users')
    const copied: { id: string }[] = JSON.parse(await clipboard(page))
    expect(copied.map(({ id }) => id)).toEqual(ids)
    await choose('Copy', 'Copy 3 selected as Markdown')
    await expect.poll(() => clipboard(page)).toMatch(/^\| id \| name \|/)
    const saved = page.waitForEvent('download')
    await choose('Export', 'Export 3 selected as CSV')
    const download = await saved
    expect(download.suggestedFilename()).toMatch(
      /^rollcall-notiflows-test-3-selected-\d{4}-\d\d-\d\d\.csv$/,
    )
    const text = await contentOf(download)
    expect(text.startsWith('\uFEFF"id",')).toBe(true)
    expect(
      rowsOf(text)
        .slice(1)
        .map(([id]) => id),
    ).toEqual(ids)
  })

  test('what is selected is copied for a spreadsheet', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await users.open(page, 'notiflows-test')
    const ids = await idsShown(page, 1)
    await row(page, 0).hover()
    await checkbox(page, 0).click()
    await bar(page).getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('menuitem', { name: /^Copy 1 selected as TSV/ }).click()
    await expect(told(page)).toHaveText('Copied 1 user')
    const [, ...copied] = Papa.parse<string[]>(await clipboard(page), { delimiter: '\t' }).data
    expect(copied.map(([id]) => id)).toEqual(ids)
  })

  test('loaded users are saved under a name that says that there are more', async ({ page }) => {
    await users.open(page, 'notiflows-production')
    await page.getByRole('button', { name: 'Copy or export' }).click()
    const saved = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: /^Export [\d,]+ loaded as CSV$/ }).click()
    const download = await saved
    const rows = rowsOf(await contentOf(download)).length - 1
    expect(download.suggestedFilename()).toMatch(
      new RegExp(`^rollcall-notiflows-production-${rows}-loaded-not-all-`),
    )
  })
})

const begin = async (page: Page) => {
  await page.getByRole('button', { name: 'Copy or export' }).click()
  await page.getByRole('menuitem', { name: 'Export all that match as CSV' }).click()
}
const status = (page: Page) => page.getByRole('region', { name: 'Export' })

test.describe('everybody who matches', () => {
  // One after the other: a gateway writes one such file at a time.
  test.describe.configure({ mode: 'default' })

  test('is exported from the menu by the keyboard alone, and the file says so', async ({
    page,
  }) => {
    await withoutPicker(page)
    await users.open(page, 'notiflows-test', '?reach=sms:absent')
    await keys.intoList(page)
    await page.keyboard.press('Shift+e')
    const item = page.getByRole('menuitem', { name: 'Export all that match as CSV' })
    await expect(item).toBeVisible()
    const saved = page.waitForEvent('download')
    for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('ArrowDown')
    await expect(item).toBeFocused()
    await page.keyboard.press('Enter')
    const download = await saved
    const [names, ...rows] = rowsOf(await contentOf(download))
    expect(download.suggestedFilename()).toMatch(
      new RegExp(
        `^rollcall-notiflows-test-has-no-phone-number-${rows.length}-all-\\d{4}-\\d\\d-\\d\\d\\.csv$`,
      ),
    )
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.every((cells) => cells[names?.indexOf('reach.sms') ?? -1] === 'absent')).toBe(true)
    await expect(page.getByRole('region', { name: 'Export' })).toContainText(
      `Exported all that match: ${rows.length} users.`,
    )
  })

  test('by pointer alone goes on while one works in another list, and a stopped file is called what it is', async ({
    page,
  }) => {
    await withoutPicker(page)
    await users.open(page, 'notiflows-production')
    await begin(page)
    await expect(status(page)).toContainText(/[1-9][\d,]* looked at · [1-9][\d,]* written/)
    await page.getByRole('button', { name: 'Created', exact: true }).click()
    await page.getByRole('button', { name: 'Last 90 days' }).click()
    await expect(page).toHaveURL(/created=90d/)
    await expect(status(page)).toContainText('Exporting all that match in')
    const saved = page.waitForEvent('download')
    await status(page).getByRole('button', { name: 'Stop' }).click()
    expect((await saved).suggestedFilename()).toMatch(
      /^rollcall-notiflows-production-\d+-not-all-\d{4}-\d\d-\d\d\.csv$/,
    )
    await expect(status(page)).toContainText('Stopped. The file is not whole')
    await status(page).getByRole('button', { name: 'Dismiss' }).click()
    await expect(status(page)).toHaveCount(0)
  })

  test('is stopped by keyboard alone, and how it ended is put away', async ({ page }) => {
    await withoutPicker(page)
    await users.open(page, 'notiflows-production')
    await keys.run(page, 'export all that match as csv', /^Export all that match as CSV/)
    await expect(status(page)).toContainText(/[1-9][\d,]* written/)
    const saved = page.waitForEvent('download')
    await keys.run(page, 'stop export', /^Stop the export/)
    expect((await saved).suggestedFilename()).toMatch(/^rollcall-notiflows-production-\d+-not-all-/)
    await expect(status(page)).toContainText('Stopped. The file is not whole')
    await keys.run(page, 'put away export', /^Put away how the export ended/)
    await expect(status(page)).toHaveCount(0)
  })

  test('goes straight to the disk where the browser can', async ({ page }) => {
    await page.addInitScript(() => {
      const file = { name: '', text: '', closed: false }
      Object.defineProperty(globalThis, 'file', { value: file })
      Object.defineProperty(globalThis, 'showSaveFilePicker', {
        value: async ({ suggestedName }: { suggestedName: string }) => {
          file.name = suggestedName
          const decoder = new TextDecoder()
          const stream = new WritableStream({
            write: (chunk) => void (file.text += decoder.decode(chunk, { stream: true })),
            close: () => void (file.closed = true),
          })
          return { createWritable: async () => stream }
        },
      })
    })
    await users.open(page, 'notiflows-test')
    await begin(page)
    await expect(status(page)).toContainText(/Exported all that match: \d+ users\./)
    const written = Number(/: (\d+)/.exec(await status(page).innerText())?.[1])
    const file: { name: string; text: string; closed: boolean } = await page.evaluate(() =>
      Reflect.get(globalThis, 'file'),
    )
    expect(file.name).toMatch(/^rollcall-notiflows-test-matching-\d{4}-\d\d-\d\d\.csv$/)
    expect(file.closed).toBe(true)
    expect(rowsOf(file.text)).toHaveLength(written + 1)
  })

  test('that is broken off is not whole, and that is refused is none', async ({ page, noise }) => {
    noise.allow(/429/)
    await withoutPicker(page)
    await page.addInitScript(() => {
      const ask = globalThis.fetch
      globalThis.fetch = async (input, init) => {
        const response = await ask(input, init)
        if (typeof input !== 'string' || !input.includes('/export?') || !response.ok)
          return response
        let pieces = 0
        const cut = new TransformStream({
          transform: (chunk, controller) => {
            pieces += 1
            if (pieces > 2) controller.error(new TypeError('cut'))
            else controller.enqueue(chunk)
          },
        })
        return new Response(response.body?.pipeThrough(cut) ?? null, { headers: response.headers })
      }
    })
    await users.open(page, 'notiflows-production')
    const saved = page.waitForEvent('download')
    await begin(page)
    expect((await saved).suggestedFilename()).toMatch(/-not-all-/)
    await expect(status(page)).toContainText('Broken off. The file is not whole')
    await page.route('**/export?*', (route) =>
      route.fulfill(
        problem(
          429,
          'An export is running already',
          'One export at a time.',
          '/problems/export-running',
        ),
      ),
    )
    await begin(page)
    await expect(status(page)).toContainText('Nothing was exported. One export at a time.')
  })
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`in ${colorScheme} colours the menu of a selection has nothing that axe finds`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await users.open(page, 'notiflows-test')
    await keys.intoList(page)
    await page.keyboard.press('x')
    await expect(selected(page)).toHaveCount(1)
    await page.keyboard.press('Shift+ArrowDown')
    await expect(bar(page)).toContainText('2 selected')
    await bar(page).getByRole('button', { name: 'Export' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await check(page)
  })

test('at 390 px the bar fits, and the columns copied are the three shown', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 390, height: 844 })
  await users.open(page, 'notiflows-test')
  await row(page, 0).hover()
  await checkbox(page, 0).click()
  await expect(bar(page)).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expect(users.grid(page)).toHaveAttribute('data-wide', 'false')
  await bar(page).getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('menuitem', { name: 'Copy 1 selected as JSON' }).click()
  await expect(told(page)).toHaveText('Copied 1 user')
  expect(Object.keys(JSON.parse(await clipboard(page))[0])).toEqual([
    'id',
    'name',
    'reach.email',
    'reach.sms',
    'reach.push',
    'reach.webPush',
    'reach.slack',
    'createdAt',
  ])
})
