import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { throttle } from './throttle.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const listen = () => {
  const heard: string[] = []
  return { heard, ...throttle<string>(5_000, (text) => heard.push(text)) }
}

test('the first is told at once, of many only the newest, when the while is over', () => {
  const { heard, give } = listen()
  give('100 users')
  vi.advanceTimersByTime(0)
  expect(heard).toEqual(['100 users'])
  for (let count = 200; count <= 900; count += 100) {
    give(`${count} users`)
    vi.advanceTimersByTime(500)
  }
  expect(heard).toEqual(['100 users'])
  vi.advanceTimersByTime(5_000)
  expect(heard).toEqual(['100 users', '900 users'])
})

test('the same again is not told', () => {
  const { heard, give } = listen()
  give('all 300 users')
  vi.advanceTimersByTime(6_000)
  give('all 300 users')
  vi.advanceTimersByTime(6_000)
  expect(heard).toEqual(['all 300 users'])
})

test('what is stopped says nothing more', () => {
  const { heard, give, stop } = listen()
  give('100 users')
  stop()
  vi.advanceTimersByTime(6_000)
  expect(heard).toEqual([])
})
