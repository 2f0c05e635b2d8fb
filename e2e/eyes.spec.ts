import { expect, test, users } from './journey.ts'

// Without shadows, backgrounds and colours of its own, as Windows draws it in high contrast.
test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('glyphs, the focus and the open row are still told apart', async ({ page }) => {
    await users.open(page, 'notiflows-test')
    const row = users.rows(page).first()
    await row.focus()
    await page.keyboard.press('ArrowRight')
    const cell = row.getByRole('gridcell').first()
    await expect(cell).toBeFocused()
    expect(await cell.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    const colours = await row
      .locator('[data-reach] svg')
      .first()
      .evaluate((glyph) => [getComputedStyle(glyph).color, getComputedStyle(document.body).color])
    expect(colours[0]).toBe(colours[1])
    await page.keyboard.press('Enter')
    await expect(row).toHaveAttribute('aria-current', 'true')
    expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  })
})

test('with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.route('**/users?*', () => {})
  await page.goto('/environments/notiflows-test/users')
  const skeleton = page.locator('.skeleton').first()
  await expect(skeleton).toBeVisible()
  expect(await skeleton.evaluate((bar) => getComputedStyle(bar).animationName)).toBe('none')
})
