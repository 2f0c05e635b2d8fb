import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { userNamed } from '#src/web/users/fakes.ts'
import type { Chosen, Selection } from '#src/web/users/use-selection.ts'
import { nobody } from '#src/web/users/use-selection.ts'
import { extend, inOrder, only, rangeTo, toggle } from './selection.ts'

const at = (row: number): Chosen => ({ row, user: userNamed(`user-${row}`) })
const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => at(first + index))
const rows = (selection: Selection) =>
  [...selection.users.values()].map(({ row }) => row).toSorted((a, b) => a - b)
/** What Shift does at a row, where everybody is loaded. */
const shift = (selection: Selection, spot: number, to: number) => {
  const { first, last } = rangeTo(selection, spot, to)
  return extend(selection, spot, between(first, last))
}

test('a user is selected once, and no longer the second time', () => {
  const one = toggle(nobody, at(3))
  expect(rows(one)).toEqual([3])
  expect(rows(toggle(one, at(3)))).toEqual([])
  expect(rows(toggle(one, at(1)))).toEqual([1, 3])
})

test('a range goes from the last one toggled, in both directions, and shrinks again', () => {
  const from = toggle(toggle(nobody, at(20)), at(5))
  expect(rows(shift(from, 0, 8))).toEqual([5, 6, 7, 8, 20])
  expect(rows(shift(shift(from, 0, 8), 8, 6))).toEqual([5, 6, 20])
  expect(rows(shift(shift(from, 0, 8), 8, 3))).toEqual([3, 4, 5, 20])
})

test('without one it goes from where the keyboard is', () => {
  expect(rows(shift(nobody, 4, 6))).toEqual([4, 5, 6])
})

test('of a range only those are taken who are there', () => {
  const from = toggle(nobody, at(0))
  expect(rows(extend(from, 0, [at(0), at(7)]))).toEqual([0, 7])
})

test('whatever was done, nobody is selected twice, and everybody leaves in the order of the list', () => {
  const step = fc.record({ row: fc.nat(30), range: fc.boolean() })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const end = steps.reduce(
        (selection, { row, range }) =>
          range ? shift(selection, 0, row) : toggle(selection, at(row)),
        nobody,
      )
      const ids = inOrder(end).map(({ id }) => id)
      expect(ids).toEqual(rows(end).map((row) => `user-${row}`))
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('all that are loaded are these and nobody else', () => {
  expect(rows(only(between(0, 3)))).toEqual([0, 1, 2, 3])
})
