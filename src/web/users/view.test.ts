import fc from 'fast-check'
import { expect, test } from 'vitest'
import { browserZone } from '#src/web/lib/time.ts'
import { changeView, readView } from './view.ts'

test('any address at all gives a valid view', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (created, zone, user) => {
      const view = readView(new URLSearchParams({ created, zone, user }))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: view.zone })).not.toThrow()
      expect(view.user).toBe(user)
    }),
  )
})

test('an unknown zone falls back to the browser’s', () => {
  expect(readView(new URLSearchParams({ zone: 'Mars/Phobos' })).zone).toBe(browserZone())
})

test('ids survive the address byte for byte', () => {
  for (const id of [
    'a/b c',
    '100%',
    'x%2Fy',
    '+',
    'ünï',
    '..',
    '__proto__',
    '&user=other',
    '#',
    '\u202e',
  ]) {
    const address = changeView(new URLSearchParams(), { user: id }).toString()
    expect(readView(new URLSearchParams(address)).user).toBe(id)
  }
})

test('a date filter carries its zone, so that a link means the same instants elsewhere', () => {
  const params = changeView(new URLSearchParams('zone=Asia/Tokyo'), { created: { preset: '30d' } })
  expect(params.get('zone')).toBe('Asia/Tokyo')
  expect(changeView(new URLSearchParams(), { created: { preset: '30d' } }).get('zone')).toBe(
    browserZone(),
  )
})

test('what is not changed stays, and closing a user removes only the user', () => {
  const params = changeView(new URLSearchParams('created=7d&user=u1&other=1'), { user: null })
  expect(params.toString()).toBe('created=7d&other=1')
})
