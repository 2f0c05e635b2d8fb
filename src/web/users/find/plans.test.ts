import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plansFor } from './plans.ts'

const today = '2026-11-22'
const kinds = (text: string, masked = false) => plansFor(text, today, masked).map((plan) => plan.do)

test.each([
  ['cust-0107', ['open']],
  ['1007580', ['open']],
  ['ines@orchard.test', ['ask', 'look-through', 'open']],
  ['+351 21 000 00 42', ['ask', 'look-through', 'open']],
  ['9f3c'.repeat(16), ['ask', 'open']],
  [`https://fcm.googleapis.com/fcm/send/${'a'.repeat(40)}`, ['ask', 'open']],
  ['3 March', ['created', 'open']],
  ['last week', ['created', 'open']],
  ['2026-03', ['created', 'open']],
  ['2026-03-11', ['created', 'open']],
  ['today', ['created', 'open']],
  ['2026', ['open', 'created']],
  ['3/4/2026', ['open']],
  ['  ', []],
])('of "%s" can be made %j', (text, plans) => {
  expect(kinds(text)).toEqual(plans)
})

test('a day is the day of the list’s zone, and an address the one that is compared', () => {
  expect(plansFor('yesterday', today, false)[0]).toEqual({
    do: 'created',
    dates: { from: '2026-11-21', to: '2026-11-21' },
  })
  expect(plansFor(' INES@Orchard.test ', today, false)).toContainEqual({
    do: 'look-through',
    by: 'email',
    value: 'ines@orchard.test',
  })
  expect(plansFor('+351 21 000 00 42', today, false)).toContainEqual({
    do: 'look-through',
    by: 'phone',
    value: '+351210000042',
  })
})

test('where addresses are masked, none is put into a filter', () => {
  expect(kinds('ines@orchard.test', true)).toEqual(['ask', 'open'])
})

test('whatever is typed can be opened as an id, byte for byte but for blanks around it', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
      const opened = plansFor(text, today, false).filter((plan) => plan.do === 'open')
      expect(opened).toEqual(text.trim() === '' ? [] : [{ do: 'open', id: text.trim() }])
    }),
  )
})
