import type { APIRequestContext, Page } from '@playwright/test'
import { expect, keys, scanned, test, users } from './journey.ts'

type Row = {
  readonly id: string
  readonly createdAt: string | null
  readonly lastSeenAt: string | null
  readonly channels: Readonly<Record<string, { readonly reach: string }>>
}

/** Everybody in an environment, by the rows of an unfiltered walk. */
async function everybody(request: APIRequestContext, environment: string): Promise<readonly Row[]> {
  const rows: Row[] = []
  let after: string | null = ''
  while (after !== null) {
    const query = new URLSearchParams({ limit: '1000', ...(after === '' ? {} : { after }) })
    const response = await request.get(`/api/environments/${environment}/users?${query}`)
    const page: { users: Row[]; page: { after: string | null } } = await response.json()
    rows.push(...page.users)
    after = page.page.after
  }
  return rows
}

const meter = (page: Page) => page.getByRole('status').filter({ hasText: 'match' })
const chip = (page: Page, text: string) =>
  page
    .getByRole('toolbar', { name: 'Filters' })
    .getByRole('button', { name: new RegExp(`^${text}`) })
/** Presses beside the panel that is open. */
const leave = async (page: Page) => {
  await page.getByRole('search').click({ position: { x: 2, y: 2 } })
  await expect(page.getByRole('dialog')).toBeHidden()
}
const shownIds = (page: Page) =>
  users
    .rows(page)
    .locator('[data-reach]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-reach') ?? ''))

/** The list shows these and nobody else, and says that everybody was looked at. */
async function expectExactly(page: Page, wanted: readonly Row[], of: number) {
  const all = `${wanted.length} of all ${of.toLocaleString('en')} users match`
  await expect(async () => {
    const goOn = page.getByRole('button', { name: 'Go on' })
    if (await goOn.isVisible()) await goOn.click({ timeout: 1000 })
    await expect(meter(page)).toHaveText(all, { timeout: 3000 })
  }).toPass()
  const ids = new Set(wanted.map(({ id }) => id))
  // After a reload the count is back before the rows are.
  await expect(users.rows(page).locator('[data-reach]').first()).toBeVisible()
  expect((await shownIds(page)).filter((id) => !ids.has(id))).toEqual([])
}

const reachOf = ({ channels }: Row, name: string) => channels[name]?.reach ?? ''

const year = 365 * 86_400_000

test('by pointer alone: whose email is blocked, of those created in a year, edited, removed, and back again', async ({
  page,
  request,
}) => {
  const all = await everybody(request, 'notificationapi-staging')
  const blocked = all.filter(({ channels }) => channels['email']?.reach === 'blocked')
  await users.open(page, 'notificationapi-staging')

  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Reach of a channel' })).toContainText(
    'by reading through',
  )
  await page.getByRole('menuitem', { name: 'Reach of a channel' }).click()
  const panel = page.getByRole('dialog', { name: 'Filter by the reach of a channel' })
  await panel.getByRole('checkbox', { name: /^blocked/ }).check()
  await expect(panel).toContainText('Answered by reading through all users.')
  await leave(page)
  await expect(chip(page, 'Email: blocked')).toHaveAccessibleDescription(
    /by reading through all users/,
  )
  await expectExactly(page, blocked, all.length)

  // Another filter: both hold.
  await page.getByRole('button', { name: /^Created/ }).click()
  await page.getByRole('button', { name: 'Last 365 days' }).click()
  await expect(chip(page, 'Created: Last 365 days')).toBeVisible()
  const both = page.url()
  await expect(meter(page)).toContainText('of all 1,200 users match')
  const ids = new Set(blocked.map(({ id }) => id))
  expect((await shownIds(page)).filter((id) => !ids.has(id))).toEqual([])
  const times = await page.evaluate(() =>
    [...document.querySelectorAll('[role=row][data-index]')].map(
      (row) => row.querySelector('time')?.dateTime ?? '',
    ),
  )
  expect(times.filter((iso) => Date.parse(iso) < Date.now() - year - 86_400_000)).toEqual([])

  // What is tried out in a panel is one step; Back takes it back.
  await chip(page, 'Email: blocked').click()
  await panel.getByRole('checkbox', { name: /^absent/ }).check()
  await panel.getByRole('checkbox', { name: /^blocked/ }).uncheck()
  await leave(page)
  await expect(chip(page, 'Has no email')).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(both)
  await expect(chip(page, 'Email: blocked')).toBeVisible()
  await page.goForward()
  await expect(chip(page, 'Has no email')).toBeVisible()

  await page.getByRole('button', { name: 'Remove Created: Last 365 days' }).click()
  const lacking = all.filter(({ channels }) => channels['email']?.reach === 'absent')
  await expectExactly(page, lacking, all.length)
  await page.reload()
  await expectExactly(page, lacking, all.length)
  await page.getByRole('button', { name: 'Remove Has no email' }).click()
  await expect(page).not.toHaveURL(/reach|created/)
  await expect(meter(page)).toHaveCount(0)
})

test('by keyboard alone: push at risk or blocked, with a device of Apple’s, then without any filter', async ({
  page,
  request,
}) => {
  await users.open(page, 'notificationapi-staging')
  // Verdicts count what is switched off from when that was read.
  await expect(page.getByText('Push is switched off here')).toBeVisible()
  const all = await everybody(request, 'notificationapi-staging')
  await page.keyboard.press('f')
  await expect(page.locator('[role=menu]:focus-within')).toBeVisible()
  await page.keyboard.type('Reach')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filter by the reach of a channel' })
  await expect(panel.getByRole('button', { name: 'Email' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(panel.getByRole('button', { name: 'Push', exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  for (let tab = 0; tab < 4; tab += 1) await page.keyboard.press('Tab')
  await expect(panel.getByRole('checkbox', { name: /^at risk/ })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(chip(page, 'Push: at risk or blocked')).toBeFocused()
  // Push is switched off for everybody there.
  const dead = all.filter(({ channels }) => channels['push']?.reach === 'blocked')
  await expectExactly(page, dead, all.length)

  await page.keyboard.press('f')
  await page.keyboard.type('Platform')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'iOS', exact: true })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(chip(page, 'Device: iOS')).toBeFocused()
  await expect(page).toHaveURL(/device=ios/)
  await expect(meter(page)).toContainText('of all 1,200 users match')
  await page.keyboard.press('Shift+f')
  await expect(page).toHaveURL(/\/users$/)
})

test('Notiflows answers dates itself, and the rest of those it gives is read through', async ({
  page,
  request,
}) => {
  const all = await everybody(request, 'notiflows-test')
  const from = new Date(Date.UTC(2026, 0, 1)).toISOString()
  const inRange = all.filter(({ createdAt }) => createdAt !== null && createdAt >= from)
  const lacking = inRange.filter(({ channels }) => channels['email']?.reach === 'absent')
  await users.open(page, 'notiflows-test', '?created=2026-01-01..&zone=UTC&reach=email:absent')
  await expect(meter(page)).toHaveText(
    `${lacking.length} of ${inRange.length} users in the range match`,
  )
  await expect(chip(page, 'Created: since 1 Jan 2026')).toHaveAccessibleDescription(/by Notiflows/)
  await expect(chip(page, 'Has no email')).toHaveAccessibleDescription(/everybody created then/)
  const ids = new Set(lacking.map(({ id }) => id))
  expect((await shownIds(page)).filter((id) => !ids.has(id))).toEqual([])
})

test('what an environment’s list does not tell is said, not shown as if it were', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-staging', '?reach=push:blocked&device=ios')
  await page.getByRole('button', { name: /^Environment/ }).click()
  await page.getByRole('menuitemradio', { name: /^Test/ }).click()
  await expect(
    page.getByRole('heading', { name: 'This list cannot be filtered like that' }),
  ).toBeVisible()
  await expect(chip(page, 'Push: blocked')).toHaveAccessibleDescription(/^Not answered here/)
  await page.keyboard.press('f')
  await expect(page.getByRole('menuitem', { name: 'Last seen' })).toBeDisabled()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove these filters' }).click()
  await expect(users.rows(page).first()).toBeVisible()
  await expect(page).toHaveURL(/notiflows-test\/users$/)
})

test('by pointer alone: having and lacking channels, and who was not seen for long, combine', async ({
  page,
  request,
}) => {
  const all = await everybody(request, 'notificationapi-staging')
  await users.open(page, 'notificationapi-staging')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Has or lacks a channel' }).click()
  const panel = page.getByRole('dialog', { name: 'Filter by having or lacking a channel' })
  await panel.getByRole('group', { name: 'SMS' }).getByText('has none').click()
  await panel.getByRole('group', { name: 'Email' }).getByText('has it').click()
  await leave(page)
  await expect(chip(page, 'Has an email')).toBeVisible()
  await expect(chip(page, 'Has no phone number')).toBeVisible()
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Last seen' }).click()
  await page.getByRole('button', { name: /^Not for 30 days/ }).click()
  await expect(chip(page, 'Last seen: Not for 30 days')).toBeVisible()
  const fits = all.filter(
    (row) =>
      ['reachable', 'at-risk', 'blocked'].includes(reachOf(row, 'email')) &&
      reachOf(row, 'sms') === 'absent' &&
      row.lastSeenAt !== null &&
      Date.parse(row.lastSeenAt) < Date.now() - 29 * 86_400_000,
  )
  await expect(meter(page)).toContainText('of all 1,200 users match')
  const ids = new Set(fits.map(({ id }) => id))
  const shown = await shownIds(page)
  expect(shown.length).toBeGreaterThan(0)
  expect(shown.filter((id) => !ids.has(id))).toEqual([])
})

test('by keyboard alone: those who have an email and lack a phone number', async ({
  page,
  request,
}) => {
  const all = await everybody(request, 'notiflows-test')
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('f')
  await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toBeVisible()
  await page.keyboard.type('Has')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filter by having or lacking a channel' })
  const choice = (channel: string, name: string) =>
    panel.getByRole('group', { name: channel, exact: true }).getByRole('radio', { name })
  await expect(choice('Email', 'any')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(choice('Email', 'has it')).toBeChecked()
  await keys.tabTo(page, choice('SMS', 'any'))
  await page.keyboard.press('ArrowLeft')
  await expect(choice('SMS', 'has none')).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(chip(page, 'Has an email')).toBeVisible()
  await expect(chip(page, 'Has no phone')).toBeFocused()
  const wanted = all.filter(
    (row) => reachOf(row, 'email') !== 'absent' && reachOf(row, 'sms') === 'absent',
  )
  await expectExactly(page, wanted, all.length)
})

test('by pointer alone: who has a device of Apple’s or one that the application names itself', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-staging')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Platform of a device' }).click()
  const panel = page.getByRole('dialog', { name: 'Filter by the platform of a device' })
  await panel.getByRole('checkbox', { name: 'iOS' }).click()
  await expect(chip(page, 'Device: iOS')).toBeVisible()
  await panel.getByRole('textbox').click()
  await page.keyboard.type('watch')
  // Left for the list, what was typed counts.
  await page.getByRole('status').filter({ hasText: 'match' }).click()
  await expect(panel).toBeHidden()
  await expect(chip(page, 'Device: iOS or watch')).toBeVisible()
  await expect(page).toHaveURL(/device=ios(\||%7C)watch/)
  await page.getByRole('button', { name: /^Remove Device/ }).click()
  await expect(page).toHaveURL(/\/users$/)
})

test('by pointer alone: a scan for blocked addresses can be stopped, goes on, and tells no total before its end', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-production', '?reach=email:blocked')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(meter(page)).toContainText('match so far')
  const before = await scanned(meter(page))
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect.poll(() => scanned(meter(page))).toBeGreaterThan(before)
  await expect(meter(page)).toContainText('match so far')
})

test('on a phone what is said of a scan has one line, and the rows stay where they are while it goes on', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await users.open(page, 'notificationapi-production', '?reach=email:blocked')
  const tops: number[] = []
  for (const name of ['Go on', 'Stop', 'Go on']) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toBeVisible()
    tops.push((await users.grid(page).boundingBox())?.y ?? Number.NaN)
    const lines = await button.evaluate(
      (element) =>
        new Set(
          [
            ...(element.closest('[role=toolbar]')?.lastElementChild?.querySelectorAll('button') ??
              []),
          ]
            .filter((one) => one.checkVisibility())
            .map((one) => one.getBoundingClientRect().top),
        ).size,
    )
    expect(lines).toBe(1)
    await button.click()
  }
  expect(new Set(tops).size).toBe(1)
})

test('by keyboard alone: dates are typed in words, which say what they mean before they count', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  await users.open(page, 'notiflows-production', '?zone=UTC')
  await keys.tabTo(page, page.getByRole('button', { name: 'Created', exact: true }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Filter by creation date' })
  await expect(dialog.locator(':focus')).toBeVisible()
  // A digit begins to type.
  await page.keyboard.type('2026-03')
  const field = page.getByRole('textbox', { name: 'In words' })
  await expect(field).toHaveValue('2026-03')
  await expect(page.getByText('1 Mar 2026 – 31 Mar 2026')).toBeVisible()
  expect(page.url()).not.toContain('created')
  await keys.retype(page, '3/4/2026')
  await page.keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('could be two days')).toBeVisible()
  expect(page.url()).not.toContain('created')
  await keys.retype(page, 'since 3 March')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/created=2026-03-03\.\.&|created=2026-03-03\.\.$/)
  await expect(chip(page, 'Created: since 3 Mar 2026')).toBeFocused()
})

test('by pointer alone: dates typed in words are taken by pressing what was understood, or by going on', async ({
  page,
}) => {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z')
  await users.open(page, 'notiflows-production', '?zone=UTC')
  await page.getByRole('button', { name: 'Created', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Filter by creation date' })
  const field = panel.getByRole('textbox', { name: 'In words' })
  await field.click()
  await page.keyboard.type('2026-03')
  await panel.getByRole('button', { name: '1 Mar 2026 – 31 Mar 2026' }).click()
  await expect(panel).toBeHidden()
  await expect(page).toHaveURL(/created=2026-03-01\.\.2026-03-31/)

  await chip(page, 'Created: 1 Mar 2026').click()
  await field.click()
  await page.keyboard.type('2026-04')
  await panel.getByRole('textbox', { name: 'Last day' }).click()
  await expect(page).toHaveURL(/created=2026-04-01\.\.2026-04-30/)
  await expect(panel).toBeVisible()
})

test('whoever leaves half typed dates with Escape has taken nothing', async ({ page }) => {
  await users.open(page, 'notiflows-test', '?zone=UTC')
  await keys.tabTo(page, page.getByRole('button', { name: 'Created', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.type('2026')
  await expect(page.getByRole('textbox', { name: 'In words' })).toHaveValue('2026')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(page.url()).not.toContain('created')
})

test('by keyboard alone: an address is looked for in the whole environment, refused when it is none, and found in any case', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test')
  await page.keyboard.press('f')
  await expect(page.getByRole('menu', { name: 'Kinds of filter' })).toBeVisible()
  await page.keyboard.type('Email')
  await page.keyboard.press('Enter')
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Email address' })
  await expect(field).toBeFocused()
  await page.keyboard.type('ines')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Write one whole address')).toBeVisible()
  expect(page.url()).not.toContain('email=')
  await keys.retype(page, 'INES@orchard.test')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/email=ines%40orchard\.test/)
  await expect(chip(page, 'Email address: ines@orchard.test')).toBeFocused()
  await expect(meter(page)).toContainText(/of all [\d,]+ users match/)
  await expect(users.rows(page).first()).toContainText('ines@orchard.test')
})

test('by keyboard alone: all filters removed by their key, from one of them, leave the focus among them', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test', '?created=2000-01-01..&email=ines@orchard.test&zone=UTC')
  await keys.tabTo(page, chip(page, 'Email address: ines@orchard.test'))
  await page.keyboard.press('Shift+f')
  await expect(page).not.toHaveURL(/created|email/)
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
})

test('by keyboard alone: filters are removed one after the other from where one is', async ({
  page,
}) => {
  const query = '?created=2000-01-01..&reach=email:absent,sms:absent&zone=UTC'
  // Whether anybody is like that does not matter.
  await page.goto(`/environments/notiflows-test/users${query}`)
  await keys.tabTo(page, page.getByRole('button', { name: 'Remove Has no email' }))
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/email/)
  await expect(chip(page, 'Has no phone')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/reach=/)
  await expect(page.getByRole('button', { name: /^Created: / })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/created/)
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
})

test('by keyboard alone: a scan goes on and stops by its key, and a number is looked for in any writing', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-production', '?reach=email:blocked')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  await page.keyboard.press('s')
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible()
  const before = await scanned(meter(page))
  await page.keyboard.press('s')
  await expect.poll(() => scanned(meter(page))).toBeGreaterThan(before)

  await users.open(page, 'notificationapi-staging')
  await keys.run(page, 'filter phone number', /^Filter: Phone number/)
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Phone number' })
  await expect(field).toBeFocused()
  await page.keyboard.type('+351 912-000-200')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/phone=/)
  await expect(users.rows(page).first()).toContainText('cust-0200')
})

test('by pointer alone: an address and a number are looked for, and all filters are cleared at once', async ({
  page,
}) => {
  await users.open(page, 'notificationapi-staging')
  for (const [kind, text] of [
    ['Email address', 'teresa@orchard.test'],
    ['Phone number', '+351912000200'],
  ] as const) {
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    const panel = page.getByRole('dialog')
    await panel.getByRole('textbox', { name: kind }).click()
    await page.keyboard.type(text)
    await panel.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(panel).toBeHidden()
  }
  await expect(users.rows(page).first()).toContainText('cust-0200')
  await page.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(page).not.toHaveURL(/email=|phone=/)
  await expect(users.rows(page).nth(5)).toBeVisible()
})

test('by keyboard alone: all filters removed by their key, from the bar of a selection, leave the focus in the list', async ({
  page,
}) => {
  await users.open(page, 'notiflows-test', '?created=2000-01-01..&zone=UTC')
  for (const key of ['j', 'x']) await page.keyboard.press(key)
  const selected = page.getByRole('toolbar', { name: 'Selection' })
  await keys.tabTo(page, selected.getByRole('button').first())
  await page.keyboard.press('Shift+f')
  await expect(page).not.toHaveURL(/created/)
  await expect(users.rows(page).first()).toBeFocused()
})
