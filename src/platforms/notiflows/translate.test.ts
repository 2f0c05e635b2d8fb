import { describe, expect, test } from 'vitest'
import { translators } from '#src/platforms/testing/translators.ts'
import { depthOf, userShape } from '#src/platforms/testing/user-shape.ts'

const ines = {
  id: '019cad94-dc20-71d3-8f22-aa10bb20cc30',
  external_id: 'cust-0107',
  email: 'ines@orchard.test',
  first_name: 'Ines',
  last_name: 'Prado',
  phone: '+351210000042',
  avatar: null,
  locale: null,
  timezone: null,
  custom_fields: {},
  created_at: '2026-03-02T08:05:40Z',
  updated_at: '2026-03-10T11:00:00Z',
}
describe('translation', () => {
  const { toUser, toRaw } = translators().notiflows

  test.each([
    ['Rui', 'Costa', 'Rui Costa'],
    ['Rui', null, 'Rui'],
    [undefined, 'Costa', 'Costa'],
    ['', 'Costa', 'Costa'],
    [' Rui', 'Costa ', ' Rui Costa '],
    [null, null, null],
  ])('first name %j and last name %j are %j', (first_name, last_name, name) => {
    expect(toUser({ first_name, last_name }).name).toBe(name)
  })

  test('B01: custom fields and unknown wire fields stand side by side; neither hides the other', () => {
    const record = {
      plan: 'wire',
      custom_fields: { plan: 'custom', tier: 'gold', 'wire.plan': 'odd', email: 'x@y.test' },
      phone_number: '+1',
      email: 'a@b.test',
    }
    expect(toUser(record).attributes).toEqual({
      plan: 'custom',
      tier: 'gold',
      'wire.plan': 'odd',
      email: 'x@y.test',
      'wire.wire.plan': 'wire',
      phone_number: '+1',
    })
  })

  test('B02: every field of every wrong type costs itself alone', () => {
    const wrong = [0, 42, true, [], [1], {}, { a: 1 }, 'text', null]
    for (const name of Object.keys(ines)) {
      if (name === 'external_id') continue
      for (const value of wrong) {
        const user = toUser({ ...ines, [name]: value })
        expect(userShape.safeParse(user).error).toBeUndefined()
        const isText = typeof value === 'string'
        const isFree =
          name === 'custom_fields' && !Array.isArray(value) && typeof value === 'object'
        const isId = name === 'id' && typeof value === 'number'
        const isTime = name.endsWith('_at')
        const isFault =
          value !== null && !isFree && !isId && (!isText || isTime || name === 'custom_fields')
        expect(user.malformed).toEqual(isFault ? [name] : [])
        expect(user.attributes[name]).toEqual(isFault ? value : undefined)
        expect(user.phone).toBe(name === 'phone' ? user.phone : '+351210000042')
      }
    }
  })

  test('B04: fields that are named like parts of a prototype stay data', () => {
    const record: unknown = JSON.parse(
      '{"external_id":"u","__proto__":{"admin":true},"custom_fields":{"__proto__":{"evil":1},"constructor":{"prototype":{"x":1}},"toString":"s"}}',
    )
    if (typeof record !== 'object' || record === null) throw new Error('unreachable')
    const user = toUser({ ...record })
    expect(Object.keys(user.attributes)).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'wire.__proto__',
    ])
    expect(JSON.stringify(user.attributes)).toBe(
      '{"__proto__":{"evil":1},"constructor":{"prototype":{"x":1}},"toString":"s","wire.__proto__":{"admin":true}}',
    )
    expect(Object.getPrototypeOf(user.attributes)).toBe(Object.prototype)
    expect('admin' in {}).toBe(false)
    expect(JSON.stringify(toRaw({ ...record }))).toContain('"__proto__":{"admin":true}')
  })

  test('B03: a megabyte, ten thousand fields and ten thousand levels are read whole, and cut in depth', () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, i) => [`some_field_${i}`, 'x'.repeat(100)]),
    )
    const deep: unknown = JSON.parse(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)
    const user = toUser({ custom_fields: { ...many, deep } })
    expect(Object.keys(user.attributes)).toHaveLength(10_001)
    expect(depthOf(user.attributes)).toBeLessThan(40)
    expect(JSON.stringify(user.attributes['deep'])).toContain('{"truncated":true}')
    expect(depthOf(toRaw({ custom_fields: { deep } }))).toBeLessThan(40)
  })
})
