import type { Page } from '@playwright/test'

const lists = '**/api/environments/notiflows-test/users?*'

/** Makes the list of Test answer nothing but empty pages that lead on (checks F08), until what it gives is called. */
export async function emptyPages(
  page: Page,
): Promise<{ readonly asked: () => number; readonly end: () => void }> {
  let asked = 0
  let ended = false
  await page.route(lists, async (route) => {
    asked += 1
    const url = new URL(route.request().url())
    url.searchParams.delete('after')
    const answer = await (await route.fetch({ url: url.href })).json()
    const after = ended ? null : `empty-${asked}`
    const coverage = { ...answer.coverage, scanned: 0, matched: 0, complete: false }
    await route.fulfill({
      json: ended
        ? {
            ...answer,
            page: { after, before: null },
            coverage: { ...answer.coverage, complete: true },
          }
        : { ...answer, users: [], page: { after, before: null }, coverage },
    })
  })
  return { asked: () => asked, end: () => void (ended = true) }
}

/** Makes the second page of Test's list lead to itself (checks F07), until what it gives is called. */
export async function loop(page: Page): Promise<() => Promise<void>> {
  await page.route(lists, async (route) => {
    const url = new URL(route.request().url())
    const again = url.searchParams.has('after')
    url.searchParams.delete('after')
    const answer = await (await route.fetch({ url: url.href })).json()
    const users = again ? [] : answer.users
    await route.fulfill({ json: { ...answer, users, page: { after: 'round', before: null } } })
  })
  return () => page.unroute(lists)
}
