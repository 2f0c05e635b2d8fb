import type { Browser, Locator, Page } from '@playwright/test'

import { openList, type Subject } from './browser.ts'
import { type Figure, percentile } from './figures.ts'

const slowdown = 4

/** Something that a person does, and what is on the screen when it is done. */
type Step = {
  readonly what: string
  readonly act: () => Promise<void>
  readonly done?: Locator
  readonly gone?: Locator
}

/** What people do with the list all day, by pointer and by keys. */
function stepsOf(page: Page): readonly Step[] {
  const row = (index: number) => page.locator(`[role=row][data-index="${index}"]`)
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const press = (key: string) => () => page.keyboard.press(key)
  const drawer = page.getByRole('complementary')
  const open = (index: number) => page.locator(`[data-index="${index}"][aria-current=true]`)
  const at = (index: number) => page.locator(`[data-index="${index}"]:focus`)
  const type = (text: string, where: string): readonly Step[] =>
    Array.from(text, (key) => ({ what: `a letter in ${where}`, act: press(key) }))
  const commands = page.getByRole('dialog', { name: 'Commands' })
  const columns = page.getByRole('dialog', { name: 'Columns and density' })
  const density = (name: string) => columns.getByRole('radio', { name, checked: true })
  const phone = page.getByRole('columnheader', { name: 'Phone', exact: true })
  const tick = columns.getByRole('checkbox', { name: 'Phone' }).and(page.locator(':focus'))
  const dates = page.getByRole('dialog', { name: 'Filter by creation date' })
  const environments = page.getByRole('menu', { name: 'Environments' })
  const selection = page.getByRole('toolbar', { name: 'Selection' })
  const box = page.locator('[role=combobox]:focus')
  const somebody = row(0).locator('a[href]')
  const dark = page.locator('html[data-theme=dark]')
  return [
    {
      what: 'a click on a row',
      act: () => row(3).click(),
      done: drawer.getByRole('heading').first(),
    },
    { what: 'J in the drawer', act: press('j'), done: open(4) },
    { what: 'J in the drawer', act: press('j'), done: open(5) },
    { what: 'K in the drawer', act: press('k'), done: open(4) },
    { what: 'Escape from the drawer', act: press('Escape'), gone: drawer },
    { what: 'J in the list', act: press('j'), done: at(5) },
    { what: 'J in the list', act: press('j'), done: at(6) },
    { what: 'K in the list', act: press('k'), done: at(5) },
    { what: 'a screen down', act: press('PageDown'), gone: at(5) },
    { what: 'to the first row', act: press('Home'), done: at(0) },
    { what: 'X on a row', act: press('x'), done: selection },
    {
      what: 'Shift and a click on a checkbox',
      act: () =>
        row(8)
          .getByRole('checkbox')
          .click({ modifiers: ['Shift'] }),
      done: selection.getByText('9 selected'),
    },
    { what: 'Escape from the selection', act: press('Escape'), gone: selection },
    { what: 'F for the filters', act: press('f'), done: page.locator('[role=menu]:focus-within') },
    ...type('Cre', 'the filters'),
    { what: 'Enter on a filter', act: press('Enter'), done: dates },
    {
      what: 'a click on a date',
      act: () => button('Last 90 days').click(),
      done: page.locator('[data-index="0"] a[href*="created=90d"]'),
    },
    { what: 'Escape from the dates', act: press('Escape'), gone: dates },
    {
      what: 'a click that removes a filter',
      act: () => button('Remove Created: Last 90 days').click(),
      done: page.locator('[data-index="0"] a[href]:not([href*="created="])'),
    },
    { what: 'Control and K', act: press('Control+k'), done: commands.getByRole('option').first() },
    ...type('dark', 'the palette'),
    { what: 'Enter in the palette, dark', act: press('Enter'), done: dark },
    { what: 'Shift and D, light', act: press('Shift+d'), gone: dark },
    { what: 'O for the columns', act: press('o'), done: columns.getByRole('textbox') },
    { what: 'down the columns', act: press('ArrowDown') },
    { what: 'down the columns', act: press('ArrowDown') },
    { what: 'down the columns', act: press('ArrowDown'), done: tick },
    { what: 'a column hidden', act: press('Space'), gone: phone },
    { what: 'a column shown', act: press('Space'), done: phone },
    {
      what: 'rows compact',
      act: () => columns.getByText('Compact').click(),
      done: density('Compact'),
    },
    {
      what: 'rows normal',
      act: () => columns.getByText('Normal').click(),
      done: density('Normal'),
    },
    { what: 'Escape from the columns', act: press('Escape'), gone: columns },
    { what: 'the find box', act: press('/'), done: box },
    ...type('a@b.c', 'the find box'),
    { what: 'Escape from what it offers', act: press('Escape'), gone: page.getByRole('listbox') },
    { what: 'Escape from the find box', act: press('Escape'), gone: box },
    { what: 'E for the environments', act: press('e'), done: environments },
    ...type('Test', 'the environments'),
    { what: 'Enter on an environment', act: press('Enter'), done: somebody, gone: environments },
  ]
}

type Interaction = { readonly what: string; readonly ms: number }

/** One journey: how long each interaction took until it was painted, as the browser tells it. */
async function journey(browser: Browser, ours: Subject): Promise<readonly Interaction[]> {
  const { page, close } = await openList(browser, ours, slowdown)
  const told = await page.evaluateHandle(() => {
    const longest = new Map<number, { at: number; ms: number }>()
    const hear = (entries: PerformanceEntryList) => {
      for (const entry of entries) {
        if (!(entry instanceof PerformanceEventTiming) || entry.interactionId === 0) continue
        const { interactionId, duration, startTime } = entry
        const before = longest.get(interactionId)
        const at = Math.min(performance.timeOrigin + startTime, before?.at ?? Infinity)
        longest.set(interactionId, { at, ms: Math.max(duration, before?.ms ?? 0) })
      }
    }
    const observer = new PerformanceObserver((list) => hear(list.getEntries()))
    // By name: TypeScript knows no threshold.
    const slow = { type: 'event', durationThreshold: 16 }
    observer.observe(slow)
    return {
      end: () => {
        hear(observer.takeRecords())
        return [...longest.values()]
      },
    }
  })
  const begun: { what: string; at: number }[] = []
  for (const { what, act, done, gone } of stepsOf(page)) {
    begun.push({ what, at: Date.now() })
    await act()
    await done?.waitFor()
    await gone?.waitFor({ state: 'hidden' })
    // Painted, so that the next is not held up by this one.
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
  }
  const slow = await told.evaluate(({ end }) => end())
  await close()
  return begun.map(({ what, at }, index) => {
    const next = begun[index + 1]?.at ?? Infinity
    const own = slow.filter((interaction) => interaction.at >= at && interaction.at < next)
    // What takes less than 16 ms is not told.
    return { what, ms: Math.max(0, ...own.map(({ ms }) => ms)) }
  })
}

/** The interaction to next paint over journeys on a slow machine. */
export async function measureJourney(
  browser: Browser,
  ours: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const all: Interaction[] = []
  for (let round = 0; round < (quick ? 1 : 5); round += 1)
    all.push(...(await journey(browser, ours)))
  const worst = all.toSorted((a, b) => b.ms - a.ms).slice(0, 4)
  return [
    {
      area: 'interaction',
      name: `interaction to next paint, p98 of ${all.length}, ${slowdown}x slower CPU`,
      value: percentile(
        all.map(({ ms }) => ms),
        0.98,
      ),
      unit: 'ms',
      goal: 100,
      note: worst.map(({ what, ms }) => `${what} ${ms} ms`).join(', '),
    },
  ]
}
