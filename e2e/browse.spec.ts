import { expect, keys, test, users } from './journey.ts'

for (const [environment, platform] of [
  ['notificationapi-production', 'NotificationAPI'],
  ['notiflows-production', 'Notiflows'],
] as const) {
  test(`an operator scrolls past 20,000 users of ${platform} and back to the first`, async ({
    page,
  }) => {
    test.setTimeout(180_000)
    await users.open(page, environment)
    const who = users.rows(page).first().getByRole('gridcell').first()
    const first = (await who.textContent()) ?? ''
    expect(first).not.toBe('')
    await users.scrollTo(page, 20_050)
    await expect(users.grid(page)).toHaveAttribute('aria-rowcount', '-1')
    expect(await users.rows(page).count()).toBeLessThan(100)

    await users.rows(page).last().focus()
    await page.keyboard.press('Home')
    await expect(users.rows(page).and(page.locator('[data-index="0"]'))).toContainText(first)
    expect(await users.rows(page).count()).toBeLessThan(100)
  })
}

test('without an address, the first environment opens', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/environments\/notificationapi-production\/users$/)
  await expect(users.rows(page).first()).toBeVisible()
})

test('a page that is opened anew asks for its first rows once, before the app is there', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname + search)
  })
  const list = '/api/environments/notiflows-test/users?limit=100'
  let inTime = false
  await page.route('**/assets/app-*.js', async (route) => {
    // The app's code is held back until the rows were asked for: were it the one to ask, it would never come.
    await expect.poll(() => asked.includes(list)).toBe(true)
    inTime = true
    await route.continue()
  })
  await users.open(page, 'notiflows-test')
  expect(inTime).toBe(true)
  expect(asked.filter((path) => path === list)).toHaveLength(1)
  expect(asked.filter((path) => path === '/api/environments')).toHaveLength(1)
})

test('a window that becomes higher has rows to its end, also with a user open', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 400 })
  await users.open(page, 'notiflows-production')
  const lastShown = () =>
    users.grid(page).evaluate((grid) => {
      const { left, bottom } = grid.getBoundingClientRect()
      return document.elementFromPoint(left + 20, bottom - 20)?.closest('[data-index]') !== null
    })
  await page.setViewportSize({ width: 1440, height: 1_400 })
  await expect.poll(lastShown).toBe(true)
  await page.setViewportSize({ width: 1440, height: 400 })
  await users.rows(page).first().click()
  await expect(users.drawer(page)).toBeVisible()
  await page.setViewportSize({ width: 1440, height: 1_400 })
  await expect.poll(lastShown).toBe(true)
})

test('an environment is walked to its end, and only then called complete', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await users.scrollTo(page, 299)
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  await expect(page.getByText('That is all 300.')).toBeVisible()
  await expect(users.grid(page)).toHaveAttribute('aria-rowcount', '301')
  await expect(page.getByRole('status').getByText('300 users', { exact: true })).toBeVisible()
})

test('an environment without users says so', async ({ page }) => {
  await page.goto('/environments/notificationapi-empty/users')
  await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible()
})

test('an environment that does not exist leads back to one that does', async ({ page, noise }) => {
  // Its users are asked for before anybody knows that there is no such environment.
  noise.allow(/404/)
  await page.goto('/environments/nowhere/users')
  await expect(page.getByRole('alert')).toContainText('nothing at this address')
  await page.getByRole('link', { name: 'Go to the first environment' }).click()
  await expect(users.rows(page).first()).toBeVisible()
})

test('the keyboard keeps working across rows that are not loaded', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 4_000)
  const focused = users.rows(page).and(page.locator(':focus'))
  await users.rows(page).last().focus()
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute('data-index', '0')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveAttribute('data-index', '1')
  await page.keyboard.press('End')
  await expect(focused).not.toHaveAttribute('data-index', '1')
  await page.keyboard.press('ArrowUp')
  await expect(focused).toBeVisible()
  // Scrolled away by the wheel, the row with the focus keeps it.
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, 0))
  await expect(focused).toHaveCount(1)
})

test('the keyboard alone walks the list and opens a user', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await keys.intoList(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const third = users.rows(page).and(page.locator('[data-index="2"]'))
  await expect(third).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(users.drawer(page)).toBeVisible()
  await expect(third).toHaveAttribute('aria-current', 'true')
  const name = await users.drawer(page).getByRole('heading', { level: 2 }).textContent()
  await page.keyboard.press('ArrowDown')
  await expect(users.drawer(page).getByRole('heading', { level: 2 })).not.toHaveText(name ?? '')
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
  await expect(users.rows(page).and(page.locator(':focus'))).toHaveAttribute('data-index', '3')
})

/** Flies upwards for six frames: what each row says in them, and of how many parts the richest consists. */
async function fly(grid: Element) {
  const seen: { texts: (string | null)[]; parts: number }[] = []
  grid.scrollTo(0, 9_000)
  for (let frame = 0; frame < 6; frame += 1) {
    grid.scrollBy(0, -900)
    await new Promise(requestAnimationFrame)
    // Not the row with the tab stop, which is always whole.
    const rows = [...grid.querySelectorAll('[role=row][data-index][tabindex="-1"]')]
    seen.push({
      texts: rows.map((row) => row.textContent),
      parts: Math.max(...rows.map((row) => row.querySelectorAll('[role=gridcell] *').length)),
    })
  }
  return seen
}

test('a list that flies by shows who it is, and all of each row once it rests', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await users.scrollTo(page, 250)
  // On a machine that is too busy the list rests between two frames.
  await expect(async () => {
    const frames = await users.grid(page).evaluate(fly)
    // One for the name, others for what the platform gave no value for.
    const flown = frames.filter(({ parts }) => parts <= 6)
    expect(flown).not.toEqual([])
    for (const { texts } of flown) {
      expect(texts.length).toBeGreaterThan(10)
      expect(texts).not.toContain('')
    }
  }).toPass()
  const row = users.rows(page).nth(10)
  await expect(row.getByRole('link')).toBeVisible()
  await expect(row.getByRole('checkbox')).toBeAttached()
  await expect(row.getByRole('img')).toHaveAccessibleName(/^Email /)
})
