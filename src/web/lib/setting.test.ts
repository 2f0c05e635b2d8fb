import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSetting } from './setting.ts'

const read = (value: unknown) => (typeof value === 'string' ? value : null)

const fakeStorage = () => {
  const entries = new Map<string, string>()
  return {
    getItem: (name: string) => entries.get(name) ?? null,
    setItem: (name: string, text: string) => void entries.set(name, text),
  }
}

const forbid = () => {
  throw new Error('forbidden')
}

beforeEach(() => vi.stubGlobal('localStorage', fakeStorage()))
afterEach(() => vi.unstubAllGlobals())

test('a setting is remembered by whoever asks for it next', () => {
  createSetting('density', 1, read, 'normal').set('compact')
  expect(createSetting('density', 1, read, 'normal').get()).toBe('compact')
})

test.each([
  ['of another version', '{"version":2,"value":"compact"}'],
  ['of a form that cannot be read', '{"version":1,"value":7}'],
  ['that is no JSON', 'compact'],
  ['that is JSON and nothing of ours', 'null'],
])('what stands in storage %s is silently as good as nothing', (_what, text) => {
  localStorage.setItem('density', text)
  expect(createSetting('density', 1, read, 'normal').get()).toBe('normal')
})

test('where storage is forbidden a setting holds as long as the page', () => {
  vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid })
  const setting = createSetting('density', 1, read, 'normal')
  expect(setting.get()).toBe('normal')
  setting.set('compact')
  expect(setting.get()).toBe('compact')
})

test('the same text gives the same object, so that nothing is drawn anew for it', () => {
  const setting = createSetting('list', 1, (value) => (Array.isArray(value) ? value : null), [])
  localStorage.setItem('list', '{"version":1,"value":[1]}')
  expect(setting.get()).toBe(setting.get())
  expect(setting.get()).toEqual([1])
})
