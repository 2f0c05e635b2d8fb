import type { Browser, Page } from '@playwright/test'
import { expect, keys, test, users } from './journey.ts'

// All that makes a view stands in its address (README): so whoever has the address has the view.
const views = [
  ['notiflows-test', '?created=90d&zone=UTC'],
  [
    'notiflows-test',
    '?created=2026-03-01..2026-06-30&zone=Pacific/Kiritimati&columns=user*.created',
  ],
  ['notificationapi-staging', '?reach=email:blocked&zone=UTC&user=cust-0200'],
  [
    'notificationapi-staging',
    '?seen=not-90d&device=ios&zone=Europe/Berlin&times=dates&columns=default',
  ],
  ['notiflows-production', '?columns=user*-200._plan.reach.email&density=compact&zone=Asia/Tokyo'],
] as const

// The same for everybody who looks: between two looks a minute may pass, and "6m ago" is "7m ago".
let now = 0
test.beforeEach(async ({ page }) => {
  now = Date.now()
  await page.clock.setFixedTime(now)
})

/** What an operator would say is on the screen: who, under which columns, by which filters, in which zone. */
const seen = (page: Page) =>
  page.evaluate(() => {
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const cells = (name: string) =>
      [...document.querySelectorAll(`[role=row][data-index] [data-column="${name}"]`)].slice(0, 8)
    // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page
    const texts = (selector: string) =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent)
    const [first] = document.querySelectorAll('[role=row][data-index]')
    return {
      address: location.pathname + location.search,
      title: document.title,
      filters: texts('[role=toolbar][aria-label="Filters"] [id^="filter-"]'),
      columns: texts('[role=columnheader]'),
      who: cells('user').map((cell) => cell.textContent),
      when: cells('created').map((cell) => cell.querySelector('time')?.dateTime),
      height: first?.getBoundingClientRect().height,
      open: document.querySelector('aside h2')?.textContent ?? null,
      instants: [...document.querySelectorAll('aside time')].map((time) => time.textContent),
    }
  })

/** Waits until people are there, and the page has come to rest. */
const settled = async (page: Page) => {
  await expect(users.rows(page).first()).toBeVisible()
  await expect(users.rows(page).nth(3).getByRole('gridcell').first()).not.toHaveAccessibleName(
    'Loading',
  )
  await expect(users.grid(page)).toHaveAttribute('aria-busy', 'false')
  if (page.url().includes('user=')) {
    await expect(users.drawer(page).getByRole('region', { name: 'Activity' })).toBeVisible()
    await expect(users.drawer(page).getByRole('status', { name: /^Loading/ })).toHaveCount(0)
  }
  return seen(page)
}

/** What somebody sees who has the address, in a browser of their own, far away. */
async function seenElsewhere(browser: Browser, address: string) {
  const theirs = await browser.newContext({ timezoneId: 'America/Los_Angeles', locale: 'en-US' })
  const page = await theirs.newPage()
  await page.clock.setFixedTime(now)
  await page.goto(address)
  const there = await settled(page)
  await theirs.close()
  return there
}

for (const [environment, query] of views)
  test(`${environment}${query} is the same view after a reload, Back and Forward, and in another browser`, async ({
    page,
    browser,
  }) => {
    const address = `/environments/${environment}/users${query}`
    await page.goto(address)
    const first = await settled(page)
    expect(first.who.length).toBeGreaterThan(3)

    await page.reload()
    expect(await settled(page)).toEqual(first)

    // Away within the app, and back.
    await page.getByRole('button', { name: /^Environment/ }).click()
    await page.getByRole('menuitemradio', { checked: false }).first().click()
    await expect(page).not.toHaveURL(new RegExp(`/environments/${environment}/`))
    await expect(page.getByRole('main')).not.toContainText('Loading')
    await page.goBack()
    await expect(page).toHaveTitle(first.title)
    expect(await settled(page)).toEqual(first)
    await page.goForward()
    await expect(page).not.toHaveTitle(first.title)
    await page.goBack()
    await expect(page).toHaveTitle(first.title)
    expect(await settled(page)).toEqual(first)

    expect(await seenElsewhere(browser, address)).toEqual(first)
  })

test('what an operator chose for themselves stands in the address, so another browser shows it too', async ({
  page,
  browser,
}) => {
  await page.addInitScript(() => {
    const columns = { 'notiflows-production': 'columns=user*-200.created._plan&times=dates' }
    localStorage.setItem('rollcall.columns', JSON.stringify({ version: 1, value: columns }))
    localStorage.setItem('rollcall.zone', '{"version":1,"value":"Asia/Kathmandu"}')
  })
  await page.goto('/environments/notiflows-production/users')
  const first = await settled(page)
  expect(first.columns).toEqual(['User', 'Created', 'plan'])
  expect(first.address).toBe(
    '/environments/notiflows-production/users?zone=Asia%2FKathmandu&columns=user*-200.created._plan&times=dates',
  )
  expect(await seenElsewhere(browser, first.address)).toEqual(first)
  // Each environment has its own.
  await page.getByRole('button', { name: /^Environment/ }).click()
  await page.getByRole('menuitemradio', { name: /^Test/ }).click()
  await expect(page).not.toHaveURL(/columns/)
  await page.goBack()
  expect(await settled(page)).toEqual(first)
})

test('by keyboard alone: columns chosen beside an open user outlive it, Back and Forward, and the day', async ({
  page,
  browser,
}) => {
  const env = '/environments/notiflows-production/users'
  await users.open(page, 'notiflows-production')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(users.drawer(page).getByRole('heading').first()).toBeVisible()
  await keys.run(page, 'rows compact', /^Rows: compact/)
  await expect(page).toHaveURL(/density=compact/)
  const beside = await settled(page)
  expect(await seenElsewhere(browser, beside.address)).toEqual(beside)
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
  const compact = await settled(page)
  expect(compact.height).toBe(32)
  expect(await seenElsewhere(browser, compact.address)).toEqual(compact)

  // The entry before said nothing of columns, so it follows; one that says something shows that.
  await page.goBack()
  await expect(page).toHaveURL(/density=compact/)
  await keys.run(page, 'rows roomy', /^Rows: roomy/)
  await expect(page).toHaveURL(/density=roomy/)
  await page.goForward()
  expect(await settled(page)).toEqual(compact)
  // It was the operator's own, so a change of it is again.
  await keys.run(page, 'rows roomy', /^Rows: roomy/)
  await keys.run(page, 'times as dates', /^Times as dates/)
  await page.goto(env)
  await expect(page).toHaveURL(/density=roomy&times=dates/)
  expect((await settled(page)).height).toBe(44)
  // The built-in choice is nothing that an address has to say. A zone that it names, it keeps.
  await keys.run(page, 'rows normal', /^Rows: normal/)
  await keys.run(page, 'times ago', /^Times as how long ago/)
  await expect(page).toHaveURL(new RegExp(`${env}\\?zone=Europe%2FLisbon$`))
})

test('a day of a typed address is named with its zone, so that another browser means the same day', async ({
  page,
  browser,
}) => {
  for (const query of ['?created=90d', '?created=2026-03-01..2026-06-30&zone=Mars/Phobos']) {
    await page.goto(`/environments/notiflows-test/users${query}`)
    await expect(page).toHaveURL(/zone=Europe%2FLisbon/)
    const first = await settled(page)
    expect(await seenElsewhere(browser, first.address)).toEqual(first)
  }
})

test('columns changed in a saved view cost nobody their own, and a view stays current while a user is open', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('rollcall.views') !== null) return
    const view = { id: 'v', name: 'Plain', search: 'columns=default&created=90d', pinned: true }
    const value = { views: [view], defaults: {} }
    localStorage.setItem('rollcall.views', JSON.stringify({ version: 1, value }))
  })
  const tab = page.getByRole('link', { name: 'Plain', exact: true })
  await users.open(page, 'notiflows-production')
  await keys.run(page, 'rows compact', /^Rows: compact/)
  await expect(page).toHaveURL(/density=compact/)
  await tab.click()
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await settled(page)
  await users.rows(page).nth(2).click()
  await expect(page).toHaveURL(/user=/)
  await expect(tab).toHaveAttribute('aria-current', 'page')
  await keys.run(page, 'rows roomy', /^Rows: roomy/)
  await expect(page).toHaveURL(/density=roomy/)
  await expect(tab).not.toHaveAttribute('aria-current')
  await page.goto('/environments/notiflows-production/users')
  await expect(page).toHaveURL(/density=compact/)
})

test('a copied link says it all, also to whoever has columns and a zone of their own', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('l')
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\/notiflows-test\/users\?zone=Europe%2FLisbon&columns=default$/)
})
