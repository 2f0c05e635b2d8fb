import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReachFilter } from '#src/domain/filters.ts'
import { channelNames, reachValues } from '#src/domain/reach.ts'
import { browserZone } from '#src/web/lib/time.ts'
import type { Dates } from './dates.ts'
import { changeView, readView, unreadIn } from './view.ts'

test('any address at all gives a valid view', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (any, zone, user) => {
      const params = {
        created: any,
        seen: any,
        reach: any,
        device: any,
        email: any,
        phone: any,
        zone,
        user,
      }
      const view = readView(new URLSearchParams(params))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: view.zone })).not.toThrow()
      expect(view.user).toBe(user || null)
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

test('a date filter and an open user carry the zone, so that a link means the same instants elsewhere', () => {
  for (const change of [
    { created: { preset: '30d' } },
    { seen: { preset: '30d' } },
    { user: 'u' },
  ] as const) {
    const params = changeView(new URLSearchParams('zone=Asia/Tokyo'), change)
    expect(params.get('zone')).toBe('Asia/Tokyo')
    expect(changeView(new URLSearchParams(), change).get('zone')).toBe(browserZone())
  }
  expect(changeView(new URLSearchParams(), { created: null, user: null }).toString()).toBe('')
  const both = changeView(new URLSearchParams('zone=UTC'), { zone: 'Asia/Tokyo', user: 'u' })
  expect(both.toString()).toBe('zone=Asia%2FTokyo&user=u')
})

test('what is not changed stays, and closing a user removes only the user', () => {
  const params = changeView(new URLSearchParams('created=7d&user=u1&other=1'), { user: null })
  expect(params.toString()).toBe('created=7d&other=1')
})

test('filters survive the address, whatever they were', () => {
  const dates = fc.constantFrom<Dates | null>(
    null,
    { preset: 'not-90d' },
    { from: '2026-03-01', to: null },
  )
  const reach = fc
    .dictionary(fc.constantFrom(...channelNames), fc.subarray([...reachValues], { minLength: 1 }), {
      noNullPrototype: true,
    })
    .map((wanted): ReachFilter => wanted)
  const filters = fc.record({
    created: dates,
    seen: dates,
    reach,
    email: fc.constantFrom(null, 'ines+a%b@orchard.test'),
    phone: fc.constantFrom(null, '+351210000042', '0210000042'),
    devices: fc.constantFrom(null, ['ios'], ['ios', 'fire os', 'ünï&=%']),
  })
  fc.assert(
    fc.property(filters, (meant) => {
      const address = changeView(new URLSearchParams('user=u1'), meant).toString()
      expect(readView(new URLSearchParams(address))).toMatchObject({ ...meant, user: 'u1' })
    }),
  )
})

test('a reach or a device that cannot be read narrows nothing', () => {
  for (const text of ['', 'email', 'email:dead', 'email:blocked|', 'fax:blocked', 'email:blocked,'])
    expect(readView(new URLSearchParams({ reach: text, device: '|' }))).toMatchObject({
      reach: {},
      devices: null,
    })
})

const unread = (query: string) => unreadIn(new URLSearchParams(query))

test('a filter that nobody understands, or that stands there twice, is told from none at all', () => {
  expect(unread('created=7d&reach=email:blocked&zone=Mars&columns=x&user=u')).toBeNull()
  expect(unread('created=banana&reach=push:at-risk')).toEqual({ created: null })
  expect(unread('reach=email:blocked&reach=push:blocked')).toEqual({ reach: {} })
  expect(unread('seen=&device=&email=nobody&phone=x&reach=foo:bar')).toEqual({
    seen: null,
    devices: null,
    email: null,
    phone: null,
    reach: {},
  })
  const params = new URLSearchParams('created=banana&reach=foo:bar&user=u')
  expect(changeView(params, unreadIn(params) ?? {}).toString()).toBe('user=u')
})
