import { canBeColumn } from '#src/web/users/columns/column-changes.ts'
import { attributeColumn, builtInIds } from '#src/domain/columns.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnSettings, ShownColumn } from './column-settings.ts'
import {
  builtInColumns,
  densities,
  plainSettings,
  readSettings,
  writeSettings,
} from './column-settings.ts'

const column = (id: string, more: Partial<ShownColumn> = {}): ShownColumn => ({
  id,
  width: null,
  pinned: false,
  ...more,
})
const ids = (columns: readonly ShownColumn[]) => columns.map(({ id }) => id)
const read = (text: string) => readSettings(new URLSearchParams(text))

test('settings survive the way through an address, whatever the attributes are called', () => {
  const id = fc.oneof(
    fc.constantFrom(...builtInIds),
    fc.string({ unit: 'binary', minLength: 1 }).filter(canBeColumn).map(attributeColumn),
  )
  const shown = fc.record({
    id,
    width: fc.option(fc.integer({ min: 48, max: 1_200 })),
    pinned: fc.boolean(),
  })
  const settings: fc.Arbitrary<ColumnSettings> = fc.record({
    columns: fc.option(
      fc.uniqueArray(shown, { selector: (one) => one.id, minLength: 1, maxLength: 8 }),
    ),
    density: fc.constantFrom(...densities),
    dates: fc.boolean(),
  })
  fc.assert(
    fc.property(settings, (before) => {
      const address = writeSettings(new URLSearchParams('created=30d'), before).toString()
      expect(read(address)).toEqual(before)
      expect(new URLSearchParams(address).get('created')).toBe('30d')
    }),
  )
})

test('what most people choose reads well in an address', () => {
  const columns = [
    column('user', { pinned: true }),
    column('email', { width: 220 }),
    column('_plan'),
  ]
  const settings = { ...plainSettings, columns, density: 'compact' as const }
  expect(writeSettings(new URLSearchParams(), settings).toString()).toBe(
    'columns=user*.email-220._plan&density=compact',
  )
})

test('an address that says nothing of columns leaves them to the operator', () => {
  expect(read('created=30d')).toBeNull()
})

test.each([
  'columns=',
  'columns=default',
  'columns=nonsense',
  'columns=%25.%25%25',
  'columns=_',
  'density=huge',
])('%s is read as the built-in choice', (text) => {
  expect(read(text)).toEqual(plainSettings)
})

test('any text at all gives valid settings', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (columns, density) => {
      const settings = readSettings(new URLSearchParams({ columns, density }))
      expect(densities).toContain(settings?.density)
      expect(settings?.columns?.length ?? 1).toBeGreaterThan(0)
    }),
  )
})

test('columns come once, and no wider than a screen', () => {
  expect(read('columns=email.email-300.user-99999')?.columns).toEqual([
    column('email'),
    column('user', { width: 1_200 }),
  ])
})

test('a narrow list keeps user, reach and created; what the platform never tells has no column', () => {
  const can = {
    createdRange: 'scan',
    previousPage: false,
    devices: 'list',
    order: 'unspecified',
    suppression: true,
    slack: true,
    names: true,
    nationalNumbers: 'us',
    skipsSilently: false,
  } as const
  expect(ids(builtInColumns(390, { ...can, lastSeen: true }))).toEqual(['user', 'reach', 'created'])
  expect(ids(builtInColumns(1_400, { ...can, lastSeen: false }))).not.toContain('lastSeen')
})
