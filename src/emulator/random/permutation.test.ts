import fc from 'fast-check'
import { expect, test } from 'vitest'

import { Permutation } from './permutation.ts'

test('every number has exactly one place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 700 }), fc.integer(), (size, key) => {
      const order = new Permutation(size, key)
      const values = Array.from({ length: size }, (_, place) => order.at(place))
      expect(values.toSorted((a, b) => a - b)).toEqual(values.map((_, at) => at))
    }),
  )
})

test('a place is found again from what stands there, at any size', () => {
  const sized = fc
    .integer({ min: 1, max: 2 ** 40 })
    .chain((size) => fc.record({ size: fc.constant(size), place: fc.nat({ max: size - 1 }) }))
  fc.assert(
    fc.property(sized, fc.integer(), ({ size, place }, key) => {
      const order = new Permutation(size, key)
      const value = order.at(place)
      expect(value).toBeGreaterThanOrEqual(0)
      expect(value).toBeLessThan(size)
      expect(order.placeOf(value)).toBe(place)
    }),
  )
})

test('another key gives another order, and neither is the counting order', () => {
  const orders = [1, 2].map((key) => {
    const order = new Permutation(1000, key)
    return Array.from({ length: 1000 }, (_, place) => order.at(place))
  })
  const [one = [], two = []] = orders
  expect(one).not.toEqual(two)
  const inPlace = one.filter((value, place) => value === place).length
  expect(inPlace).toBeLessThan(10)
})

test('numbers outside are refused', () => {
  const order = new Permutation(5, 1)
  for (const bad of [-1, 5, 0.5, Number.NaN]) {
    expect(() => order.at(bad)).toThrow(RangeError)
    expect(() => order.placeOf(bad)).toThrow(RangeError)
  }
})
