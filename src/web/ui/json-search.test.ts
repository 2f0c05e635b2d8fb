import { describe, expect, test } from 'vitest'
import type { Json } from '#src/domain/json.ts'
import { deepest, hasMoreThan, search } from './json-search.ts'

const person = {
  plan: 'Premium',
  address: { city: 'Porto', country: 'PT' },
  tags: ['vip', 'early'],
  'a/b': { '~': 1 },
}

const nested = (levels: number): Json => {
  let value: Json = 'bottom'
  for (let level = 0; level < levels; level += 1) value = { deeper: value }
  return value
}

describe('an operator finds a field by its name or its value', () => {
  test.each([
    ['a value, whatever its case', 'premium', ['/plan']],
    ['a name', 'CITY', ['/address/city']],
    ['part of either', 'port', ['/address/city']],
    ['an entry of an array', 'vip', ['/tags/0']],
    ['a name with a slash', 'a/b', ['/a~1b']],
    ['a number', '1', ['/tags/1', '/a~1b/~0']],
    ['nothing', 'nowhere', []],
  ])('%s', (_, text, hits) => {
    expect([...search(person, text).hits]).toEqual(hits)
  })

  test('the way to it is known, and nothing beside the way', () => {
    const { way } = search(person, 'porto')
    expect([...way].toSorted()).toEqual(['', '/address', '/address/city'])
  })

  test('nothing is looked for below the depth that is shown, and nothing overflows (B03)', () => {
    const deep = nested(5_000)
    expect(search(deep, 'bottom').hits.size).toBe(0)
    expect(search(deep, 'deeper').hits.size).toBe(deepest)
    expect(hasMoreThan(deep, 1)).toBe(false)
  })
})

test('a few fields need no filter, many do', () => {
  expect(hasMoreThan(person, 6)).toBe(false)
  expect(hasMoreThan(person, 5)).toBe(true)
  expect(hasMoreThan({}, 0)).toBe(false)
})
