import type { Page } from '@playwright/test'
import { expect, test } from './journey.ts'
import { states } from './states.ts'

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

for (const [what, use] of [
  ['on a phone', { viewport: { width: 390, height: 844 }, hasTouch: true }],
  ['at 200 %', { viewport: { width: 720, height: 450 } }],
] as const)
  test.describe(what, () => {
    test.use(use)
    for (const { name, reach, noise: allowed } of states)
      test(`in the state "${name}" nothing is cut off, and every target is large enough`, async ({
        page,
        noise,
      }) => {
        if (allowed !== undefined) noise.allow(allowed)
        await reach(page)
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width).toBe(page.viewportSize()?.width)
        expect(await cutOff(page)).toEqual([])
        expect(await smallTargets(page)).toEqual([])
      })
  })
