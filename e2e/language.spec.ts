import type { Page } from '@playwright/test'
import { check } from './axe.ts'
import { expect, problem, test } from './journey.ts'

const open = async (page: Page, query = '') => {
  await page.goto(`/environments/notificationapi-production/users${query}`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
}

// Sentences and names that stand in several places of the page in English.
const english =
  /\b(?:users?|loaded|Created|Last seen|Reach|Filter by|reaches|cannot|Activity|Profile|Find a|Next|Previous|Close|the|of|with|is)\b/u

/** What the page says in words of its own: without what platforms and people wrote. */
const saidIn = (page: Page, selector: string) =>
  page.locator(selector).evaluate((element) => {
    const copy = element.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const own of copy.querySelectorAll('bdi, [role=gridcell], .font-mono, [role=tree], time'))
      own.remove()
    const named = [copy, ...copy.querySelectorAll('[aria-label], [title], [placeholder]')]
    const names = named.flatMap((one) =>
      ['aria-label', 'title', 'placeholder'].map((name) => one.getAttribute(name) ?? ''),
    )
    return [copy.textContent, ...names].join(' | ')
  })

test.describe('in German', () => {
  test.use({ locale: 'de-DE' })

  test('a browser that asks for it finds the list and its filters in German', async ({ page }) => {
    await open(page)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole('columnheader', { name: 'Erreichbarkeit' })).toBeVisible()
    expect(await saidIn(page, 'body')).not.toMatch(english)
    await check(page)

    await page.getByRole('button', { name: 'Erstellt' }).first().click()
    await page.getByLabel('In Worten').fill('seit 3. März 2026')
    await expect(page.getByText('seit dem 3. März 2026')).toBeVisible()
    expect(await saidIn(page, '[role=dialog]')).not.toMatch(english)
    await check(page, '[role=dialog]')
    await page.keyboard.press('Escape')
  })

  test('commands and keys have German names', async ({ page }) => {
    await open(page)
    await page.keyboard.press('ControlOrMeta+k')
    await page.getByRole('dialog').getByRole('combobox').fill('sprache')
    await expect(page.getByRole('option', { name: 'Sprache: English' })).toBeVisible()
    expect(await saidIn(page, '[role=dialog]')).not.toMatch(english)
    await page.keyboard.press('Escape')

    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Tasten' })).toBeVisible()
    expect(await saidIn(page, '[role=dialog]')).not.toMatch(english)
    await page.keyboard.press('Escape')
  })

  test('a person is told of in German', async ({ page }) => {
    await open(page)
    await page.locator('[role=row][data-index]').first().click()
    const drawer = page.getByRole('complementary')
    await expect(drawer.getByRole('heading', { name: 'Profil' })).toBeVisible()
    await expect(drawer.getByRole('heading', { name: 'Aktivität' })).toBeVisible()
    await expect(drawer.locator('.skeleton')).toHaveCount(0)
    expect(await saidIn(page, 'aside')).not.toMatch(english)
    await check(page, 'aside')
  })

  test('what went wrong is said in German', async ({ page, noise }) => {
    noise.allow(/status of (?:404|504)/)
    await page.goto('/environments/none/users')
    await expect(page.getByRole('alert')).toContainText('Unter dieser Adresse gibt es nichts')
    await page.route('**/api/environments/*/users?*', (route) =>
      route.fulfill(
        problem(
          504,
          'The platform did not answer in time',
          'It had 10 s.',
          '/problems/platform-timeout',
        ),
      ),
    )
    await page.goto('/environments/notificationapi-production/users')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('Die Plattform hat nicht rechtzeitig geantwortet')
    await expect(alert.getByRole('button', { name: 'Erneut versuchen' })).toBeVisible()
    expect(await saidIn(page, '[role=alert]')).not.toMatch(english)
  })

  test('English can be chosen, and stays chosen after a reload', async ({ page }) => {
    await open(page)
    await page.getByRole('button', { name: 'Sprache: Deutsch' }).click()
    await page.getByRole('menuitemradio', { name: 'English' }).click()
    await expect(page.getByRole('button', { name: 'Language: English' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('columnheader', { name: 'Last seen' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })
})

test('in English no German is asked for', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await open(page)
  expect(asked.filter((url) => url.includes('german'))).toEqual([])
})

test.describe('from right to left', () => {
  for (const { width, height } of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ])
    test(`at ${width} pixels everything is mirrored, and nothing is wider than the page`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height })
      // As if the page were served for a language that runs that way.
      await page.route('**/environments/**', async (route) => {
        if (route.request().resourceType() !== 'document') return route.continue()
        const answer = await route.fetch()
        const body = (await answer.text()).replace('<html lang="en">', '<html lang="en" dir="rtl">')
        return route.fulfill({ response: answer, body })
      })
      await open(page)
      const center = async (selector: string) => {
        const box = await page.locator(selector).first().boundingBox()
        return box === null ? Number.NaN : box.x + box.width / 2
      }
      const expectFits = async () => {
        const { scrollWidth, clientWidth } = await page.evaluate(() => ({
          scrollWidth: document.documentElement.scrollWidth,
          clientWidth: document.documentElement.clientWidth,
        }))
        expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
      }
      await expectFits()
      expect(await center('[data-column=user]')).toBeGreaterThan(
        await center('[data-column=created]'),
      )
      expect(await center('header [aria-haspopup=menu]')).toBeGreaterThan(width / 2)

      await page.getByRole('button', { name: 'Created' }).first().click()
      const panel = await page.getByRole('dialog').boundingBox()
      expect(panel?.x).toBeGreaterThanOrEqual(0)
      expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(width)
      await expectFits()
      await page.keyboard.press('Escape')

      if (width >= 1024) {
        const first = page.locator('[role=row][data-index]').first()
        await first.focus()
        await page.keyboard.press('ArrowLeft')
        await expect(first.locator('[data-column=user]')).toBeFocused()
        await page.keyboard.press('ArrowLeft')
        await expect(first.locator('[data-column=email]')).toBeFocused()
        await page.keyboard.press('ArrowRight')
        await expect(first.locator('[data-column=user]')).toBeFocused()
      }
      await page.locator('[role=row][data-index]').first().click()
      const drawer = await page.getByRole('complementary').boundingBox()
      expect(drawer?.x).toBe(0)
      await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible()
      await expectFits()
    })
})
