import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Field, Move, Spot } from './spot.ts'
import { moves, moveSpot } from './spot.ts'

const field: Field = { rows: 100, page: 20, columns: ['user', 'email', 'created'] }
const go = (from: Spot, ...steps: Move[]) =>
  steps.reduce((spot, step) => moveSpot(spot, step, field), from)
const row = (index: number): Spot => ({ row: index, column: null })
const cell = (index: number, column: string): Spot => ({ row: index, column })

test('on a row the arrows, pages, Home and End go from row to row and stop at the ends', () => {
  expect(go(row(3), 'down')).toEqual(row(4))
  expect(go(row(0), 'up')).toEqual(row(0))
  expect(go(row(99), 'down')).toEqual(row(99))
  expect(go(row(50), 'pageDown', 'pageDown', 'pageDown')).toEqual(row(99))
  expect(go(row(5), 'pageUp')).toEqual(row(0))
  expect(go(row(5), 'end')).toEqual(row(99))
  expect(go(row(5), 'home')).toEqual(row(0))
})

test('right leads into the cells of a row, left back to the row', () => {
  expect(go(row(3), 'right')).toEqual(cell(3, 'user'))
  expect(go(row(3), 'right', 'right')).toEqual(cell(3, 'email'))
  expect(go(cell(3, 'created'), 'right')).toEqual(cell(3, 'created'))
  expect(go(row(3), 'right', 'left')).toEqual(row(3))
  expect(go(row(3), 'left')).toEqual(row(3))
})

test('in the cells up and down keep the column, Home and End stay in the row', () => {
  expect(go(cell(3, 'email'), 'down')).toEqual(cell(4, 'email'))
  expect(go(cell(3, 'email'), 'end')).toEqual(cell(3, 'created'))
  expect(go(cell(3, 'email'), 'home')).toEqual(cell(3, 'user'))
  expect(go(cell(3, 'email'), 'bottom')).toEqual(cell(99, 'email'))
  expect(go(cell(3, 'email'), 'top')).toEqual(cell(0, 'email'))
})

test('the header is above the first row, for cells alone', () => {
  expect(go(cell(0, 'email'), 'up')).toEqual(cell(-1, 'email'))
  expect(go(cell(-1, 'email'), 'up')).toEqual(cell(-1, 'email'))
  expect(go(cell(-1, 'email'), 'right')).toEqual(cell(-1, 'created'))
  expect(go(cell(-1, 'user'), 'left')).toEqual(cell(-1, 'user'))
  expect(go(cell(-1, 'email'), 'down')).toEqual(cell(0, 'email'))
  expect(go(cell(5, 'email'), 'pageUp')).toEqual(cell(0, 'email'))
})

test('a cell whose column has gone gives way to the row, or the first column', () => {
  expect(go(cell(3, 'phone'), 'left')).toEqual(row(3))
  expect(go(cell(3, 'phone'), 'right')).toEqual(cell(3, 'user'))
})

test('no walk ever leaves the grid', () => {
  const step = fc.constantFrom(...moves.map(({ id }) => id))
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.integer({ min: 1, max: 30 }),
      (walk, rows) => {
        let spot = row(0)
        for (const move of walk) {
          spot = moveSpot(spot, move, { ...field, rows })
          expect(spot.row).toBeGreaterThanOrEqual(spot.column === null ? 0 : -1)
          expect(spot.row).toBeLessThan(rows)
          expect(spot.column === null || field.columns.includes(spot.column)).toBe(true)
        }
      },
    ),
  )
})
