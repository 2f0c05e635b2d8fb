import { test as base, expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'

export type Noise = { readonly allow: (pattern: RegExp) => void }

/**
 * A test that watches the page while a person uses it: any console message of warning or error, any
 * uncaught exception and any breach of the content security policy fails it. `noise.allow`
 * takes patterns of what a journey provokes on purpose.
 */
export const test = base.extend<{ noise: Noise }>({
  noise: [
    async ({ page }, use) => {
      const heard: string[] = []
      const allowed: RegExp[] = []
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) heard.push(message.text())
      })
      page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // oxlint-disable-next-line no-console -- the page has no other way to be heard here
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`)
        })
      })
      await use({ allow: (pattern) => void allowed.push(pattern) })
      // Requests that a journey answers itself may still be under way.
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      expect(heard.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** The emulator's address, to compare what the browser shows with what the platform holds. */
export const emulatorUrl = process.env['ROLLCALL_E2E_EMULATOR'] ?? 'http://127.0.0.1:4311'

export const users = {
  grid: (page: Page) => page.getByRole('grid', { name: 'Users' }),
  rows: (page: Page) => users.grid(page).locator('[role=row][data-index]'),
  drawer: (page: Page) => page.getByRole('complementary'),
  /** Opens the list of an environment and waits for people to be there. */
  open: async (page: Page, environment: string, query = '') => {
    await page.goto(`/environments/${environment}/users${query}`)
    await expect(users.rows(page).first()).toBeVisible()
    // A row stands there before its user does.
    const waiting = users.rows(page).first().getByRole('gridcell', { name: 'Loading' })
    await expect(waiting).toHaveCount(0)
  },
  /** Scrolls the list to a row as a wheel would, a screen a frame, never past rows that are not known yet. */
  scrollTo: async (page: Page, row: number) => {
    await users.grid(page).evaluate(
      (grid, last) =>
        new Promise<void>((resolve) => {
          const step = () => {
            const shown = [...grid.querySelectorAll('[role=row][data-index]')]
            if (shown.some((element) => Number(element.getAttribute('data-index')) >= last))
              return resolve()
            grid.scrollTop += grid.clientHeight
            return requestAnimationFrame(step)
          }
          step()
        }),
      row,
    )
  },
}

async function goTo(page: Page, target: Locator, key: string): Promise<void> {
  for (let stop = 0; stop < 60; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

/** What somebody without a pointer does. */
export const keys = {
  /** Goes into the list, to its first row, as on a page just opened. */
  intoList: async (page: Page) => {
    await page.keyboard.press('j')
    await expect(users.rows(page).first()).toBeFocused()
  },
  /** Goes into the list, and on to a cell of its first row: 1 is the first. */
  intoCell: async (page: Page, column: number) => {
    await keys.intoList(page)
    for (let cell = 0; cell < column; cell += 1) await page.keyboard.press('ArrowRight')
  },
  /** Types instead of what stands in the field that has the focus. */
  retype: async (page: Page, text: string) => {
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  },
  /** Goes on with Tab until something has the focus. */
  tabTo: (page: Page, target: Locator) => goTo(page, target, 'Tab'),
  /** Goes back with Tab until something has the focus. */
  tabBackTo: (page: Page, target: Locator) => goTo(page, target, 'Shift+Tab'),
  /** Runs the command that the palette finds first by these letters. */
  run: async (page: Page, letters: string, name: string | RegExp) => {
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused()
    await page.keyboard.type(letters)
    await expect(page.getByRole('option').first()).toHaveText(name)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden()
  },
}

/** How many users a scan has looked at, as its meter tells. */
export const scanned = async (meter: Locator): Promise<number> => {
  const [count = ''] = /^[\d,]+(?= scanned)/.exec((await meter.textContent()) ?? '') ?? []
  return Number(count.replaceAll(',', ''))
}

/** What the gateway answers where it cannot do what was asked (RFC 9457). */
export const problem = (
  status: number,
  title: string,
  detail: string,
  type = '/problems/test',
) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type, title, status, detail, requestId: 'req-1234' }),
})

/** Lets calls fail, by a problem that does not even tell its kind, until the function that it gives is called. */
export async function failCalls(page: Page, pattern: string): Promise<() => void> {
  let failing = true
  const body = JSON.stringify({ title: 'The platform did not answer', detail: '', status: 502 })
  await page.route(pattern, (route) =>
    failing
      ? route.fulfill({ status: 502, contentType: 'application/problem+json', body })
      : route.fallback(),
  )
  return () => {
    failing = false
  }
}

/** A browser that cannot write files by itself, which hands them to the downloads. */
export const withoutPicker = (page: Page) =>
  page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showSaveFilePicker'))
