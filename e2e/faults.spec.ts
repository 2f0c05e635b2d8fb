import type { Page } from '@playwright/test'
import type { Noise } from './journey.ts'
import { expect, failCalls, keys, problem, test, users } from './journey.ts'

test('a platform that fails at first is named, with a way to try again', async ({
  page,
  noise,
}) => {
  noise.allow(/502/)
  let failing = true
  await page.route('**/users?*', (route) =>
    failing
      ? route.fulfill(problem(502, 'The platform did not answer', 'Production did not answer.'))
      : route.fallback(),
  )
  await page.goto('/environments/notiflows-test/users')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The platform did not answer')
  await expect(alert).toContainText('Production did not answer.')
  await expect(alert).toContainText('req-1234')
  failing = false
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect(users.rows(page).first()).toBeVisible()
})

test('a page that fails among many leaves the others, and is asked for again alone', async ({
  page,
  noise,
}) => {
  noise.allow(/ERR_CONNECTION_RESET|Failed to load/)
  await users.open(page, 'notiflows-production')
  let failing = true
  await page.route('**/users?*after=*', (route) =>
    failing ? route.abort('connectionreset') : route.fallback(),
  )
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  await expect(page.getByRole('alert')).toContainText('gateway did not answer')
  expect(await users.rows(page).count()).toBeGreaterThan(5)
  failing = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await users.scrollTo(page, 450)
  await expect(page.getByRole('alert')).toBeHidden()
})

test('what says that a page failed does not take away the wish for it, wherever the screen ends', async ({
  page,
  noise,
}) => {
  noise.allow(/ERR_CONNECTION_RESET/)
  await users.open(page, 'notiflows-production')
  await expect(page.getByRole('status').getByText('300 users so far')).toBeVisible()
  let asked = 0
  await page.route('**/users?*after=*', (route) => {
    asked += 1
    return route.abort('connectionreset')
  })
  // Row by row to the first place that wants more: a row before it none is wanted.
  const place = await users.grid(page).evaluate(async (grid) => {
    const ask = globalThis.fetch
    const seen = { wanted: false }
    globalThis.fetch = async (...request) => {
      seen.wanted = true
      return ask(...request)
    }
    const height = grid.querySelector('[data-index]')?.getBoundingClientRect().height ?? NaN
    while (!seen.wanted) {
      grid.scrollTop += height
      // oxlint-disable-next-line no-await-in-loop -- a row a frame
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    }
    globalThis.fetch = ask
    return grid.scrollTop
  })
  expect(place).toBeGreaterThan(1_000)
  const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await again.click()
  await expect.poll(() => asked).toBe(2)
  await again.click()
  await expect.poll(() => asked).toBe(3)
  await expect(page.getByRole('alert')).toContainText('gateway did not answer')
  expect(asked).toBe(3)
  // Nor does the focus, which goes on at the first row, take the screen there.
  expect(await users.grid(page).evaluate((grid) => grid.scrollTop)).toBe(place)
})

test('by keyboard alone: what failed is tried again, and the focus goes on in the list', async ({
  page,
  noise,
}) => {
  noise.allow(/502/)
  const recover = await failCalls(page, '**/users?*after=*')
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 99)
  await expect(page.getByRole('alert')).toBeVisible()
  await keys.tabTo(page, page.getByRole('button', { name: 'Try again' }))
  recover()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(users.rows(page).and(page.locator(':focus'))).toHaveCount(1)
})

test('a pause that the platform asks for is kept, counted down, and told', async ({
  page,
  noise,
}) => {
  noise.allow(/429/)
  await page.clock.install()
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 2_500)
  // Longer than pages are kept that are far from the screen, however fast one got here.
  await page.clock.fastForward(5_000)
  let asked = 0
  let limited = true
  await page.route('**/api/environments/*/user*', (route) => {
    asked += 1
    const { body, ...rest } = problem(429, 'The platform asks for patience', 'Wait a little.')
    return limited
      ? route.fulfill({ ...rest, body: body.replace('{', '{"retryAfter":9,') })
      : route.fallback()
  })
  const grid = users.grid(page)
  await grid.evaluate((element) => element.scrollTo(0, 0))
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('The platform asks for patience')
  await expect(alert.getByRole('button', { name: /Try again in \d s/ })).toBeDisabled()
  const once = asked
  for (const row of [40, 900, 20, 1400, 0])
    await grid.evaluate((element, at) => element.scrollTo(0, at * 36), row)
  expect(asked).toBe(once)
  limited = false
  await alert.getByRole('button', { name: 'Try again', exact: true }).click()
  await expect(alert).toBeHidden()
  await expect(grid.getByRole('gridcell', { name: 'Loading' })).toHaveCount(0)
})

test('a place in the activity that the platform no longer takes leads back to the newest', async ({
  page,
  noise,
}) => {
  noise.allow(/400/)
  let stale = true
  await page.route('**/user/activity?*after=*', (route) => {
    const { body, ...rest } = problem(400, 'This place in the list cannot be read', 'Begin again.')
    return stale
      ? route.fulfill({ ...rest, body: body.replace('/problems/test', '/problems/bad-cursor') })
      : route.fallback()
  })
  await page.goto('/environments/notiflows-production/users?user=cust-0311')
  const activity = users.drawer(page).getByRole('region', { name: 'Activity' })
  const rows = activity.getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const count = await rows.count()
  await activity.getByRole('button', { name: 'Show older' }).click()
  await expect(activity.getByRole('alert')).toContainText('This place in the list cannot be read')
  await expect(rows).toHaveCount(count)
  stale = false
  const newest = page.waitForRequest(
    (request) => request.url().includes('/activity?') && !request.url().includes('after='),
  )
  await activity.getByRole('button', { name: 'Start again from the newest' }).click()
  await newest
  await expect(activity.getByRole('alert')).toBeHidden()
  await expect(rows).toHaveCount(count)
  await activity.getByRole('button', { name: 'Show older' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(count)
})

test('users who come while one reads neither move rows nor push anybody out', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  // Who they are; their times go on meanwhile.
  const topRows = () =>
    users
      .rows(page)
      .evaluateAll((rows) => rows.slice(0, 5).map((row) => row.firstElementChild?.textContent))
  const first = await topRows()
  await users.scrollTo(page, 3_000)
  // From now on the top of the list is three users further on.
  await page.route('**/users?*', async (route) => {
    const url = new URL(route.request().url())
    expect(url.searchParams.has('after') || url.searchParams.has('before')).toBe(true)
    await route.fallback()
  })
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, 0))
  await expect.poll(topRows).toEqual(first)
})

test('a token that is asked for can be given', async ({ page, noise }) => {
  noise.allow(/401/)
  await page.route('**/api/**', (route) =>
    route.request().headers()['authorization'] === 'Bearer correct-token'
      ? route.fallback()
      : route.fulfill(problem(401, 'A token is needed', 'Send the token.')),
  )
  await page.goto('/environments/notiflows-test/users?zone=UTC')
  await page.getByLabel('Token').fill('correct-token')
  await page.getByRole('button', { name: 'Open' }).click()
  await expect(users.rows(page).first()).toBeVisible()
  await expect(page).toHaveURL(/notiflows-test\/users\?zone=UTC$/)
})

test('a token in the address is adopted and leaves the address', async ({ page }) => {
  const sent: (string | undefined)[] = []
  await page.route('**/api/**', (route) => {
    sent.push(route.request().headers()['authorization'])
    return route.fallback()
  })
  await page.goto('/environments/notiflows-test/users#token=from-the-link')
  await expect(users.rows(page).first()).toBeVisible()
  expect(new URL(page.url()).hash).toBe('')
  expect(new Set(sent)).toEqual(new Set(['Bearer from-the-link']))
})

test('markup and direction marks in a name stay text and keep their place', async ({ page }) => {
  const name = '<img src=x onerror=alert(1)>\u202Egnp.exe'
  await page.route('**/users?*', async (route) => {
    const response = await route.fetch()
    const body: unknown = await response.json()
    const text = JSON.stringify(body).replaceAll(
      /"name":"[^"]*"/g,
      `"name":${JSON.stringify(name)}`,
    )
    await route.fulfill({ response, body: text })
  })
  await users.open(page, 'notiflows-test')
  await expect(page.getByText('<img src=x', { exact: false }).first()).toBeVisible()
  await expect(page.locator('img')).toHaveCount(0)
})

test('a user whose detail cannot be read stays as the list knows them, and nothing waits for ever', async ({
  page,
  noise,
}) => {
  noise.allow(/502/)
  await users.open(page, 'notiflows-test')
  await page.route(/\/user\?/, (route) =>
    route.fulfill(problem(502, 'The platform did not answer', 'Test did not answer.')),
  )
  await users.rows(page).first().click()
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('alert').first()).toContainText('The platform did not answer')
  await expect(drawer.getByRole('region', { name: 'Reach' })).toContainText('Email')
  await expect(drawer.getByRole('region', { name: 'Activity' })).toBeVisible()
  await expect(drawer.getByRole('status', { name: 'Loading' })).toHaveCount(0)
})

/** Asks for a part of the page while nobody answers, until that is said. Gives what lets them answer again. */
async function askInVain(page: Page, noise: Noise, ask: () => Promise<void>) {
  noise.allow(/ERR_INTERNET_DISCONNECTED|dynamically imported/)
  await page.context().setOffline(true)
  await ask()
  await expect(page.getByRole('log', { name: 'What was done' })).toContainText('nobody answers')
  return async () => {
    await page.context().setOffline(false)
    await page.waitForFunction(() => navigator.onLine)
  }
}

test('a part of the page that nobody delivers takes nothing away, and comes when somebody does', async ({
  page,
  noise,
}) => {
  await users.open(page, 'notiflows-test')
  const answerAgain = await askInVain(page, noise, async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
  })
  await expect(users.rows(page).first()).toBeVisible()
  await answerAgain()
  await expect(async () => {
    await page.keyboard.press('j')
    await expect(users.drawer(page).getByRole('heading', { level: 2 })).toBeVisible({
      timeout: 2_000,
    })
  }).toPass()
})

test('a menu that nobody delivers is not waited for, and opens when it is asked for again', async ({
  page,
  noise,
}) => {
  await users.open(page, 'notiflows-test')
  const answerAgain = await askInVain(page, noise, () => page.keyboard.press('f'))
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  await expect(filter).toHaveAttribute('aria-expanded', 'false')
  await answerAgain()
  await page.keyboard.press('f')
  await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toBeVisible()
})

test('an address with a filter that nobody understands shows nobody, and says why', async ({
  page,
}) => {
  await page.goto('/environments/notiflows-test/users?created=banana&zone=UTC')
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('a filter that Rollcall does not understand')
  await expect(users.rows(page)).toHaveCount(0)
  await alert.getByRole('button', { name: 'Remove the filter' }).press('Enter')
  await expect(users.rows(page).first()).toBeVisible()
  await expect(page).toHaveURL(/users\?zone=UTC$/)
  await expect(users.rows(page).and(page.locator(':focus'))).toBeVisible()
})
