import { setTimeout as delay } from 'node:timers/promises'

import type { Browser, Page } from '@playwright/test'

import { openList, type Subject } from './browser.ts'
import type { Figure } from './figures.ts'

const keysPerSecond = 30
const dropped = 33

/** How long each frame takes in which keys are typed, in milliseconds. */
async function typingFrames(page: Page, text: string): Promise<readonly number[]> {
  const watch = await page.evaluateHandle(() => {
    const frames: number[] = []
    let before = performance.now()
    let frame = 0
    const step = (now: number) => {
      frames.push(now - before)
      before = now
      frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return {
      stop: () => {
        cancelAnimationFrame(frame)
        return frames.slice(1)
      },
    }
  })
  for (const key of text) await Promise.all([page.keyboard.press(key), delay(1000 / keysPerSecond)])
  return watch.evaluate(({ stop }) => stop())
}

const fields = [
  { name: 'the find box', opens: '/', text: 'somebody.whom.nobody.knows@example.test' },
  { name: 'the palette', opens: 'Control+k', text: 'filter created last seen columns' },
] as const

/** Frames that take more than two while somebody types fast. */
export async function measureTyping(
  browser: Browser,
  ours: Subject,
  quick: boolean,
): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const { name, opens, text } of fields) {
    const { page, close } = await openList(browser, ours)
    const field = page.locator('[role=combobox]:focus')
    await page.keyboard.press(opens)
    await field.waitFor()
    const frames: number[] = []
    for (let round = 0; round < (quick ? 1 : 5); round += 1) {
      frames.push(...(await typingFrames(page, text)))
      await field.fill('')
    }
    await close()
    const late = frames.filter((ms) => ms > dropped).length
    figures.push({
      area: 'interaction',
      name: `typing in ${name}, ${keysPerSecond} keys a second: frames over ${dropped} ms`,
      value: (late / frames.length) * 100,
      unit: '%',
      goal: 0,
      note: `${late} of ${frames.length}, longest ${Math.max(...frames).toFixed(0)} ms`,
    })
  }
  return figures
}
