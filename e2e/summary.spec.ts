import { expect, test, users } from './journey.ts'

test('a support summary is copied, with the reason and the last failure, and no address', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/environments/notificationapi-staging/users?user=cust-0200')
  const drawer = users.drawer(page)
  await expect(drawer.getByRole('region', { name: 'Activity' })).toContainText('email failed')
  await drawer.getByRole('button', { name: 'Copy support summary' }).click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain('### cust-0200')
  expect(text).toContain('Staging, test, NotificationAPI')
  expect(text).toMatch(/\/notificationapi-staging\/users\?zone=Europe%2FLisbon&user=cust-0200>$/m)
  expect(text).toContain('- Email is blocked: bounced for good on')
  expect(text).toContain('- SMS reaches them')
  expect(text).toContain('email failed, weekly_digest, the address is suppressed after a bounce')
  expect(text).not.toContain('teresa@')
  expect(text).not.toContain('912000200')
})
