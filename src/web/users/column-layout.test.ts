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

test('columns without a width share the room, the others have what they were given', () => {
  const { template, width, pins } = layOut([column('user'), column('email', { width: 240 })])
  expect(template).toBe('minmax(100px, 200fr) 240px')
  expect(width).toBe(340)
  expect(pins.size).toBe(0)
})

test('when all have a width, what is left over stays empty', () => {
  expect(layOut([column('user', { width: 80 })]).template).toBe('80px 1fr')
})

test('each pinned column stands on the edge of the one before', () => {
  const one = layOut([column('user', { pinned: true }), column('email')])
  expect(one.template).toMatch(/^minmax/)
  expect(one.pins).toEqual(new Map([['user', 0]]))
  const two = layOut([
    column('user', { pinned: true }),
    column('email', { pinned: true, width: 150 }),
    column('phone'),
  ])
  expect(two.template).toBe('200px 150px minmax(100px, 200fr)')
  expect(two.pins).toEqual(
    new Map([
      ['user', 0],
      ['email', 200],
    ]),
  )
})
