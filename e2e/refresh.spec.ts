import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { expect, test, users } from './journey.ts'

type Listed = { readonly id: string; readonly createdAt: string }

/** Lets people come to the list's top, and counts what asks who came. */
async function watched(page: Page, environment: string) {
  const world = { arrived: 0, quiet: 0 }
  await page.route(`**/api/environments/${environment}/users?*`, async (route) => {
    const query = new URL(route.request().url()).searchParams
    if (query.get('limit') === '26') world.quiet += 1
    const response = await route.fetch()
    const answer: { users: Listed[] } = await response.json()
    const [first] = answer.users
    const isTop = !query.has('after') && !query.has('before')
    const newcomers = Array.from(
      { length: isTop && first !== undefined ? world.arrived : 0 },
      (_, index) => ({
        ...first,
        id: `newcomer-${world.arrived - index}`,
        createdAt: new Date(
          Date.parse(first?.createdAt ?? '') + (world.arrived - index) * 1000,
        ).toISOString(),
      }),
    )
    await route.fulfill({ response, json: { ...answer, users: [...newcomers, ...answer.users] } })
  })
  return world
}

const pill = (page: Page) => page.getByRole('button', { name: /new: reload the list$/ })
const reload = (page: Page) => page.getByRole('button', { name: 'Reload the list' })
const minutes = (count: number) => count * 60_000

const hide = (page: Page, hidden: boolean) =>
  page.evaluate((is) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (is ? 'hidden' : 'visible'),
    })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

for (const [how, press] of [
  ['by pointer alone', (page: Page) => pill(page).click()],
  ['by keyboard alone', (page: Page) => page.keyboard.press('r')],
] as const)
  test(`${how}: who came is counted and waits above the list, and comes when asked for`, async ({
    page,
  }) => {
    await page.clock.install()
    const world = await watched(page, 'notiflows-test')
    await users.open(page, 'notiflows-test')
    const first = users.rows(page).first()
    const id = first.locator('a')
    const before = (await id.textContent()) ?? ''
    const place = await first.boundingBox()
    if (how === 'by pointer alone') await first.hover()
    world.arrived = 12
    await page.clock.runFor(minutes(1.5))
    await expect(pill(page)).toHaveText('12 new')
    // Nothing moves under the pointer before.
    expect(await first.boundingBox()).toEqual(place)
    await expect(id).toHaveText(before)

    await press(page)
    await expect(pill(page)).toBeHidden()
    await expect(reload(page)).toBeVisible()
    await expect(users.rows(page).first()).toContainText('newcomer-12')
    if (how === 'by pointer alone') await expect(reload(page)).toBeFocused()
    await page.clock.runFor(minutes(1.5))
    await expect.poll(() => world.quiet).toBeGreaterThan(1)
    await expect(pill(page)).toBeHidden()
  })

test('by pointer alone: the list is begun anew though nobody was said to have come', async ({
  page,
}) => {
  const world = await watched(page, 'notiflows-test')
  await users.open(page, 'notiflows-test')
  world.arrived = 3
  await expect(pill(page)).toBeHidden()
  await reload(page).click()
  await expect(users.rows(page).first()).toContainText('newcomer-3')
  await expect(reload(page)).toBeFocused()
})

test('more than are worth counting are said to be more, and are asked for no more', async ({
  page,
}) => {
  await page.clock.install()
  const world = await watched(page, 'notiflows-test')
  await users.open(page, 'notiflows-test')
  world.arrived = 26
  // What watches may still be on its way.
  await expect(async () => {
    await page.clock.runFor(minutes(1.5))
    await expect(pill(page)).toHaveText('25+ new', { timeout: 1_000 })
  }).toPass()
  const asked = world.quiet
  await page.clock.runFor(minutes(10))
  expect(world.quiet).toBe(asked)
})

test('focus and reconnect cause no request storm', async ({ page }) => {
  await page.clock.install()
  const world = await watched(page, 'notiflows-test')
  await users.open(page, 'notiflows-test')
  const asked: string[] = []
  // Fonts come when they come.
  page.on('request', (request) => request.url().includes('/api/') && asked.push(request.url()))
  const storm = () =>
    page.evaluate(() => {
      for (let blow = 0; blow < 50; blow += 1)
        for (const name of ['blur', 'focus', 'offline', 'online', 'pageshow'])
          window.dispatchEvent(new Event(name))
      for (let blow = 0; blow < 50; blow += 1) document.dispatchEvent(new Event('visibilitychange'))
    })
  await storm()
  await page.clock.runFor(minutes(0.5))
  expect(asked).toEqual([])

  // Out of sight nothing is asked; who comes back asks once, however often.
  await hide(page, true)
  await storm()
  await page.clock.runFor(minutes(30))
  expect(asked).toEqual([])
  await hide(page, false)
  await storm()
  await page.clock.runFor(6_000)
  await expect.poll(() => world.quiet).toBe(1)
  await storm()
  await page.clock.runFor(minutes(0.5))
  expect(world.quiet).toBe(1)
  expect(asked).toHaveLength(1)
})

test('in an hour in sight it asks at most sixty times', async ({ page }) => {
  await page.clock.install()
  const world = await watched(page, 'notiflows-test')
  await users.open(page, 'notiflows-test')
  for (let minute = 1; minute <= 20; minute += 1) {
    await page.clock.runFor(minutes(1))
    expect(world.quiet).toBeLessThanOrEqual(minute)
  }
  // And asks again and again, as soon as it was answered.
  const later = async () => {
    await page.clock.runFor(minutes(1))
    return world.quiet
  }
  await expect.poll(later).toBeGreaterThan(5)
})

for (const [environment, query, why] of [
  ['notificationapi-staging', '', 'whose order means nothing'],
  ['notiflows-test', '?reach=email:absent', 'that is read through'],
  ['notiflows-test', '?created=2026-01-01..2026-06-30&zone=UTC', 'that ends before now'],
] as const)
  test(`of a list ${why} nobody is asked who came`, async ({ page }) => {
    await page.clock.install()
    const world = await watched(page, environment)
    await users.open(page, environment, query)
    await page.clock.runFor(minutes(5))
    expect(world.quiet).toBe(0)
    await expect(reload(page)).toBeVisible()
  })

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    test('the pill has nothing that axe finds', async ({ page }) => {
      await page.clock.install()
      const world = await watched(page, 'notiflows-test')
      await users.open(page, 'notiflows-test')
      // What watches comes after the list.
      await page.waitForLoadState('networkidle')
      world.arrived = 3
      await page.clock.runFor(minutes(1.5))
      await expect(pill(page)).toHaveText('3 new')
      await page.clock.resume()
      await check(page, '[role=toolbar]')
    })
  })
