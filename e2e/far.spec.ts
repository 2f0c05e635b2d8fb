import type { Page } from '@playwright/test'
import { expect, test, users } from './journey.ts'

const rows = 1_000_000
const size = 1_000

/**
 * Makes a reload find a list of a million users that was read to its end, and answers for its pages. Reading it would take
 * minutes, and is not what this is about.
 */
async function openMillion(page: Page) {
  await users.open(page, 'notiflows-production')
  const stored = await page.evaluate(() => {
    dispatchEvent(new Event('pagehide'))
    return sessionStorage.getItem('rollcall.list') ?? ''
  })
  const list = JSON.parse(stored)
  const places = Array.from({ length: rows / size }, (_, index) => ({
    ...list.trail.places[0],
    cursor: index === 0 ? null : `far-${index}`,
    start: index * size,
    count: size,
    pin: null,
  }))
  const trail = {
    ...list.trail,
    places,
    rows,
    next: null,
    scanned: rows,
    matched: rows,
    complete: true,
  }
  await page.addInitScript(
    (text) => sessionStorage.setItem('rollcall.list', text),
    JSON.stringify({ ...list, trail }),
  )
  const answer = await page.request.get('/api/environments/notiflows-production/users?limit=1')
  const {
    users: [somebody],
    ...rest
  } = await answer.json()
  await page.route('**/api/environments/notiflows-production/users?*', (route) => {
    const cursor = new URL(route.request().url()).searchParams.get('after') ?? 'far-0'
    const first = Number(cursor.slice('far-'.length)) * size
    const answered = Array.from({ length: size }, (_, row) => ({
      ...somebody,
      id: `far-${first + row}`,
    }))
    const after = first + size < rows ? `far-${first / size + 1}` : null
    return route.fulfill({ json: { ...rest, users: answered, page: { after, before: null } } })
  })
  await page.reload()
  await expect(users.grid(page)).toHaveAttribute('aria-rowcount', `${rows + 1}`)
}

/** The rows in the window of the list that are on the screen, from its top. */
const onScreen = (page: Page) =>
  users.grid(page).evaluate((grid) => {
    const { top, bottom } = grid.getBoundingClientRect()
    return [...grid.querySelectorAll('[role=row][data-index]')]
      .map((row) => ({
        index: Number(row.getAttribute('data-index')),
        box: row.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.bottom > top + 32 && box.top < bottom)
      .toSorted((a, b) => a.index - b.index)
      .map(({ index }) => index)
  })
const drawn = (page: Page) => users.rows(page).count()
const row = (page: Page, index: number) => users.grid(page).locator(`[data-index="${index}"]`)

test('by keyboard alone the last of a million users is reached, and the way back is whole', async ({
  page,
}) => {
  await openMillion(page)
  await page.keyboard.press('j')
  await page.keyboard.press('End')
  await expect(row(page, rows - 1)).toBeFocused()
  await expect(row(page, rows - 1)).toBeInViewport({ ratio: 0.9 })
  await expect(row(page, rows - 1)).toContainText(`far-${rows - 1}`)
  expect(await drawn(page)).toBeLessThan(100)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  const up = await onScreen(page)
  expect(up).toEqual(up.map((_, place) => (up[0] ?? 0) + place))
  expect(up.length).toBeGreaterThan(15)
  await expect(users.rows(page).and(page.locator(':focus'))).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('Home')
  await expect(row(page, 0)).toBeFocused()
  await expect(row(page, 0)).toBeInViewport({ ratio: 0.9 })
})

test('by pointer the scrollbar leads anywhere among a million users, and the wheel goes on from there row by row', async ({
  page,
}) => {
  await openMillion(page)
  await users.grid(page).hover()
  // A hand on the scrollbar is told to a page in no other way.
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight * 0.8))
  await expect.poll(async () => (await onScreen(page))[0]).toBeGreaterThan(790_000)
  await expect(row(page, (await onScreen(page))[4] ?? 0)).toContainText('far-8')
  const [before = 0] = await onScreen(page)
  for (let step = 1; step <= 5; step += 1) {
    await page.mouse.wheel(0, 36 * 20)
    await expect.poll(async () => (await onScreen(page))[0]).toBe(before + step * 20)
    expect(await drawn(page)).toBeLessThan(100)
  }
  await page.mouse.wheel(0, -36 * 100)
  await expect.poll(async () => (await onScreen(page))[0]).toBe(before)
  await users.grid(page).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight))
  await expect.poll(async () => (await onScreen(page)).at(-1)).toBe(rows - 1)
  await expect(page.getByText('1,000,000')).not.toHaveCount(0)
})
