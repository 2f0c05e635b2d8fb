import type { Page } from '@playwright/test'
import { expect, test, users } from './journey.ts'

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
    }
  })

/** Waits until people are there, and the page has come to rest. */
const settled = async (page: Page) => {
  await expect(users.rows(page).first()).toBeVisible()
  await expect(users.rows(page).nth(3).getByRole('gridcell').first()).not.toHaveAccessibleName(
    'Loading',
  )
  await expect(users.grid(page)).toHaveAttribute('aria-busy', 'false')
  if (page.url().includes('user='))
    await expect(users.drawer(page).getByRole('heading').first()).toBeVisible()
  return seen(page)
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

    const other = await browser.newContext({ timezoneId: 'America/Los_Angeles', locale: 'en-US' })
    const theirs = await other.newPage()
    await theirs.goto(address)
    expect(await settled(theirs)).toEqual(first)
    await other.close()
  })
