import { expect, test } from 'vitest'
import { ui as german } from '#src/web/words/de/ui.ts'
import { keyLabel } from './key-label.ts'

test.each([
  ['Mod+k', '⌘K', 'Ctrl K', 'Strg K'],
  ['Shift+s', '⇧S', 'Shift S', 'Umschalt S'],
  ['Mod+Home', '⌘Home', 'Ctrl Home', 'Strg Pos1'],
  ['End', 'End', 'End', 'Ende'],
  ['PageUp', 'Page Up', 'Page Up', 'Bild auf'],
  ['PageDown', 'Page Down', 'Page Down', 'Bild ab'],
  ['Escape', 'Esc', 'Esc', 'Esc'],
  ['ArrowDown', '↓', '↓', '↓'],
  ['?', '?', '?', '?'],
  ['+', '+', '+', '+'],
  ['Space', 'Space', 'Space', 'Leertaste'],
])('%s is printed as on the keyboard in front of the operator', (key, apple, other, inGerman) => {
  expect(keyLabel(key, true)).toBe(apple)
  expect(keyLabel(key, false)).toBe(other)
  expect(keyLabel(key, false, german.keys)).toBe(inGerman)
})

test('on an Apple machine a German keyboard has the same signs for the keys that are held', () => {
  expect(keyLabel('Mod+Shift+k', true, german.keys)).toBe('⌘⇧K')
})
