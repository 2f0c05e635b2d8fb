import type { Page } from '@playwright/test'
import { expect, keys, problem, users, withoutPicker } from './journey.ts'
import { emptyPages, loop } from './odd-lists.ts'

/** The page as a person may have it before them, and how they come there. */
export type State = {
  readonly name: string
  readonly reach: (page: Page) => Promise<void>
  /** What the browser's console may say on the way. */
  readonly noise?: RegExp
}

const dialog = async (page: Page, name: string | RegExp) =>
  expect(page.getByRole('dialog', { name })).toBeVisible()

const openedUser = async (page: Page, environment: string, id: string) => {
  await users.open(page, environment, `?user=${id}`)
  await expect(users.drawer(page).getByText('Raw record')).toBeVisible()
  await expect(users.drawer(page).getByRole('status', { name: /^(Loading|Looking)/ })).toHaveCount(
    0,
  )
}

/** Every state that is drawn: those that are pictured first. */
export const states: readonly State[] = [
  { name: 'list', reach: (page) => users.open(page, 'notificationapi-production') },
  {
    name: 'filtered',
    reach: async (page) => {
      await users.open(
        page,
        'notificationapi-staging',
        '?created=365d&reach=email:blocked&zone=UTC',
      )
      await expect(page.getByRole('status').filter({ hasText: /match/ })).toBeVisible()
    },
  },
  {
    name: 'drawer',
    reach: (page) => openedUser(page, 'notificationapi-staging', 'cust-0200'),
  },
  {
    name: 'why',
    reach: async (page) => {
      await openedUser(page, 'notificationapi-production', 'cust-0107')
      await page.getByRole('button', { name: /^Why didn’t they get it/ }).click()
      await page.getByRole('button', { name: 'Email', exact: true }).click()
      await expect(page.getByRole('list', { name: 'What was looked at' })).toBeVisible()
    },
  },
  {
    name: 'columns',
    reach: async (page) => {
      await users.open(page, 'notiflows-test', '?columns=user*-200.email.reach._plan.created')
      await page.keyboard.press('o')
      await dialog(page, /column/i)
    },
  },
  {
    name: 'palette',
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await page.keyboard.press('Control+k')
      await dialog(page, 'Commands')
    },
  },
  {
    name: 'nobody-matches',
    reach: async (page) => {
      await page.goto('/environments/notiflows-test/users?created=2001-01-01..2001-01-02&zone=UTC')
      await expect(page.getByRole('heading', { name: 'Nobody matches' })).toBeVisible()
    },
  },
  {
    name: 'selection',
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await users.rows(page).first().focus()
      await page.keyboard.press('x')
      await expect(page.getByText('1 selected')).toBeVisible()
      for (const count of [2, 3, 4, 5]) {
        await page.keyboard.press('Shift+ArrowDown')
        await expect(page.getByText(`${count} selected`)).toBeVisible()
      }
    },
  },
  {
    name: 'no-users',
    reach: async (page) => {
      await page.goto('/environments/notificationapi-empty/users')
      await expect(page.getByRole('heading', { name: 'No users yet' })).toBeVisible()
    },
  },
  {
    name: 'nothing-at-this-address',
    noise: /404/,
    reach: async (page) => {
      await page.goto('/environments/nowhere/users')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'unknown-user',
    noise: /404/,
    reach: async (page) => {
      await users.open(page, 'notiflows-test', '?user=nobody-at-all')
      await expect(users.drawer(page).getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'platform-down',
    noise: /502|503|504/,
    reach: async (page) => {
      await page.route('**/users?*', (route) => route.fulfill(problem(502, 'Down', 'No answer.')))
      await page.goto('/environments/notiflows-test/users')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'some-rows-failed',
    noise: /502/,
    reach: async (page) => {
      await page.route('**/users?*after=*', (route) =>
        route.fulfill(problem(502, 'Down', 'No answer.')),
      )
      await users.open(page, 'notiflows-test')
      await users.scrollTo(page, 99)
      await expect(page.getByRole('alert')).toContainText('Down')
    },
  },
  {
    name: 'only-empty-pages',
    reach: async (page) => {
      await emptyPages(page)
      await page.goto('/environments/notiflows-test/users')
      await expect(page.getByRole('button', { name: 'Keep looking' })).toBeVisible()
    },
  },
  {
    name: 'led-in-a-circle',
    reach: async (page) => {
      await loop(page)
      await users.open(page, 'notiflows-test')
      await users.scrollTo(page, 99)
      await expect(page.getByText('The platform repeats a page it gave before')).toBeVisible()
    },
  },
  {
    name: 'filter-not-understood',
    reach: async (page) => {
      await page.goto('/environments/notiflows-test/users?created=banana')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'export-ended',
    noise: /429/,
    reach: async (page) => {
      await withoutPicker(page)
      await page.route('**/export?*', (route) =>
        route.fulfill(problem(429, 'An export is running already', 'One export at a time.')),
      )
      await users.open(page, 'notiflows-test')
      await keys.run(page, 'export all', /^Export all that match as CSV/)
      await expect(page.getByRole('region', { name: 'Export' })).toContainText(
        'Nothing was exported',
      )
    },
  },
  {
    name: 'token-asked-for',
    noise: /401/,
    reach: async (page) => {
      await page.route('**/api/environments', (route) =>
        route.fulfill(problem(401, 'No', 'A token is needed.')),
      )
      await page.goto('/environments/notiflows-test/users')
      await expect(page.getByRole('textbox')).toBeVisible()
    },
  },
  ...[
    'Created',
    'Last seen',
    'Reach of a channel',
    'Has or lacks a channel',
    'Platform of a device',
  ].map((kind): State => ({
    name: `filter-${kind.toLowerCase().replaceAll(' ', '-')}`,
    reach: async (page) => {
      await users.open(page, 'notificationapi-staging', '?reach=email:blocked|absent')
      await page.keyboard.press('f')
      await page.getByRole('menuitem', { name: kind }).click()
      await dialog(page, /^Filter/)
    },
  })),
  {
    name: 'filter-menu',
    reach: async (page) => {
      await users.open(page, 'notiflows-test', '?created=365d')
      await page.keyboard.press('f')
      await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toBeVisible()
    },
  },
  {
    name: 'environments',
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await page.getByRole('button', { name: /^Environment/ }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'column-menu',
    reach: async (page) => {
      await users.open(page, 'notiflows-test', '?columns=user*-200.email.reach._plan-600.id-700')
      await page.getByRole('columnheader', { name: 'Email' }).click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'views',
    reach: async (page) => {
      await users.open(page, 'notiflows-test', '?created=90d')
      await page.keyboard.press('v')
      await dialog(page, 'Views')
      await page.keyboard.type('New here')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible()
    },
  },
  {
    name: 'no-such-command',
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await page.keyboard.press('Control+k')
      await dialog(page, 'Commands')
      await page.keyboard.type('zzzz')
      await expect(page.getByText('No command is called that.')).toBeVisible()
    },
  },
  {
    name: 'keys',
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await page.keyboard.press('?')
      await dialog(page, 'Keys')
    },
  },
  {
    name: 'found',
    noise: /404/,
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await page.getByRole('combobox', { name: /^Find a user/ }).fill('ines@orchard.test')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('search').getByRole('status')).toContainText('among the')
    },
  },
  {
    name: 'exact-time',
    reach: async (page) => {
      await openedUser(page, 'notificationapi-staging', 'cust-0200')
      await users.drawer(page).locator('button:has(time)').first().click()
      await dialog(page, 'The exact time')
    },
  },
  {
    name: 'zones',
    reach: async (page) => {
      await users.open(page, 'notiflows-test')
      await page.keyboard.press('z')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
]
