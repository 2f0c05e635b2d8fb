import type { APIRequestContext, Page } from '@playwright/test'
import { emulatorUrl, expect, keys, test, users } from './journey.ts'

const box = (page: Page) => page.getByRole('combobox', { name: /^Find a user/ })
const list = (page: Page) => page.getByRole('listbox', { name: 'What to do with it' })
const option = (page: Page, name: string | RegExp) => list(page).getByRole('option', { name })
/** What Enter would do. */
const chosen = (page: Page) => list(page).getByRole('option', { selected: true })
const told = (page: Page) => page.getByRole('search').getByRole('status')

const tokenOf = async (request: APIRequestContext, id: string): Promise<string> => {
  const listing: { environments: Record<string, string>[] } = await (
    await request.get(`${emulatorUrl}/`)
  ).json()
  const key = listing.environments.find(
    (environment) => environment['id'] === 'notificationapi-production',
  )?.['apiKey']
  const record: { pushTokens: { token: string }[] } = await (
    await request.get(`${emulatorUrl}/notificationapi/users/${id}`, {
      headers: { authorization: `Bearer ${key ?? ''}` },
    })
  ).json()
  return record.pushTokens[0]?.token ?? ''
}

test('by keyboard alone: who has a device token is found among the users loaded, and the token stays out of sight', async ({
  page,
  request,
}) => {
  const token = await tokenOf(request, 'demo-handed-over-a')
  // Both of its owners are loaded by opening them.
  for (const id of ['demo-handed-over-a', 'demo-handed-over-b']) {
    await users.open(page, 'notificationapi-production', `?user=${id}`)
    await expect(users.drawer(page)).toContainText('Raw record')
  }
  const asked: string[] = []
  page.on('request', (sent) => asked.push(sent.url()))
  await page.keyboard.press('/')
  await page.keyboard.insertText(token)
  await expect(chosen(page)).toContainText('Looks like a device token: who has it?')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText(
    /^2 users have this device token, among the [\d,]+ users loaded so far\.$/,
  )
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('demo-handed-over-')
  await page.keyboard.press('Enter')
  await expect(list(page)).toBeHidden()
  await expect(users.drawer(page)).toContainText('demo-handed-over-')
  await expect(box(page)).toHaveValue('')

  expect([...asked, page.url()].filter((url) => url.includes(token.slice(0, 20)))).toEqual([])
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, history.state]),
  )
  expect(kept).not.toContain(token.slice(0, 20))
})

test('by keyboard alone: an address is asked of the platform, then of the loaded, and what was not searched is said', async ({
  page,
  noise,
}) => {
  // That there is no user of this id is a 404, of which the browser itself speaks.
  noise.allow(/404/)
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('/')
  await page.keyboard.type('ines@orchard.test')
  await expect(chosen(page)).toContainText('Looks like an email address: who has it?')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText(
    /^Notiflows has no user of this id\. .*(Nobody|One user|users) ha(s|ve) this email address,? among the [\d,]+ users loaded so far\.$/,
  )
  await expect(page.getByText('Somebody who was not loaded may have it')).toBeVisible()
  // One layer at a time: the panel, then the box.
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeHidden()
  await expect(box(page)).toBeFocused()
  expect(page.url()).not.toContain('orchard')

  // On with it, through the whole environment.
  await page.keyboard.press('Enter')
  await expect(told(page)).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowDown')
    await expect(chosen(page)).toContainText('Look through the whole environment', { timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/email=ines%40orchard\.test/)
  await expect(users.rows(page).first()).toContainText('ines@orchard.test')
  await expect(
    page.getByRole('button', { name: 'Remove Email address: ines@orchard.test' }),
  ).toBeVisible()
})

test('by pointer alone: an address that is somebody’s very id opens them, though nobody was loaded with it', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  await box(page).click()
  await page.keyboard.type('lena.fischer@example.org')
  await option(page, /^Looks like an email address/).click()
  await expect(told(page)).toContainText('Notiflows has a user of this id.')
  await option(page, 'lena.fischer@example.org').click()
  await expect(users.drawer(page).getByRole('heading', { name: 'Lena Fischer' })).toBeVisible()
})

test('a platform that knows every id does not pass for having a user of it', async ({ page }) => {
  await users.open(page, 'notificationapi-production')
  await box(page).fill('nobody@nowhere.invalid')
  await page.keyboard.press('Enter')
  await expect(told(page)).toHaveText(
    /^NotificationAPI has no user of this id\. Nobody has this email address among the [\d,]+ users loaded so far\.$/,
  )
})

test('by keyboard alone: an id is asked for at once, by its first Enter and by one request', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  const asked: string[] = []
  page.on('request', (sent) => asked.push(new URL(sent.url()).pathname))
  await page.keyboard.press('/')
  await page.keyboard.type('cust-0107')
  await page.keyboard.press('Enter')
  await expect(users.drawer(page)).toContainText('cust-0107')
  await expect(box(page)).not.toBeFocused()
  expect(asked.filter((path) => /\/(find|users)$/.test(path))).toEqual([])
})

test('by pointer alone: a user is found by an id, a telephone number, a token and a day', async ({
  page,
  request,
  noise,
}) => {
  noise.allow(/404/)
  const token = await tokenOf(request, 'demo-handed-over-a')
  await users.open(page, 'notificationapi-production')
  const number =
    (await users
      .rows(page)
      .getByText(/^\+\d+$/)
      .first()
      .textContent()) ?? ''
  const ask = async (text: string) => {
    await box(page).click({ clickCount: 3 })
    await page.keyboard.type(text)
  }
  await ask('demo-handed-over-a')
  await option(page, 'Open it as an id').click()
  await expect(users.drawer(page)).toContainText('Raw record')
  await users.drawer(page).getByRole('button', { name: 'Close' }).click()
  await ask(token)
  await option(page, /^Looks like a device token/).click()
  await expect(told(page)).toContainText('this device token')
  await ask(number)
  await option(page, /^Looks like a phone number/).click()
  await expect(told(page)).toContainText('phone number')
  await ask('2026-03')
  await option(page, /Created 1 Mar 2026 – 31 Mar 2026/).click()
  await expect(page).toHaveURL(/created=2026-03-01\.\.2026-03-31/)
})

test('by keyboard alone: who has a telephone number is found among the loaded', async ({
  page,
  noise,
}) => {
  noise.allow(/404/)
  await users.open(page, 'notiflows-test')
  const number =
    (await users
      .rows(page)
      .getByText(/^\+\d+$/)
      .first()
      .textContent()) ?? ''
  await page.keyboard.press('/')
  await page.keyboard.type(number)
  await expect(chosen(page)).toContainText('Looks like a phone number')
  await page.keyboard.press('Enter')
  await expect(told(page)).toContainText('phone number')
})

test('by keyboard alone: a day is a filter, in the zone of the list', async ({ page }) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  await users.open(page, 'notiflows-production', '?zone=Asia/Tokyo')
  await page.keyboard.press('/')
  await page.keyboard.type('3 March')
  await expect(chosen(page)).toContainText('Filter: Created 3 Mar 2026')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(
    /created=2026-03-03\.\.2026-03-03&zone=Asia%2FTokyo|zone=Asia%2FTokyo&created=2026-03-03/,
  )
  // What is an id all the same is opened as one.
  await page.keyboard.press('/')
  await keys.retype(page, '2026-03')
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).toContainText('Open it as an id')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(box(page)).not.toBeFocused()
})

test('by keyboard alone: whoever leaves the box is where they came from', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await keys.intoList(page)
  await page.keyboard.press('j')
  const row = users.grid(page).locator('[data-index="1"]')
  await expect(row).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('nobody')
  await expect(box(page)).toHaveValue('nobody')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})
