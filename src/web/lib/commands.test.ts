import { beforeEach, expect, test, vi } from 'vitest'
import type { Command, Keys, Pressed } from './commands.ts'
import { commandFor } from './commands.ts'

/** As much of an element as a key press is asked about: what it stands in. */
class FakeElement extends EventTarget {
  readonly inside: readonly string[]
  parent: FakeElement | null = null
  constructor(...inside: string[]) {
    super()
    this.inside = inside
  }
  closest(selector: string): FakeElement | null {
    const parts = selector.split(', ')
    return this.inside.some((place) => parts.includes(place)) ? this : null
  }
  matches(selector: string): boolean {
    return this.closest(selector) !== null
  }
  contains(other: unknown): boolean {
    return other === this || (other instanceof FakeElement && other.parent === this)
  }
}
beforeEach(() => void vi.stubGlobal('Element', FakeElement))

const row = new FakeElement('[role=row]')
const page = new FakeElement()

const command = (id: string, key: string, more: Partial<Command> = {}): Command => ({
  id,
  label: id,
  group: 'List',
  keys: [key],
  run: () => {},
  ...more,
})
const asElement = (element: unknown): Element | null =>
  element instanceof Element ? element : null
const inRow = () => asElement(row)
const all = [
  command('reload', 'r'),
  command('save', 'Shift+s'),
  command('palette', 'Mod+k'),
  command('close', 'Escape'),
  command('down', 'ArrowDown', { within: inRow, repeats: true }),
  command('act', 'Enter', { within: inRow }),
  command('again', 'n', { within: inRow }),
]

const press = (key: string, target: EventTarget, more: Partial<Pressed> = {}): Pressed => ({
  key,
  target,
  code: '',
  metaKey: false,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  defaultPrevented: false,
  isComposing: false,
  repeat: false,
  ...more,
})
const meant = (event: Pressed, keys: Keys = 'all') => commandFor(event, all, keys)?.id ?? null
const withControl = { ctrlKey: true }

test('a key means its command, from anywhere on the page', () => {
  expect(meant(press('r', page))).toBe('reload')
  expect(meant(press('r', row))).toBe('reload')
  expect(meant(press('x', page))).toBeNull()
})

test.each(['input', 'textarea', 'select', '[contenteditable]'])(
  'nothing fires while typing in %s',
  (field) => {
    expect(meant(press('r', new FakeElement(field)))).toBeNull()
    expect(meant(press('Escape', new FakeElement(field)))).toBeNull()
    expect(meant(press('k', new FakeElement(field), withControl))).toBe('palette')
  },
)

test('nothing fires in a popup, on an answered press, or while a character is composed', () => {
  expect(meant(press('r', new FakeElement('[role=menu]')))).toBeNull()
  expect(meant(press('Escape', new FakeElement('[role=dialog]')))).toBeNull()
  expect(meant(press('r', page, { defaultPrevented: true }))).toBeNull()
  expect(meant(press('r', page, { isComposing: true }))).toBeNull()
})

test('with a modifier a letter is another key', () => {
  expect(meant(press('r', page, withControl))).toBeNull()
  expect(meant(press('r', page, { altKey: true }))).toBeNull()
})

test('commands of a place have their keys there alone', () => {
  expect(meant(press('ArrowDown', row))).toBe('down')
  expect(meant(press('ArrowDown', page))).toBeNull()
})

test('a button keeps its own Enter', () => {
  expect(meant(press('Enter', row))).toBe('act')
  const button = new FakeElement('button')
  const anywhere = command('anywhere', 'Enter')
  expect(commandFor(press('Enter', button), [anywhere], 'all')).toBeNull()
})

test('a box to tick is no place to type', () => {
  expect(meant(press('r', new FakeElement('input', '[type=checkbox]')))).toBe('reload')
})

test('of a place within a place the inner one has the key', () => {
  const header = new FakeElement('[role=row]')
  header.parent = row
  const own = command('own', 'ArrowDown', { within: () => asElement(header) })
  expect(commandFor(press('ArrowDown', header), [own, ...all], 'all')?.id).toBe('own')
  expect(commandFor(press('ArrowDown', row), [own, ...all], 'all')?.id).toBe('down')
  const everywhere = command('everywhere', 'ArrowDown')
  expect(commandFor(press('ArrowDown', row), [...all, everywhere], 'all')?.id).toBe('down')
})

test('a popup has its own keys and no others', () => {
  const menu = new FakeElement('[role=dialog]')
  const own = command('own', 'p', { within: () => asElement(menu) })
  expect(commandFor(press('p', menu), [...all, own], 'all')?.id).toBe('own')
  expect(commandFor(press('r', menu), [...all, own], 'all')).toBeNull()
})

test('a key held down repeats what moves and nothing else', () => {
  expect(meant(press('ArrowDown', row, { repeat: true }))).toBe('down')
  expect(meant(press('r', page, { repeat: true }))).toBeNull()
})

test('the command registered last has the key, and one that cannot run gives it back', () => {
  const later = command('later', 'r')
  expect(commandFor(press('r', page), [...all, later], 'all')?.id).toBe('later')
  expect(commandFor(press('r', page), [...all, { ...later, when: false }], 'all')?.id).toBe(
    'reload',
  )
})

test('whoever turns letters off keeps arrows, Escape, combinations, and the keys of where they are', () => {
  expect(meant(press('r', page), 'no-letters')).toBeNull()
  expect(meant(press('S', page, { shiftKey: true }), 'no-letters')).toBeNull()
  expect(meant(press('Escape', page), 'no-letters')).toBe('close')
  expect(meant(press('k', page, withControl), 'no-letters')).toBe('palette')
  expect(meant(press('n', row), 'no-letters')).toBe('again')
})

test('while something opens, letters meant for it fire nothing', () => {
  expect(meant(press('r', page), 'combinations')).toBeNull()
  expect(meant(press('k', page, withControl), 'combinations')).toBe('palette')
})
