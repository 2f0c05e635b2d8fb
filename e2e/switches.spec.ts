import { expect, test, users } from './journey.ts'

test('a channel that is switched off is said above the list, and rows read before that agree', async ({
  page,
}) => {
  // As a gateway answers that has not yet asked the platform for its switches.
  let first = true
  await page.route('**/users?*', async (route) => {
    if (!first) return route.fallback()
    first = false
    const response = await route.fetch()
    const text = await response.text()
    return route.fulfill({
      response,
      body: text
        .replaceAll('{"code":"switched-off","field":"environment"},', '')
        .replaceAll(',{"code":"switched-off","field":"environment"}', ''),
    })
  })
  await users.open(page, 'notificationapi-staging')
  await expect(page.getByRole('toolbar').getByText('Push is switched off here')).toBeVisible()
  await expect(
    users
      .rows(page)
      .first()
      .getByText(/Push \w+: .*switched off for everybody/),
  ).toBeAttached()
  await page.goto('/environments/notificationapi-production/users')
  await expect(users.rows(page).first()).toBeVisible()
  await expect(page.getByText(/switched off here/)).toBeHidden()
})
