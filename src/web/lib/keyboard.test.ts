import { expect, test } from 'vitest'
import { keyForAria, keyOf } from './keyboard.ts'

const press = (key: string, more: object = {}) => ({
  key,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

test.each([
  ['a letter', press('j'), 'j'],
  ['a letter under caps lock', press('J'), 'j'],
  ['a shifted letter', press('S', { shiftKey: true }), 'Shift+s'],
  ['a sign that needs shift on this layout', press('?', { shiftKey: true }), '?'],
  ['a slash that needs shift on this layout', press('/', { shiftKey: true }), '/'],
  ['an arrow', press('ArrowDown'), 'ArrowDown'],
  ['an arrow with shift', press('ArrowLeft', { shiftKey: true }), 'Shift+ArrowLeft'],
  ['the space bar', press(' '), 'Space'],
  ['a letter of a Greek keyboard, by its place', press('ξ', { code: 'KeyJ' }), 'j'],
  ['a letter of a Cyrillic keyboard under caps lock', press('О', { code: 'KeyJ' }), 'j'],
  ['a lone modifier', press('Shift', { shiftKey: true }), null],
  ['half a composed character', press('Dead'), null],
])('%s is told for what it is', (_what, event, key) => {
  expect(keyOf(event, false)).toBe(key)
})

test('the main modifier is the command key on an Apple machine and Ctrl elsewhere', () => {
  expect(keyOf(press('k', { metaKey: true }), true)).toBe('Mod+k')
  expect(keyOf(press('k', { ctrlKey: true }), true)).toBeNull()
  expect(keyOf(press('k', { ctrlKey: true }), false)).toBe('Mod+k')
  expect(keyOf(press('k', { metaKey: true }), false)).toBeNull()
})

test('a screen reader is told a key in its own form', () => {
  expect(keyForAria('Mod+k', false)).toBe('Control+K')
  expect(keyForAria('Mod+k', true)).toBe('Meta+K')
  expect(keyForAria('Shift+s', false)).toBe('Shift+S')
  expect(keyForAria('r', false)).toBe('R')
})
