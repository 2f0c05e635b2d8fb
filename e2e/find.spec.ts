import type { APIRequestContext } from '@playwright/test'
import { emulatorUrl, expect, test, users } from './journey.ts'

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

test('who has a device token is found among the users loaded, and the token stays out of sight', async ({
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
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Who has this device token' })
  await expect(panel.getByRole('status')).toHaveText(
    /^2 users have this device token, among the [\d,]+ users loaded so far\.$/,
  )
  await panel.getByRole('link', { name: 'demo-handed-over-a' }).click()
  await expect(panel).toBeHidden()
  await expect(users.drawer(page)).toContainText('demo-handed-over-a')

  expect([...asked, page.url()].filter((url) => url.includes(token.slice(0, 20)))).toEqual([])
  const kept = await page.evaluate(() =>
    JSON.stringify([localStorage, sessionStorage, history.state]),
  )
  expect(kept).not.toContain(token.slice(0, 20))
})

test('an address that nobody loaded has says no more than that, and opens as an id if that is meant', async ({
  page,
}) => {
  await users.open(page, 'notiflows-production')
  const box = page.getByRole('textbox', { name: /^Find a user/ })
  await box.fill('lena.fischer@example.org')
  await box.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Who has this email address' })
  await expect(panel).toContainText(/Nobody has this email address among the [\d,]+ users loaded/)
  await expect(panel).toContainText('Somebody who was not loaded may have it.')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(box).toBeFocused()

  await page.keyboard.press('Enter')
  await panel.getByRole('button', { name: 'Open it as an id' }).click()
  await expect(users.drawer(page).getByRole('heading', { name: 'Lena Fischer' })).toBeVisible()
})
