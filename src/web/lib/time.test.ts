import { TZDate } from '@date-fns/tz'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  dayAt,
  formatExact,
  formatRelative,
  formatShort,
  isDay,
  isZone,
  startOfDay,
} from './time.ts'

const iso = (instant: number) => new Date(instant).toISOString()

test.each([
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
  ['2026-03-08', 'America/Los_Angeles', '2026-03-08T08:00:00.000Z'],
  ['2026-03-09', 'America/Los_Angeles', '2026-03-09T07:00:00.000Z'],
  ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
  ['2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
])('the day %s begins in %s at %s, whatever its clocks do that day', (day, zone, begins) => {
  expect(iso(startOfDay(day, zone))).toBe(begins)
})

test('a day whose midnight does not exist begins when its clocks do', () => {
  // In Cairo, clocks went from 24:00 on 25 April 2024 straight to 01:00.
  const begins = startOfDay('2024-04-26', 'Africa/Cairo')
  expect(iso(begins)).toBe('2024-04-25T22:00:00.000Z')
  expect(dayAt(begins, 'Africa/Cairo')).toBe('2024-04-26')
  expect(dayAt(begins - 1, 'Africa/Cairo')).toBe('2024-04-25')
})

test('a day whose midnight comes twice begins at the first', () => {
  // In Amman, clocks went from 01:00 back to 00:00 on 29 October 2021.
  expect(iso(startOfDay('2021-10-29', 'Asia/Amman'))).toBe('2021-10-28T21:00:00.000Z')
})

test('in every zone and year a day begins with its first instant, and not one before', () => {
  const anywhere = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const anyTime = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2037) })
  fc.assert(
    fc.property(anywhere, anyTime, (zone, instant) => {
      const day = dayAt(instant, zone)
      expect(day).toBe(new TZDate(instant, zone).toISOString().slice(0, 10))
      const begins = startOfDay(day, zone)
      expect(begins).toBeLessThanOrEqual(instant)
      expect(dayAt(begins, zone)).toBe(day)
      expect(dayAt(begins - 1, zone) < day).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('the same instant falls on different days in different zones', () => {
  const instant = Date.parse('2026-01-01T05:00:00Z')
  expect(dayAt(instant, 'Pacific/Kiritimati')).toBe('2026-01-01')
  expect(dayAt(instant, 'America/Los_Angeles')).toBe('2025-12-31')
})

test('days are counted by the calendar, over month ends and leap days', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
})

test.each(['2026-02-30', '2026-13-01', '0000-01-01', '275760-09-13', '2026-1-1', '', 'today'])(
  'refuses %s as a day',
  (text) => {
    expect(isDay(text)).toBe(false)
  },
)

test('knows zones that exist and refuses those that do not', () => {
  expect(isZone('Asia/Kathmandu')).toBe(true)
  expect(isZone('Mars/Phobos')).toBe(false)
  expect(isZone('')).toBe(false)
})

test('tells a time shortly this year, with the year otherwise, and exactly with its zone', () => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  expect(formatShort('2026-03-03T08:05:12.000Z', 'UTC', now)).toBe('3 Mar 08:05')
  expect(formatShort('2025-03-03T08:05:12.000Z', 'UTC', now)).toBe('3 Mar 2025')
  expect(formatExact('2026-07-03T08:05:12.000Z', 'Europe/Berlin')).toMatch(
    /^Fri, 3 Jul 2026, 10:05:12 (CEST|GMT\+2)$/,
  )
})

test.each([
  [0, 'just now'],
  [59, 'just now'],
  [61, '1m ago'],
  [7_300, '2h ago'],
  [3 * 86_400, '3d ago'],
  [800 * 86_400, '2y ago'],
])('%d seconds ago reads "%s"', (seconds, words) => {
  const now = Date.parse('2026-11-22T12:00:00Z')
  expect(formatRelative(iso(now - seconds * 1000), now)).toBe(words)
})
