import { expect, failCalls, test, users } from './journey.ts'

test('an operator asks why somebody did not get it, and reads the one reason and every step', async ({
  page,
}) => {
  await page.goto('/environments/notificationapi-production/users?user=cust-0107')
  const drawer = users.drawer(page)
  await drawer.getByRole('button', { name: 'Why didn’t they get it?' }).click()
  // The worst channel is asked about first.
  await expect(drawer.getByRole('button', { name: 'Email', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(drawer.getByRole('status').filter({ hasText: 'The platform blocks' })).toHaveText(
    'The platform blocks their address: bounced for good on 11 Mar 2026 (NoEmail, smtp; 550 no such mailbox), so a new address is needed first.',
  )
  const steps = drawer.getByRole('list', { name: 'What was looked at' }).getByRole('listitem')
  await expect(steps).toHaveCount(6)
  await expect(steps.nth(2)).toContainText('Suppression')
  await expect(steps.nth(2)).toContainText('stops it')

  await drawer.getByRole('button', { name: 'SMS', exact: true }).click()
  await expect(drawer.getByText('There is nowhere to send SMS to: no number.')).toBeVisible()
})

test('what a platform does not tell is said to be unknown, not to be well', async ({ page }) => {
  await page.goto('/environments/notiflows-production/users?user=demo-two-devices')
  const drawer = users.drawer(page)
  await drawer.getByRole('button', { name: 'Why didn’t they get it?' }).click()
  await drawer.getByRole('button', { name: 'Web push', exact: true }).click()
  await expect(drawer.getByRole('list', { name: 'What was looked at' })).toContainText('not told')
  await expect(drawer.getByText(/Nothing speaks against/)).toBeHidden()
})

test('an explanation that fails says so, and can be asked for again', async ({ page, noise }) => {
  noise.allow(/502/)
  const recover = await failCalls(page, '**/user/why?*')
  await page.goto('/environments/notificationapi-production/users?user=cust-0107')
  const drawer = users.drawer(page)
  await drawer.getByRole('button', { name: 'Why didn’t they get it?' }).click()
  await expect(drawer.getByRole('alert')).toContainText('The platform did not answer')
  recover()
  await drawer.getByRole('alert').getByRole('button', { name: 'Try again' }).click()
  await expect(drawer.getByText(/^The platform blocks their address/)).toBeVisible()
})
