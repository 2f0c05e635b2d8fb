import { expect, keys, test, users } from './journey.ts'

// Without shadows, backgrounds and colours of its own, as Windows draws it in high contrast.
test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } })

  test('glyphs, the focus and the open row are still told apart', async ({ page }) => {
    await users.open(page, 'notiflows-test')
    const row = users.rows(page).first()
    await keys.intoCell(page, 1)
    const cell = row.getByRole('gridcell').first()
    await expect(cell).toBeFocused()
    expect(await cell.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
    const colours = await row
      .locator('[data-reach] path')
      .first()
      .evaluate((glyph) => [getComputedStyle(glyph).color, getComputedStyle(document.body).color])
    expect(colours[0]).toBe(colours[1])
    await page.keyboard.press('Enter')
    await expect(row).toHaveAttribute('aria-current', 'true')
    expect(await row.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid')
  })

  test('a selected row is filled and an open one framed, and text is read on both', async ({
    page,
  }) => {
    await users.open(page, 'notiflows-test')
    await keys.intoList(page)
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const row = (index: number) => users.rows(page).nth(index)
    await expect(row(0)).toHaveAttribute('aria-selected', 'true')
    await expect(row(2)).toHaveAttribute('aria-current', 'true')
    const look = (index: number) =>
      row(index).evaluate((element) => {
        const { backgroundColor, outlineStyle } = getComputedStyle(element)
        const muted = element.querySelector('[data-column=user] a')
        return { backgroundColor, outlineStyle, text: getComputedStyle(muted ?? element).color }
      })
    const [selected, plain, open] = [await look(0), await look(1), await look(2)]
    expect(selected.outlineStyle).toBe('none')
    expect(selected.backgroundColor).not.toBe(plain.backgroundColor)
    expect(selected.text).not.toBe(selected.backgroundColor)
    expect(open.outlineStyle).toBe('solid')
    expect(open.backgroundColor).toBe(plain.backgroundColor)
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
