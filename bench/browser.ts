import { type Browser, type CDPSession, chromium, type Locator, type Page } from '@playwright/test'

/** A page that shows the list: Rollcall itself, or the baseline. */
export type Subject = { readonly name: string; readonly url: string }

/** Of people who are here: a row that waits for its user has no link. */
export const firstRow = '[data-index] a[href]'
export const rowHeight = 36

export const openBrowser = (path: string): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-extensions',
      '--enable-precise-memory-info',
    ],
  })

export type Opened = {
  readonly page: Page
  readonly cdp: CDPSession
  readonly close: () => Promise<void>
}

/** A page of its own, with an empty cache. */
export async function open(browser: Browser, slowdown = 1): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  if (slowdown > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, cdp, close: () => context.close() }
}

/** The same, with the list's first rows in it, and alive. */
export async function openList(browser: Browser, { url }: Subject, slowdown = 1): Promise<Opened> {
  const opened = await open(browser, slowdown)
  await opened.page.goto(url)
  await opened.page.waitForSelector(`#root:not(:has(> [inert])) ${firstRow}`)
  return opened
}

/** Milliseconds from a click until what it asked for, by its selector, is painted. */
export const clickUntil = (target: Locator, shown: string): Promise<number> =>
  target.evaluate(
    (element, selector) =>
      new Promise<number>((resolve, reject) => {
        if (!(element instanceof HTMLElement)) return reject(new Error('nothing to click'))
        const begun = performance.now()
        const look = () =>
          document.querySelector(selector) === null
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => resolve(performance.now() - begun))
        element.click()
        requestAnimationFrame(look)
      }),
    shown,
  )
