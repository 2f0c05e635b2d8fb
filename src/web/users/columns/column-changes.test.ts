import { expect, test } from 'vitest'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { canBeColumn, changeColumn, moveColumn, toggleColumn } from './column-changes.ts'

const column = (id: string, more: Partial<ShownColumn> = {}): ShownColumn => ({
  id,
  width: null,
  pinned: false,
  ...more,
})
const ids = (columns: readonly ShownColumn[]) => columns.map(({ id }) => id)

test('a column shown comes last, one hidden goes, and the last one stays', () => {
  const columns = [column('user'), column('email')]
  expect(ids(toggleColumn(columns, 'locale'))).toEqual(['user', 'email', 'locale'])
  expect(ids(toggleColumn(columns, 'user'))).toEqual(['email'])
  expect(ids(toggleColumn([column('email')], 'email'))).toEqual(['email'])
})

test('a pinned column that is shown again stands first again', () => {
  expect(ids(toggleColumn([column('email')], 'user'))).toEqual(['user', 'email'])
})

test('a column moves to a place, and no further than the ends', () => {
  const columns = ['user', 'email', 'phone', 'reach'].map((id) => column(id))
  expect(ids(moveColumn(columns, 'user', 2))).toEqual(['email', 'phone', 'user', 'reach'])
  expect(ids(moveColumn(columns, 'reach', -5))).toEqual(['reach', 'user', 'email', 'phone'])
  expect(ids(moveColumn(columns, 'user', 99))).toEqual(['email', 'phone', 'reach', 'user'])
  expect(moveColumn(columns, 'gone', 0)).toBe(columns)
})

test('pinned columns stand first, wherever they are moved', () => {
  const columns = [column('user', { pinned: true }), column('email'), column('phone')]
  expect(ids(changeColumn(columns, 'phone', { pinned: true }))).toEqual(['user', 'phone', 'email'])
  expect(ids(moveColumn(columns, 'user', 2))).toEqual(['user', 'email', 'phone'])
})

test('an attribute that no address can hold is no column', () => {
  expect(canBeColumn('plan')).toBe(true)
  expect(canBeColumn('half \uD83D')).toBe(false)
  expect(canBeColumn('')).toBe(false)
})
