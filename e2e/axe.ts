import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Nothing here is in a frame, and only what is wrong is of interest: either of them costs axe as much again.
const axeOf = (page: Page, within: string) =>
  new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .include(within)

const find = async (axe: AxeBuilder) => {
  // The sentinels by which the popups of Base UI send the focus on: never seen, never read.
  const { violations } = await axe.exclude('[data-base-ui-focus-guard]').analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) })),
  ).toEqual([])
}

/** Fails with what axe finds on the page as it is now, or in the elements of a selector alone. */
export const check = (page: Page, within = 'html') => find(axeOf(page, within).withTags(standards))

/** The same in light and in dark colours, which differ in nothing but contrast. */
export const checkInBothColours = async (page: Page, within = 'html') => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await check(page, within)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await find(axeOf(page, within).withRules(['color-contrast']))
}
