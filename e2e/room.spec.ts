import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { states } from './states.ts'

test.use({ hasTouch: true })

/**
 * What a finger cannot hit: targets in sight under 24 px (WCAG 2.2, 2.5.8), but for links in running text. A
 * checkbox is hit with what is around it, and a row with its whole height.
 */
const smallTargets = (page: Page) =>
  page
    .locator(
      'button, a[href], input, select, [role^=menuitem], [role=option], [role=tab], [role=columnheader]',
    )
    .evaluateAll((targets) =>
      targets.flatMap((target) => {
        if (target.closest('[inert]') !== null || !target.checkVisibility()) return []
        if (target.tagName === 'A' && getComputedStyle(target).display === 'inline') return []
        const box = (
          target.closest('label, [data-check], [role=gridcell]') ?? target
        ).getBoundingClientRect()
        const inSight =
          box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
        const isSmall = box.width < 24 || box.height < 24
        return inSight && box.width > 1 && isSmall
          ? [`${target.ariaLabel ?? target.textContent} ${box.width}×${box.height}`]
          : []
      }),
    )

/** What reaches over an edge of the window, where nothing scrolls to it. */
const cutOff = (page: Page) =>
  page
    .locator('header, [role=toolbar], [role=dialog], [role=menu], aside, [role=alert]')
    .evaluateAll((parts) =>
      parts.flatMap((part) => {
        if (!part.checkVisibility()) return []
        const box = part.getBoundingClientRect()
        const over =
          box.left < -1 ||
          box.right > innerWidth + 1 ||
          box.top < -1 ||
          box.bottom > innerHeight + 1
        return over ? [`${part.role ?? part.tagName} ${part.ariaLabel ?? ''}`] : []
      }),
    )

for (const { name, reach, noise: allowed } of states)
  test(`on a phone and at 200 % nothing is cut off in the state "${name}", and every target is large enough`, async ({
    page,
    noise,
  }) => {
    if (allowed !== undefined) noise.allow(allowed)
    await page.setViewportSize({ width: 390, height: 844 })
    await reach(page)
    await fits(page, 390)
    // 1440 px at 200 % are 720 of the page's own.
    await page.setViewportSize({ width: 720, height: 450 })
    await fits(page, 720)
  })

/** Nothing is wider than the window, nothing reaches over its edge, and everything can be hit. */
async function fits(page: Page, width: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
    .toBeLessThanOrEqual(width)
  await expect.poll(() => cutOff(page)).toEqual([])
  expect(await smallTargets(page)).toEqual([])
}
