import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

/** Fails with what axe finds on the page as it is now, or in the elements of a selector alone. */
export const check = async (page: Page, within = 'html') => {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    // The sentinels by which the popups of Base UI send the focus on: never seen, never read.
    .exclude('[data-base-ui-focus-guard]')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) })),
  ).toEqual([])
}
