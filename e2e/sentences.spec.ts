import { expect, test, users } from './journey.ts'

test('a sentence leads to what proves it, by click and by Enter, and the address stays', async ({
  page,
}) => {
  await page.goto('/environments/notificationapi-production/users?user=cust-0200')
  const drawer = users.drawer(page)
  await expect(page).toHaveURL(/&zone=/)
  const url = page.url()
  const email = drawer.getByRole('region', { name: 'Email' })
  await drawer.getByRole('button', { name: /^Email is blocked: bounced for good on/ }).click()
  await expect(email).toBeFocused()
  await expect(email).toBeInViewport()

  await drawer.getByRole('button', { name: /^iPad Air \(M2\): it goes to Apple’s test/ }).focus()
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('listitem', { name: 'iPad Air (M2)' })).toBeFocused()
  expect(page.url()).toBe(url)
  // The page around the drawer stays where it was.
  await expect(page.getByRole('banner')).toBeInViewport()
})

test('a failed push names the device that it was for, and leads to its card', async ({ page }) => {
  await page.goto('/environments/notificationapi-production/users?user=cust-0200')
  const drawer = users.drawer(page)
  const activity = drawer.getByRole('region', { name: 'Activity' })
  await activity.getByRole('button', { name: 'iPad Air (M2)' }).first().click()
  await expect(drawer.getByRole('listitem', { name: 'iPad Air (M2)' })).toBeFocused()
})
