import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startWatch } from './quiet-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minute = 60_000

function watched(
  answers: (count: number) => Promise<boolean> = () => Promise.resolve(true),
  random = Math.random,
) {
  const asked: number[] = []
  const page = { visible: true }
  const watch = startWatch({
    ask: () => {
      asked.push(Date.now())
      return answers(asked.length)
    },
    isVisible: () => page.visible,
    random,
  })
  return { asked, page, watch }
}

test('it asks after a minute, never at once, and once a minute at most', async () => {
  const { asked, watch } = watched()
  await vi.advanceTimersByTimeAsync(minute - 1)
  expect(asked).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(asked.length).toBeGreaterThan(45)
  const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(minute)
  // Not in step: others asked too.
  expect(new Set(gaps).size).toBeGreaterThan(10)
  watch.stop()
})

test('while nobody sees the page nothing is asked; afterwards once, and not in the same moment', async () => {
  const { asked, page, watch } = watched(undefined, () => 0.5)
  page.visible = false
  watch.look()
  await vi.advanceTimersByTimeAsync(600 * minute)
  expect(asked).toHaveLength(0)
  page.visible = true
  watch.look()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(asked).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toHaveLength(1)
  watch.stop()
})

test('a storm of looks leads to one asking, and to none before it is due', async () => {
  const { asked, page, watch } = watched()
  await vi.advanceTimersByTimeAsync(2 * minute)
  const before = asked.length
  for (let blink = 0; blink < 200; blink += 1) {
    page.visible = blink % 2 === 0
    watch.look()
  }
  page.visible = true
  watch.look()
  await vi.advanceTimersByTimeAsync(minute / 2)
  expect(asked.length - before).toBeLessThanOrEqual(1)
  watch.stop()
})

test('what fails is asked for less and less often, until it answers again', async () => {
  let down = true
  const { asked, watch } = watched(() =>
    down ? Promise.reject(new Error('down')) : Promise.resolve(true),
  )
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.length).toBeLessThan(10)
  down = false
  await vi.advanceTimersByTimeAsync(20 * minute)
  const before = asked.length
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(asked.length - before).toBeGreaterThan(6)
  watch.stop()
})

test('one that is answered late is not joined by another, and one that was enough is the last', async () => {
  const answers: ((goesOn: boolean) => void)[] = []
  const { asked, watch } = watched(() => new Promise((resolve) => void answers.push(resolve)))
  await vi.advanceTimersByTimeAsync(10 * minute)
  for (let again = 0; again < 20; again += 1) watch.look()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(asked).toHaveLength(1)
  answers[0]?.(false)
  await vi.advanceTimersByTimeAsync(60 * minute)
  watch.look()
  await vi.advanceTimersByTimeAsync(60 * minute)
  expect(asked).toHaveLength(1)
  watch.stop()
})

test('what was stopped asks no more', async () => {
  const { asked, watch } = watched()
  watch.stop()
  watch.look()
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(asked).toHaveLength(0)
})
