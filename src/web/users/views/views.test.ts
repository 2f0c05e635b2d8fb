import { expect, test } from 'vitest'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import { plainSettings } from '#src/web/users/column-settings.ts'
import type { SavedViews } from './saved-views.ts'
import { readViews, viewSearch } from './saved-views.ts'
import {
  pinView,
  removeView,
  renameView,
  replaceView,
  saveView,
  setDefault,
} from './view-changes.ts'

const none: SavedViews = { views: [], defaults: {} }
const one = saveView(none, 'v1', 'Fresh', 'created=7d')
const search = (text: string, settings: ColumnSettings = plainSettings) =>
  viewSearch(new URLSearchParams(text), settings)

test('a view is the address with its columns, and not who is open', () => {
  const settings = { ...plainSettings, columns: [{ id: 'email', width: 200, pinned: false }] }
  expect(search('user=cust-1&created=7d', settings)).toBe('columns=email-200&created=7d')
})

test('the same view is the same text, in whatever order its parts came, and wherever its columns are kept', () => {
  expect(search('zone=UTC&created=7d')).toBe(search('created=7d&zone=UTC&columns=default'))
  expect(search('created=7d')).not.toBe(search('created=30d'))
})

test('a view is saved under a clean name, pinned, and again under the same name', () => {
  const { views } = saveView(none, 'v1', '  Fresh \n ones ', 'created=7d')
  expect(views).toEqual([{ id: 'v1', name: 'Fresh ones', search: 'created=7d', pinned: true }])
  expect(saveView(one, 'v2', 'FRESH', 'created=30d').views).toEqual([
    { id: 'v1', name: 'Fresh', search: 'created=30d', pinned: true },
  ])
  expect(saveView(one, 'v2', '   ', 'x').views).toBe(one.views)
})

test('a view is renamed, replaced, unpinned and removed', () => {
  expect(renameView(one, 'v1', 'New').views[0]?.name).toBe('New')
  expect(renameView(one, 'v1', ' ')).toBe(one)
  expect(replaceView(one, 'v1', 'created=1d').views[0]?.search).toBe('created=1d')
  expect(pinView(one, 'v1', false).views[0]?.pinned).toBe(false)
  expect(removeView(one, 'v1').views).toEqual([])
})

test('an environment opens with its default until that is removed', () => {
  const chosen = setDefault(one, 'production', 'v1')
  expect(chosen.defaults).toEqual({ production: 'v1' })
  expect(setDefault(chosen, 'production', null).defaults).toEqual({})
  expect(removeView(chosen, 'v1').defaults).toEqual({})
})

test('what was stored is read again, and a view that cannot be read costs itself alone', () => {
  const stored: unknown = JSON.parse(JSON.stringify(setDefault(one, 'production', 'v1')))
  expect(readViews(stored)).toEqual(setDefault(one, 'production', 'v1'))
  expect(
    readViews({ views: [7, { id: 'v2' }, ...one.views], defaults: { a: 'gone', b: 'v1', c: 7 } }),
  ).toEqual({ views: one.views, defaults: { b: 'v1' } })
  expect(readViews({ views: 'none' })).toBeNull()
  expect(readViews(null)).toBeNull()
})
