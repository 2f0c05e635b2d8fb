import { expect, keys, test, users } from './journey.ts'
import { emptyPages, loop } from './odd-lists.ts'

test('by keyboard alone: a platform that gives only empty pages is not followed for ever, and is when told to', async ({
  page,
}) => {
  const pages = await emptyPages(page)
  await page.goto('/environments/notiflows-test/users')
  const goOn = page.getByRole('button', { name: 'Keep looking' })
  await expect(goOn).toBeVisible()
  await expect(page.getByText('Not finished')).toBeVisible()
  expect(pages.asked()).toBe(50)
  await keys.tabTo(page, goOn)
  await page.keyboard.press('Enter')
  await expect.poll(pages.asked).toBe(100)
  await expect(goOn).toBeVisible()
  pages.end()
  await keys.tabTo(page, goOn)
  await page.keyboard.press('Enter')
  await expect(users.rows(page).first()).toBeVisible()
  await expect(users.rows(page).and(page.locator(':focus'))).toBeVisible()
})

test('by pointer alone: a list that leads in a circle ends with the reason, and is begun again', async ({
  page,
}) => {
  const mend = await loop(page)
  await users.open(page, 'notiflows-test')
  await users.scrollTo(page, 99)
  await users.grid(page).hover()
  await page.mouse.wheel(0, 10_000)
  const end = users.grid(page).getByText('The platform repeats a page it gave before')
  await expect(end).toBeVisible()
  await expect(page.getByText('the list cannot be read to its end')).not.toHaveCount(0)
  await mend()
  await users.grid(page).getByRole('button', { name: 'Start again' }).click()
  await expect(end).toBeHidden()
  await expect(users.grid(page)).toHaveAttribute('aria-busy', 'false')
  await users.scrollTo(page, 110)
  await expect(users.grid(page).locator('[data-index="110"]')).toBeVisible()
})
