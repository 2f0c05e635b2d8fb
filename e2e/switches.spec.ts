import type { UsersAnswer } from '#src/gateway/api.ts'
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
    const answer: UsersAnswer = await response.json()
    const before = answer.users.map((user) => ({
      ...user,
      channels: {
        ...user.channels,
        push: { ...user.channels.push, reach: 'unknown', reasons: [] },
      },
    }))
    return route.fulfill({ response, json: { ...answer, users: before } })
  })
  await users.open(page, 'notificationapi-staging')
  await expect(page.getByRole('toolbar').getByText('Push is switched off here')).toBeVisible()
  const signs = (words: RegExp) => users.rows(page).getByRole('img', { name: words })
  await expect(signs(/Push blocked/).first()).toBeAttached()
  await expect(signs(/Push unknown/)).toHaveCount(0)
  await page.goto('/environments/notificationapi-production/users')
  await expect(users.rows(page).first()).toBeVisible()
  await expect(page.getByText(/switched off here/)).toBeHidden()
})
