import { Pingram } from 'pingram'
import { emulatorUrl, expect, test, users } from './journey.ts'

test('an operator switches to Staging and learns why a user is not reached', async ({ page }) => {
  await users.open(page, 'notificationapi-production')
  await page.getByRole('button', { name: /^Environment: Production, NotificationAPI/ }).click()
  await page.getByRole('menuitemradio', { name: /Staging/ }).click()
  await expect(page).toHaveURL(/notificationapi-staging/)
  await expect(users.rows(page).first()).toBeVisible()
  await users.scrollTo(page, 400)
  const seen = await users.rows(page).last().getAttribute('data-index')

  await page.keyboard.press('/')
  await page.keyboard.type('cust-0200')
  await page.keyboard.press('Enter')
  const drawer = users.drawer(page)
  const check = async () => {
    await expect(drawer.getByRole('region', { name: 'Reach' })).toContainText(
      'Email is blocked: bounced for good on',
    )
    await expect(drawer.getByRole('region', { name: 'Email' })).toContainText('a bounce')
    await expect(
      drawer.getByRole('region', { name: 'Push', exact: true }).getByRole('list').locator('> li'),
    ).toHaveCount(3)
  }
  await check()
  await page.reload()
  await check()
  await page.goBack()
  await expect(drawer).toBeHidden()
  await expect(users.rows(page).and(page.locator(`[data-index="${seen}"]`))).toBeVisible()
})

test('Back closes the drawer and the list is where it was', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 700)
  // In the middle of the screen, so that nothing scrolls to be clicked on.
  const [top, middle] = await users
    .grid(page)
    .evaluate((grid) => [grid.scrollTop, Math.floor((grid.scrollTop + grid.clientHeight / 2) / 36)])
  const row = users.rows(page).and(page.locator(`[data-index="${middle}"]`))
  await row.click()
  await expect(users.drawer(page)).toBeVisible()
  await page.goBack()
  await expect(users.drawer(page)).toBeHidden()
  await expect(row).toBeVisible()
  expect(await users.grid(page).evaluate((grid) => grid.scrollTop)).toBe(top)
})

test('Escape pressed twice at once closes the drawer, and does not leave the list', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await users.open(page, 'notiflows-production', '?created=365d')
  await users.rows(page).first().click()
  await expect(users.drawer(page)).toBeVisible()
  await users.grid(page).evaluate((grid) => {
    for (let press = 0; press < 2; press += 1)
      grid.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  })
  await expect(users.drawer(page)).toBeHidden()
  await expect(page).toHaveURL(/notiflows-production.*created=365d/)
  await users.rows(page).first().click()
  await expect(users.drawer(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(users.drawer(page)).toBeHidden()
})

test('coming back from another environment shows the list where it was left', async ({ page }) => {
  await users.open(page, 'notiflows-production')
  await users.scrollTo(page, 900)
  const top = await users.grid(page).evaluate((grid) => grid.scrollTop)
  await page.getByRole('button', { name: /^Environment/ }).click()
  await page.getByRole('menuitemradio', { name: /Test/ }).click()
  await expect(page).toHaveURL(/notiflows-test/)
  await expect(users.rows(page).first()).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/notiflows-production/)
  await expect(users.rows(page).first()).toBeVisible()
  await expect.poll(() => users.grid(page).evaluate((grid) => grid.scrollTop)).toBe(top)
})

test('by pointer alone: a user is opened, the drawer steps through the list, and is closed', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).first().click()
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('button', { name: 'Previous user' })).toBeDisabled()
  await drawer.getByRole('button', { name: 'Next user' }).click()
  await expect(users.rows(page).and(page.locator('[data-index="1"]'))).toHaveAttribute(
    'aria-current',
    'true',
  )
  await drawer.getByRole('button', { name: 'Previous user' }).click()
  await expect(users.rows(page).first()).toHaveAttribute('aria-current', 'true')
  await drawer.getByRole('button', { name: 'Close' }).click()
  await expect(drawer).toBeHidden()
})

test('a user that the platform does not know is said not to exist', async ({ page, noise }) => {
  noise.allow(/404/)
  await page.goto('/environments/notiflows-test/users?user=nobody-at-all')
  await expect(users.drawer(page).getByRole('alert')).toBeVisible()
  await expect(users.rows(page).first()).toBeVisible()
})

test('an id with a slash, a space and a percent sign opens by its address', async ({ page }) => {
  await page.goto(
    `/environments/notificationapi-production/users?user=${encodeURIComponent('a/b c%+ü')}`,
  )
  await expect(users.drawer(page)).toContainText('a/b c%+ü')
})

test('the drawer tells of devices, choices and what was sent on Notiflows', async ({ page }) => {
  await page.goto('/environments/notiflows-production/users?user=cust-0311')
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('region', { name: 'Push', exact: true })).toContainText(
    'Apple (APN)',
  )
  await expect(drawer.getByRole('region', { name: 'Preferences' })).toContainText(
    'Opted out of nothing.',
  )
  await expect(drawer.getByRole('region', { name: 'Topics' })).toContainText('Subscribed to none.')
  const activity = drawer.getByRole('region', { name: 'Activity' })
  const rows = activity.getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const first = await rows.count()
  await activity.getByRole('button', { name: 'Show older' }).click()
  await expect.poll(() => rows.count()).toBeGreaterThan(first)
})

test('the drawer says in words why a message failed on NotificationAPI', async ({ page }) => {
  await page.goto('/environments/notificationapi-staging/users?user=cust-0200')
  await expect(users.drawer(page).getByRole('region', { name: 'Activity' })).toContainText(
    'the address is suppressed after a bounce',
  )
})

test('a user whom an application identifies is there at once, and a lifted suppression shows', async ({
  page,
  request,
}) => {
  const listing: { environments: Record<string, string>[] } = await (
    await request.get(`${emulatorUrl}/`)
  ).json()
  const staging = listing.environments.find(({ id }) => id === 'notificationapi-staging')
  const pair = `${staging?.['clientId']}:${staging?.['clientSecret']}`
  const platform = new Pingram({
    apiKey: 'unused',
    baseUrl: staging?.['baseUrl'] ?? '',
    headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}` },
  })
  const id = `from-the-sdk-${Date.now()}`
  await platform.user.identify(id, { id, email: 'fresh@orchard.test' })
  await page.goto('/environments/notificationapi-staging/users?created=today&zone=UTC')
  await expect(users.rows(page).filter({ hasText: 'fresh@orchard.test' }).first()).toBeVisible()
  await page.goto(`/environments/notificationapi-staging/users?user=${id}`)
  await expect(users.drawer(page)).toContainText('fresh@orchard.test')

  const reach = users.drawer(page).getByRole('region', { name: 'Reach' })
  await page.goto('/environments/notificationapi-staging/users?user=cust-0107')
  await expect(reach).toContainText('Email is blocked')
  await platform.users.removeUserFromSuppression('cust-0107', 'EMAIL')
  await page.reload()
  await expect(reach).toContainText('Email reaches them')
})
