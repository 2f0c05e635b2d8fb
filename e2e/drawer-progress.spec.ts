import type { Page } from '@playwright/test'
import { expect, failCalls, test, users } from './journey.ts'

// What the list knows of somebody is less than what one answer for them alone tells.

const instant = (ms: number): string => encodeURIComponent(new Date(ms).toISOString())

/** Opens somebody by their row, so that what the list knows of them is there before the answer. */
const openFromList = async (page: Page, environment: string, id: string) => {
  const api = `/api/environments/${environment}`
  const asked = await page.request.get(`${api}/users/${id}`)
  const answer: { user: { createdAt: string } } = await asked.json()
  const at = Date.parse(answer.user.createdAt)
  // The platform's own answer, of that one second.
  await page.route('**/users?*', (route) =>
    route.continue({
      url: new URL(
        `${api}/users?createdAfter=${instant(at)}&createdBefore=${instant(at + 1000)}`,
        route.request().url(),
      ).href,
    }),
  )
  await users.open(page, environment)
  await users.rows(page).filter({ hasText: id }).click()
}

test('until the answer for a user is here, nothing that only it can tell is stated', async ({
  page,
}) => {
  let release: (() => void) | undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/user?*', async (route) => {
    await held
    await route.fallback()
  })
  await openFromList(page, 'notiflows-production', 'demo-no-email')
  const drawer = users.drawer(page)
  const reach = drawer.getByRole('region', { name: 'Reach' })
  await expect(reach).toContainText('Email: looking for their choices…')
  await expect(reach).toContainText('looking for devices and choices…')
  await expect(drawer.getByRole('region', { name: 'Email' })).toContainText(
    'Looking for their choices…',
  )
  await expect(drawer.getByRole('region', { name: 'Push', exact: true })).toContainText(
    'Looking for devices and choices…',
  )
  await expect(reach).not.toContainText('should reach')
  await expect(reach).not.toContainText('does not tell')
  release?.()
  await expect(reach.getByRole('button').first()).toHaveText(
    'Email is right not to arrive: they opted out.',
  )
  await expect(reach).not.toContainText('looking for')
})

test('what could not be read is said to be so, and is there after another try', async ({
  page,
  noise,
}) => {
  noise.allow(/502/)
  const recover = await failCalls(page, '**/user?*')
  await openFromList(page, 'notiflows-production', 'demo-no-email')
  const drawer = users.drawer(page)
  const reach = drawer.getByRole('region', { name: 'Reach' })
  await expect(reach).toContainText('Email: their choices could not be read')
  await expect(reach).toContainText('devices and choices could not be read')
  await expect(reach).not.toContainText('should reach')
  recover()
  await drawer.getByRole('button', { name: 'Try again' }).first().click()
  await expect(reach).toContainText('Email is right not to arrive: they opted out.')
})

test('an id that NotificationAPI does not know is said once to be perhaps nobody’s', async ({
  page,
}) => {
  await page.goto('/environments/notificationapi-production/users?user=nobody-of-this-name')
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('region', { name: 'Reach' })).toContainText(
    'NotificationAPI gave nothing but the id; it answers so for ids it does not know. Check the spelling.',
  )
  await expect(drawer.getByRole('region', { name: 'Raw record' })).toBeVisible()
  await expect(drawer).not.toContainText('Nothing is set up')
  await expect(drawer.getByRole('region', { name: 'Preferences' })).toHaveCount(0)
})

test('why stays open, on its channel, while stepping from user to user', async ({ page }) => {
  await users.open(page, 'notiflows-test')
  await users.rows(page).first().click()
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('button', { name: 'Previous user' })).toHaveAttribute(
    'title',
    'Not among the loaded rows',
  )
  await drawer.getByRole('button', { name: 'Why didn’t they get it?' }).click()
  await drawer.getByRole('button', { name: 'SMS', exact: true }).click()
  await drawer.getByRole('button', { name: 'Next user' }).click()
  await expect(users.rows(page).and(page.locator('[data-index="1"]'))).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(drawer.getByRole('button', { name: 'SMS', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(drawer.getByRole('list', { name: 'What was looked at' })).toBeVisible()
})

test('the list is narrowed by what the drawer shows', async ({ page }) => {
  await page.goto('/environments/notificationapi-production/users?user=cust-0107&zone=UTC')
  const drawer = users.drawer(page)
  await drawer
    .getByRole('region', { name: 'Email' })
    .getByRole('button', { name: 'Filter by “Email: blocked”' })
    .click()
  await expect(page).toHaveURL(/reach=email%3Ablocked/)
  // What narrows the list already stays.
  await drawer.getByRole('button', { name: 'SMS: Filter by “Has no phone number”' }).click()
  await expect(page).toHaveURL(/reach=email%3Ablocked%2Csms%3Aabsent/)
})

test('the list is narrowed to whoever has the same address and the same number', async ({
  page,
}) => {
  await page.goto('/environments/notificationapi-staging/users?user=cust-0200')
  const drawer = users.drawer(page)
  await drawer
    .getByRole('region', { name: 'Email' })
    .getByRole('button', { name: 'Filter by “Email address: teresa@orchard.test”' })
    .click()
  await expect(page).toHaveURL(/[?&]email=teresa%40orchard\.test/)
  await drawer
    .getByRole('region', { name: 'SMS' })
    .getByRole('button', { name: 'Filter by “Phone number: +351912000200”' })
    .click()
  await expect(page).toHaveURL(/[?&]email=teresa%40orchard\.test.*&phone=%2B351912000200/)
  await expect(users.rows(page)).toHaveCount(1)
  await expect(users.rows(page)).toContainText('cust-0200')
})

test('on a narrow screen nothing of the list stands in front of the drawer', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/environments/notificationapi-production/users?user=cust-0107')
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('region', { name: 'Reach' })).toBeVisible()
  const inFront = await drawer.evaluate((aside) => {
    const { left, right, top, bottom } = aside.getBoundingClientRect()
    const found: string[] = []
    for (let y = top + 4; y < bottom; y += 12)
      for (let x = left + 4; x < right; x += 12) {
        const at = document.elementFromPoint(x, y)
        if (at !== null && !aside.contains(at)) found.push(at.outerHTML.slice(0, 80))
      }
    return found
  })
  expect(inFront).toEqual([])
})
