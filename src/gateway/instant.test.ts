import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { parseInstant } from './instant.ts'

test.each([
  ['2026-01-31T00:00:00Z', Date.UTC(2026, 0, 31)],
  ['2026-01-31T23:59Z', Date.UTC(2026, 0, 31, 23, 59)],
  ['2026-01-31T00:00:00.5Z', Date.UTC(2026, 0, 31) + 500],
  ['2026-01-31T00:00:00+02:00', Date.UTC(2026, 0, 30, 22)],
  ['2026-01-31T00:00:00-11:30', Date.UTC(2026, 0, 31, 11, 30)],
  ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
  ['0050-01-01T00:00:00Z', Date.parse('0050-01-01T00:00:00Z')],
])('%s is one moment everywhere', (text, instant) => {
  expect(parseInstant(text)).toBe(instant)
})

test('a finer fraction is rounded up, so that both ends of a range stay exact', () => {
  const base = Date.UTC(2026, 0, 1)
  expect(parseInstant('2026-01-01T00:00:00.000001Z')).toBe(base + 1)
  expect(parseInstant('2026-01-01T00:00:00.001Z')).toBe(base + 1)
  expect(parseInstant('2026-01-01T00:00:00.999999999Z')).toBe(base + 1000)
  expect(parseInstant('2026-01-01T00:00:00.000000000Z')).toBe(base)
})

test.each([
  '',
  '2026-01-01',
  '2026-01-01T00:00:00',
  '2026-01-01 00:00:00Z',
  '2026-01-01t00:00:00z',
  '2026-01-01T24:00:00Z',
  '2026-01-01T23:60:00Z',
  '2026-01-01T23:59:60Z',
  '2026-13-01T00:00:00Z',
  '2026-00-10T00:00:00Z',
  '2026-01-00T00:00:00Z',
  '2026-02-29T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-01-01T00:00:00+24:00',
  '2026-01-01T00:00:00+0100',
  '2026-01-01T00:00:00.Z',
  '+012026-01-01T00:00:00Z',
  '1767225600',
  'now',
  ' 2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00Z\n',
])('%j is refused', (text) => {
  expect(parseInstant(text)).toBeNull()
})

test('agrees with Date about every instant that Date writes', () => {
  const dates = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(dates, (date) => {
      expect(parseInstant(date.toISOString())).toBe(date.getTime())
    }),
  )
})
