import { expect, keys, scanned, test, users } from './journey.ts'

const day = 86_400_000

for (const [environment, platform] of [
  ['notificationapi-staging', 'NotificationAPI, which cannot filter'],
  ['notiflows-production', 'Notiflows, which can'],
] as const) {
  test(`by pointer alone: "last 30 days" shows only those on ${platform}`, async ({ page }) => {
    await users.open(page, environment)
    await page.getByRole('button', { name: 'Created' }).click()
    await page.getByRole('button', { name: 'Last 30 days' }).click()
    await expect(page).toHaveURL(/created=30d/)
    await expect(users.rows(page).first()).toBeVisible()
    const from = Date.now() - 30 * day
    await expect
      .poll(async () =>
        users
          .grid(page)
          .locator('[role=row] time:first-of-type')
          .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? '')),
      )
      .not.toEqual([])
    const created = await page.evaluate(() =>
      [...document.querySelectorAll('[role=row][data-index]')].map(
        (row) => row.querySelector('time')?.dateTime ?? '',
      ),
    )
    expect(created.filter((iso) => Date.parse(iso) < from - day)).toEqual([])
  })
}

test('complete coverage is said when the whole environment was scanned, and not before', async ({
  page,
}) => {
  test.setTimeout(240_000)
  await users.open(page, 'notificationapi-production', '?created=30d')
  const meter = page.getByRole('status').filter({ hasText: 'match' })
  await expect(meter).toContainText('match so far')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(meter).toHaveText(/of all 100,000 users match/, { timeout: 200_000 })
})

test('a scan can be stopped, keeps what it found, and goes on when asked', async ({ page }) => {
  await users.open(page, 'notificationapi-production', '?created=30d')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  const meter = page.getByRole('status').filter({ hasText: 'match' })
  await expect(meter).toContainText('so far')
  await expect(users.rows(page).first()).toBeVisible()
  const before = await scanned(meter)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect.poll(() => scanned(meter)).toBeGreaterThan(before)
})

test('a range in which nobody was created says so, and offers to drop the filter', async ({
  page,
}) => {
  await page.goto('/environments/notiflows-test/users?created=1999-01-01..1999-12-31&zone=UTC')
  await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter', exact: true }).click()
  await expect(users.rows(page).first()).toBeVisible()
})

test('by pointer alone: two clicks in the calendar make a range, and Back undoes it as one step', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  await users.open(page, 'notiflows-production')
  const before = page.url()
  await page.getByRole('button', { name: 'Created' }).click()
  await page.getByRole('button', { name: 'Go to the Previous Month' }).click()
  await page.getByRole('button', { name: /October 12th, 2026/ }).click()
  expect(page.url()).toBe(before)
  await page.getByRole('button', { name: /October 7th, 2026/ }).click()
  await expect(page).toHaveURL(/created=2026-10-07\.\.2026-10-12/)
  await page.getByRole('status').filter({ hasText: 'users' }).first().click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.goBack()
  await expect(page).toHaveURL(before)
})

test('by keyboard alone: presets have a letter, days can be typed, and the zone is named and can be switched', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await keys.tabTo(page, page.getByRole('button', { name: 'Created', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Filter by creation date' })).toBeVisible()
  await keys.tabTo(page, page.getByRole('button', { name: 'Last 90 days' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/created=90d&zone=Europe%2FLisbon/)
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('button', { name: /^Created/ })).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await keys.tabTo(page, page.getByRole('textbox', { name: 'First day' }))
  await keys.retype(page, '2026-03-01')
  await page.keyboard.press('Tab')
  await keys.retype(page, '2026-03-29')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/created=2026-03-01\.\.2026-03-29/)
  await keys.tabTo(
    page,
    page.getByRole('dialog').getByRole('button', { name: 'Zone: Europe/Lisbon' }),
  )
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Find a zone' })).toBeFocused()
  await page.keyboard.type('tokyo')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/zone=Asia%2FTokyo/)
  await expect(page.getByText('Sun, 1 Mar 2026, 00:00:00 GMT+9')).toBeVisible()
})

test('by keyboard alone: the arrow keys choose days in the calendar, over the end of a month', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  await users.open(page, 'notiflows-test', '?zone=UTC')
  await page.keyboard.press('f')
  await expect(page.locator('[role=menu]:focus-within')).toBeVisible()
  await page.keyboard.type('Created')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filter by creation date' })
  const shown = (name: string) => panel.getByRole('button', { name })
  await expect(panel.getByRole('button', { name: 'Today', exact: true })).toBeFocused()
  await keys.tabTo(page, shown('November 22nd, 2026'))
  for (let week = 0; week < 4; week += 1) await page.keyboard.press('ArrowUp')
  await expect(shown('October 25th, 2026')).toBeFocused()
  await page.keyboard.press('Enter')
  expect(page.url()).not.toContain('created')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowRight')
  await expect(shown('September 26th, 2026')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/created=2026-09-26\.\.2026-10-25/)
  await page.keyboard.press('Escape')
  const chip = page.getByRole('button', {
    name: 'Created: 26 Sept 2026 – 25 Oct 2026',
    exact: true,
  })
  await expect(chip).toBeFocused()
})

test('by keyboard alone: who was not seen for a month, edited to those seen lately, and removed', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-staging')
  await page.keyboard.press('f')
  await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toBeVisible()
  await page.keyboard.type('Last')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filter by when they were last seen' })
  await expect(panel).toBeVisible()
  await keys.tabTo(page, panel.getByRole('button', { name: 'Not for 30 days' }))
  await page.keyboard.press('Enter')
  const chip = (name: string) => page.getByRole('button', { name, exact: true })
  await expect(chip('Last seen: Not for 30 days')).toBeFocused()
  await expect(page).toHaveURL(/seen=not-30d/)

  await page.keyboard.press('Enter')
  await expect(panel).toBeVisible()
  // Whoever types means the words, and not the letters of commands.
  await page.keyboard.type('last 90 days')
  await page.keyboard.press('Enter')
  await expect(chip('Last seen: Last 90 days')).toBeFocused()
  await expect(page).toHaveURL(/seen=90d/)

  await page.keyboard.press('Tab')
  await expect(chip('Remove Last seen: Last 90 days')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/seen=/)
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
})

test('by pointer alone: the first and the last day are typed, and count when the panel is left', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test', '?zone=UTC')
  await page.getByRole('button', { name: 'Created' }).click()
  const panel = page.getByRole('dialog', { name: 'Filter by creation date' })
  await panel.getByRole('textbox', { name: 'First day' }).click()
  await page.keyboard.type('2026-03-01')
  await panel.getByRole('textbox', { name: 'Last day' }).click()
  await expect(page).toHaveURL(/created=2026-03-01\.\./)
  await page.keyboard.type('2026-03-29')
  await page.getByRole('status').filter({ hasText: 'users' }).first().click()
  await expect(panel).toBeHidden()
  await expect(page).toHaveURL(/created=2026-03-01\.\.2026-03-29/)
})
