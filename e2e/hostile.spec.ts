import type { Page } from '@playwright/test'
import { expect, test, users } from './journey.ts'

type Answer = {
  user: Record<string, unknown> & { channels: { push: Record<string, unknown> } }
  raw: unknown
}

/** Opens cust-0200 as if the platform had said something else of them. */
const openChanged = async (page: Page, change: (answer: Answer) => void) => {
  await page.route(/\/user\?/, async (route) => {
    const response = await route.fetch({ maxRetries: 2 })
    const answer: Answer = await response.json()
    change(answer)
    await route.fulfill({ response, json: answer })
  })
  await page.goto('/environments/notificationapi-production/users?user=cust-0200')
  await expect(users.drawer(page).getByRole('region', { name: 'Raw record' })).toBeVisible()
}

const nested = (levels: number): unknown => {
  let value: unknown = 'the bottom'
  for (let level = 0; level < levels; level += 1) value = { deeper: value }
  return value
}

test('ten thousand fields, a megabyte of text and deep nesting leave the drawer quick (B03)', async ({
  page,
}) => {
  await openChanged(page, (answer) => {
    answer.user['attributes'] = {
      ...Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field ${at}`, at])),
      long: 'x'.repeat(1_000_000),
      deep: nested(64),
    }
  })
  const drawer = users.drawer(page)
  const tree = drawer.getByRole('tree', { name: 'Attributes' })
  await expect(tree.getByRole('treeitem')).toHaveCount(100)
  await drawer.getByRole('button', { name: 'Show more, 9,902 are left' }).click()
  await expect(tree.getByRole('treeitem')).toHaveCount(200)

  await drawer.getByRole('textbox', { name: 'Filter: Attributes' }).fill('field 9999')
  await expect(tree.getByRole('treeitem')).toHaveCount(1)
  await drawer.getByRole('textbox', { name: 'Filter: Attributes' }).fill('deeper')
  await expect(tree.getByRole('treeitem')).toHaveCount(32)
  await tree.getByRole('treeitem').last().focus()
  await page.keyboard.press('ArrowRight')
  await expect(tree.getByText('Deeper levels are left out; copying gives them.')).toBeVisible()
})

test('five hundred devices are shown ten at a time, and all on request (B07)', async ({ page }) => {
  await openChanged(page, ({ user: { channels } }) => {
    const [device] = Array.isArray(channels.push['devices']) ? channels.push['devices'] : []
    channels.push['devices'] = Array.from({ length: 500 }, () => device)
  })
  const push = users.drawer(page).getByRole('region', { name: 'Push', exact: true })
  const devices = push.getByRole('list').first().locator('> li')
  await expect(devices).toHaveCount(10)
  await push.getByRole('button', { name: 'Show all 500' }).click()
  await expect(devices).toHaveCount(500)
})

test('what a name hides is seen, moves nothing around it, and is copied as it is (B05, B06)', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const name = `<b>x</b>\u202Egnp\u2066\0${'e\u0301'.repeat(2)}${'\u0301'.repeat(200)}`
  await openChanged(page, ({ user }) => {
    user['name'] = name
    user['attributes'] = { note: 'a\u202Eb', site: 'javascript:alert(1)' }
  })
  const drawer = users.drawer(page)
  const heading = drawer.getByRole('heading', { level: 2 })
  await expect(heading).toContainText('<b>x</b>⟨RLO⟩gnp⟨LRI⟩⟨NUL⟩')
  expect((await heading.boundingBox())?.height).toBeLessThan(30)
  await expect(drawer.getByRole('treeitem', { name: 'note: a⟨RLO⟩b' })).toBeVisible()
  await expect(drawer.getByRole('link')).toHaveCount(0)
  const profile = drawer.getByRole('region', { name: 'Profile' })
  await profile.getByRole('button', { name: 'Copy Name' }).click()
  // The clipboard of the system has no NUL.
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('\u202Egnp\u2066')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1440)
})
