import { expect, test } from 'vitest'

import { cellText, fieldsOf, valueOf } from './record.ts'

const names = (columns: readonly string[] | null) => fieldsOf(columns).map(({ name }) => name)

test('columns leave in the order in which they are shown, each value once', () => {
  expect(names(['reach', 'user', '_plan', 'id'])).toEqual([
    'reach.email',
    'reach.sms',
    'reach.push',
    'reach.webPush',
    'reach.slack',
    'id',
    'name',
    'attributes.plan',
  ])
})

test('without columns every field leaves', () => {
  expect(names(null)).toContain('attributes')
  expect(new Set(names(null)).size).toBe(names(null).length)
})

test('an attribute is what it is called, whatever it is called', () => {
  const record = { attributes: JSON.parse('{"__proto__":1,"a.b":[2],"c":null,"…":3}') }
  const text = (key: string) =>
    fieldsOf([`_${key}`]).map((field) => cellText(valueOf(record, field)))
  expect(text('__proto__')).toEqual(['1'])
  expect(text('a.b')).toEqual(['[2]'])
  expect(text('c')).toEqual([''])
  // Not carried by the list: nobody says that there is none.
  expect(text('toString')).toEqual(['…'])
})
