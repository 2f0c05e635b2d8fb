import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sized } from './column-layout.ts'
import { layOut } from './column-layout.ts'

const column = (id: string, more: Partial<Sized> = {}): Sized => ({
  id,
  width: null,
  pinned: false,
  size: 200,
  min: 100,
  ...more,
})

test('columns without a width share the room by what they ask for, the others have what they were given', () => {
  const columns = [column('user'), column('email', { width: 240 }), column('phone', { size: 100 })]
  const { widths, template, width, pins } = layOut(columns, 840)
  expect(widths).toEqual([400, 240, 200])
  expect(template).toBe('400px 240px 200px')
  // Three quarters of 200, 240, and its least.
  expect(width).toBe(490)
  expect(pins.size).toBe(0)
})

test('a column that would get less than its least has that, and the others share the rest', () => {
  const columns = [column('user'), column('created', { size: 50, min: 100 })]
  expect(layOut(columns, 400).widths).toEqual([300, 100])
})

test('columns are squeezed to their least on a phone, and else by no more than a quarter', () => {
  const columns = Array.from({ length: 5 }, (_, index) => column(`${index}`))
  expect(layOut(columns, 500).widths).toEqual([100, 100, 100, 100, 100])
  expect(layOut(columns, 700).widths).toEqual([150, 150, 150, 150, 150])
  expect(layOut(columns, 900).widths).toEqual([180, 180, 180, 180, 180])
})

test('when all have a width, what is left over stays empty', () => {
  expect(layOut([column('user', { width: 80 })], 500).widths).toEqual([80])
})

test('nothing is narrower than its least nor wider than the room, and less than a pixel a column is left', () => {
  const sizes = fc.record({
    size: fc.integer({ min: 20, max: 400 }),
    min: fc.integer({ min: 20, max: 200 }),
  })
  fc.assert(
    fc.property(
      fc.array(sizes, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 3000 }),
      (asked, room) => {
        const columns = asked.map((each, index) => column(`${index}`, each))
        const { widths, width } = layOut(columns, room)
        const total = widths.reduce((sum, next) => sum + next, 0)
        expect(columns.every(({ min }, index) => (widths[index] ?? 0) >= min)).toBe(true)
        // What is wide is scrolled.
        expect(total).toBeLessThanOrEqual(Math.max(room, width))
        expect(total).toBeGreaterThan(Math.max(room - columns.length, width - 1))
      },
    ),
  )
})

test('where the list is scrolled sideways each pinned column stands on the edge of the one before', () => {
  const one = [column('user', { pinned: true }), column('email')]
  expect(layOut(one, 150).pins).toEqual(new Map([['user', 0]]))
  const two = layOut(
    [
      column('user', { pinned: true }),
      column('email', { pinned: true, width: 150 }),
      column('phone'),
    ],
    400,
  )
  expect(two.template).toBe('200px 150px 100px')
  expect(two.covered).toBe(350)
  expect(two.pins).toEqual(
    new Map([
      ['user', 0],
      ['email', 200],
    ]),
  )
})

test('where everything has room nothing is pinned', () => {
  expect(layOut([column('user', { pinned: true })], 100).pins.size).toBe(0)
})
