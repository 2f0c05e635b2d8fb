import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt } from '#src/web/lib/time.ts'
import { describeDates, readDates, resolveDates, writeDates } from './dates.ts'

const now = Date.parse('2026-11-22T23:30:00Z')

test('the last 30 days are today and the 29 days before it, in the chosen zone', () => {
  expect(resolveDates({ preset: '30d' }, 'UTC', dayAt(now, 'UTC'))).toEqual({
    after: '2026-10-24T00:00:00.000Z',
    before: '2026-11-23T00:00:00.000Z',
  })
  // In Tokyo it is the 23rd already.
  expect(resolveDates({ preset: '30d' }, 'Asia/Tokyo', dayAt(now, 'Asia/Tokyo'))).toEqual({
    after: '2026-10-24T15:00:00.000Z',
    before: '2026-11-23T15:00:00.000Z',
  })
})

test('whoever was not seen for 30 days was last seen before the last 30 days began', () => {
  const { after, before } = resolveDates(
    { preset: 'not-30d' },
    'Asia/Tokyo',
    dayAt(now, 'Asia/Tokyo'),
  )
  expect(after).toBeNull()
  expect(before).toBe(resolveDates({ preset: '30d' }, 'Asia/Tokyo', dayAt(now, 'Asia/Tokyo')).after)
})

test('a range runs from the start of its first day to the end of its last, over a change of clocks', () => {
  expect(
    resolveDates(
      { from: '2026-03-28', to: '2026-03-29' },
      'Europe/Berlin',
      dayAt(now, 'Europe/Berlin'),
    ),
  ).toEqual({
    after: '2026-03-27T23:00:00.000Z',
    before: '2026-03-29T22:00:00.000Z',
  })
})

test('an open end stays open, and no filter asks for nothing', () => {
  expect(resolveDates({ from: '2026-03-01', to: null }, 'UTC', dayAt(now, 'UTC')).before).toBeNull()
  expect(resolveDates({ from: null, to: '2026-03-01' }, 'UTC', dayAt(now, 'UTC')).after).toBeNull()
  expect(resolveDates(null, 'UTC', dayAt(now, 'UTC'))).toEqual({ after: null, before: null })
})

test('a range written backwards is turned round', () => {
  expect(readDates('2026-03-31..2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-31' })
})

test('any text at all reads as a filter that writes and reads back the same, or as none', () => {
  const day = fc.date({
    min: new Date('1970-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  const near = fc
    .tuple(day, day)
    .map(([a, b]) => `${a.toISOString().slice(0, 10)}..${b.toISOString().slice(0, 10)}`)
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), near, fc.constantFrom('30d', 'today', 'not-90d', '..', '2026-02-30..')),
      (text) => {
        const read = readDates(text)
        expect(read === null ? null : readDates(writeDates(read))).toEqual(read)
      },
    ),
  )
})

test('says what a filter means', () => {
  expect(describeDates({ preset: '30d' })).toBe('Last 30 days')
  expect(describeDates({ from: '2026-03-03', to: null })).toBe('since 3 Mar 2026')
  expect(describeDates({ from: null, to: '2026-02-28' })).toBe('before 1 Mar 2026')
  expect(describeDates({ preset: 'not-30d' })).toBe('Not for 30 days')
  expect(describeDates({ from: '2026-03-03', to: '2026-03-03' })).toBe('3 Mar 2026')
  expect(describeDates({ from: '2026-03-03', to: '2026-04-01' })).toBe('3 Mar 2026 – 1 Apr 2026')
})

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-03', '2026-03-01', '2026-03-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-03-05', '2026-03-05', '2026-03-05'],
])('%s alone, as somebody types it into an address, is all of its days', (text, from, to) => {
  expect(readDates(text)).toEqual({ from, to })
})

test.each(['2026-13', '2026-00', '2026-02-30', '26', 'banana', '2026-3', '-2026'])(
  '%s is no dates',
  (text) => {
    expect(readDates(text)).toBeNull()
  },
)
