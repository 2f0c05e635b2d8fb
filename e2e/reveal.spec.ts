import type { Page } from '@playwright/test'
import { expect, test, users } from './journey.ts'

// The gateway of these journeys masks nothing; what a masking one answers is put in its place.
const masked = async (page: Page) => {
  const asked: unknown[] = []
  await page.route('**/api/environments', async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const body: object = await response.json()
    await route.fulfill({ response, json: { ...body, privacy: { mask: true } } })
  })
  await page.route(/\/user(\/activity)?\?/, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const text = await response.text()
    await route.fulfill({
      response,
      body: text.replaceAll('ines@orchard.test', 'i•••@orchard.test'),
    })
  })
  await page.route('**/reveal', async (route) => {
    asked.push([route.request().headers()['content-type'], route.request().postDataJSON()])
    await route.fulfill({ json: { value: 'ines@orchard.test' } })
  })
  return asked
}

test('a masked address is revealed by one request, counted down, and hidden again', async ({
  page,
}) => {
  await page.clock.install()
  const asked = await masked(page)
  await page.goto('/environments/notificationapi-production/users?user=cust-0107')
  const drawer = users.drawer(page)
  const email = drawer.getByRole('region', { name: 'Email' })
  await expect(email).toContainText('i•••@orchard.test')
  await expect(drawer.getByText('ines@orchard.test')).toHaveCount(0)
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByText('ines@orchard.test')).toBeVisible()
  expect(asked).toEqual([['application/json', { id: 'cust-0107', field: 'email' }]])
  const countdown = email.getByRole('button', { name: 'Hide the email address' })
  await expect(countdown).toHaveText('30 s')
  await page.clock.runFor(12_000)
  await expect(countdown).toHaveText('18 s')
  await page.clock.runFor(18_500)
  await expect(drawer.getByText('ines@orchard.test')).toHaveCount(0)

  // Closing the drawer forgets it too.
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByText('ines@orchard.test')).toBeVisible()
  await drawer.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('cust-0107')
  await page.keyboard.press('Enter')
  await expect(email).toContainText('i•••@orchard.test')
  await expect(drawer.getByText('ines@orchard.test')).toHaveCount(0)
})

test('a reveal that is refused says so in its place, and can be tried again', async ({
  page,
  noise,
}) => {
  noise.allow(/503/)
  await masked(page)
  await page.route('**/reveal', (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: '/problems/no-audit',
        title: 'The reveal could not be written down',
        detail: 'Nothing is revealed without a line in the audit log.',
        status: 503,
        requestId: 'r',
      }),
    }),
  )
  await page.goto('/environments/notificationapi-production/users?user=cust-0107')
  const email = users.drawer(page).getByRole('region', { name: 'Email' })
  await email.getByRole('button', { name: 'Reveal the email address' }).click()
  await expect(email.getByRole('alert')).toContainText('The reveal could not be written down')
  await expect(email.getByRole('button', { name: 'Reveal the email address' })).toBeEnabled()
  await expect(email).toContainText('i•••@orchard.test')
})
