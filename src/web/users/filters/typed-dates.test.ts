import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAt } from '#src/web/lib/time.ts'
import { describeDates, readDates, resolveDates, writeDates } from '#src/web/users/dates.ts'
import { readTyped } from './typed-dates.ts'

// A Sunday evening in Europe; in Kiritimati it is Monday already, in Los Angeles still morning.
const now = Date.parse('2026-11-22T19:00:00Z')
const berlin = 'Europe/Berlin'

const read = (text: string, zone = berlin, at = now): string => {
  const typed = readTyped(text, dayAt(at, zone))
  return 'dates' in typed ? writeDates(typed.dates) : 'not understood'
}

describe('one day, month, quarter or year', () => {
  test.each([
    ['2026-03-05', '2026-03-05..2026-03-05'],
    ['2026-3-5', '2026-03-05..2026-03-05'],
    ['2026/03/05', '2026-03-05..2026-03-05'],
    ['2026-03', '2026-03-01..2026-03-31'],
    ['2028-02', '2028-02-01..2028-02-29'],
    ['2025', '2025-01-01..2025-12-31'],
    ['Q1 2026', '2026-01-01..2026-03-31'],
    ['"2026-03"', '2026-03-01..2026-03-31'],
    ['“last week”', '2026-11-09..2026-11-15'],
    ['Q1', '2026-01-01..2026-03-31'],
    ['q4', '2026-10-01..2026-12-31'],
    ['3 March - 1 March', '2026-03-01..2026-03-03'],
    ['10 November - 5 December', '2026-11-10..2026-12-05'],
    ['3 March 2026', '2026-03-03..2026-03-03'],
    ['3rd of March 2026', '2026-03-03..2026-03-03'],
    ['March 3, 2026', '2026-03-03..2026-03-03'],
    ['on 3 mar. 2026', '2026-03-03..2026-03-03'],
    ['March 2026', '2026-03-01..2026-03-31'],
    ['in Sept 2025', '2025-09-01..2025-09-30'],
    ['  3   MARCH  ', '2026-03-03..2026-03-03'],
    // Without a year: the latest there was.
    ['22 November', '2026-11-22..2026-11-22'],
    ['23 November', '2025-11-23..2025-11-23'],
    ['december', '2025-12-01..2025-12-31'],
    ['29 February', '2024-02-29..2024-02-29'],
  ])('%s is %s', (text, dates) => {
    expect(read(text)).toBe(dates)
  })
})

describe('words', () => {
  test.each([
    ['today', 'today'],
    ['yesterday', '2026-11-21..2026-11-21'],
    ['3 days ago', '2026-11-19..2026-11-19'],
    ['this week', '2026-11-16..2026-11-22'],
    ['last week', '2026-11-09..2026-11-15'],
    ['this month', '2026-11-01..2026-11-30'],
    ['last month', '2026-10-01..2026-10-31'],
    ['this quarter', '2026-10-01..2026-12-31'],
    ['last quarter', '2026-07-01..2026-09-30'],
    ['this year', '2026-01-01..2026-12-31'],
    ['last year', '2025-01-01..2025-12-31'],
    // The ready-made ranges, which move on with the days.
    ['last 30 days', '30d'],
    ['the past 7 days', '7d'],
    ['last 1 week', '7d'],
    ['last 2 weeks', '2026-11-09..2026-11-22'],
    ['last 3 months', '2026-08-23..2026-11-22'],
    ['last 2 years', '2024-11-23..2026-11-22'],
  ])('%s is %s', (text, dates) => {
    expect(read(text)).toBe(dates)
  })

  test('a month without the day of today ends earlier', () => {
    expect(read('last 3 months', 'UTC', Date.parse('2026-05-31T12:00:00Z'))).toBe(
      '2026-03-01..2026-05-31',
    )
  })
})

describe('open ends and ranges', () => {
  test.each([
    ['since 3 March', '2026-03-03..'],
    ['since yesterday', '2026-11-21..'],
    ['since last month', '2026-10-01..'],
    ['from 2026-03', '2026-03-01..'],
    ['after 3 March', '2026-03-04..'],
    ['after March 2026', '2026-04-01..'],
    ['before 1 Feb 2026', '..2026-01-31'],
    ['before this month', '..2026-10-31'],
    ['until 1 Feb 2026', '..2026-02-01'],
    ['up to 2026-02', '..2026-02-28'],
    ['3–10 March 2026', '2026-03-03..2026-03-10'],
    ['3-10 march', '2026-03-03..2026-03-10'],
    ['March 3–10', '2026-03-03..2026-03-10'],
    ['March 3 - 10, 2025', '2025-03-03..2025-03-10'],
    ['3 March – 10 April 2026', '2026-03-03..2026-04-10'],
    ['20 December to 10 January 2026', '2025-12-20..2026-01-10'],
    ['20 December to 10 January', '2025-12-20..2026-01-10'],
    ['20 November - 25 November', '2026-11-20..2026-11-25'],
    ['between 3 March and 10 April', '2026-03-03..2026-04-10'],
    ['from 2026-03-01 to 2026-03-29', '2026-03-01..2026-03-29'],
    ['2026-03-01..2026-03-29', '2026-03-01..2026-03-29'],
    ['2026-03-01 - 2026-03-29', '2026-03-01..2026-03-29'],
    ['2026-03 to 2026-05', '2026-03-01..2026-05-31'],
    ['Mar-May 2026', '2026-03-01..2026-05-31'],
    ['March to today', '2026-03-01..2026-11-22'],
    // Backwards is turned round.
    ['10 April 2026 to 3 March 2026', '2026-03-03..2026-04-10'],
  ])('%s is %s', (text, dates) => {
    expect(read(text)).toBe(dates)
  })
})

test.each([
  '',
  ' ',
  'soon',
  'foo 2026',
  '30 February 2026',
  '2026-13',
  '2026-02-30',
  '0000-01',
  '1969',
  '9999',
  'last 0 days',
  'last 9999 years',
  'ma 2026',
  '3',
  '3-10',
  '32 March',
  'since',
  'since soon',
  'before 1970-01-01',
  '2026-03-01-2026-03-05',
  'between 3 March',
])('%j is not understood, and never guessed at', (text) => {
  expect(read(text)).toBe('not understood')
})

test.each(['3/4/2026', '3/4', '03.04.2026', 'since 3.4.', '3/4 - 5/4'])(
  '%s could be two days, which is said',
  (text) => {
    const typed = readTyped(text, dayAt(now, berlin))
    expect('problem' in typed && typed.problem).toContain('two days')
  },
)

describe('in the zone of the view', () => {
  const zones = ['America/Los_Angeles', 'Europe/Berlin', 'Pacific/Kiritimati'] as const

  test('today is the day that it is there', () => {
    expect(zones.map((zone) => read('yesterday', zone))).toEqual([
      '2026-11-21..2026-11-21',
      '2026-11-21..2026-11-21',
      '2026-11-22..2026-11-22',
    ])
    expect(zones.map((zone) => read('this week', zone))).toEqual([
      '2026-11-16..2026-11-22',
      '2026-11-16..2026-11-22',
      '2026-11-23..2026-11-29',
    ])
    expect(zones.map((zone) => read('23 November', zone))).toEqual([
      '2025-11-23..2025-11-23',
      '2025-11-23..2025-11-23',
      '2026-11-23..2026-11-23',
    ])
  })

  test.each([
    // Los Angeles loses an hour on 8 March and gains one on 1 November; Berlin on 29 March and 25 October.
    ['2026-03-08', 'America/Los_Angeles', '2026-03-08T08:00:00.000Z', '2026-03-09T07:00:00.000Z'],
    ['1 November', 'America/Los_Angeles', '2026-11-01T07:00:00.000Z', '2026-11-02T08:00:00.000Z'],
    ['2026-03', 'America/Los_Angeles', '2026-03-01T08:00:00.000Z', '2026-04-01T07:00:00.000Z'],
    ['29 March 2026', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'],
    ['25 Oct 2026', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', '2026-10-25T23:00:00.000Z'],
    ['last month', 'Europe/Berlin', '2026-09-30T22:00:00.000Z', '2026-10-31T23:00:00.000Z'],
    ['2026-03-08', 'Pacific/Kiritimati', '2026-03-07T10:00:00.000Z', '2026-03-08T10:00:00.000Z'],
    ['today', 'Pacific/Kiritimati', '2026-11-22T10:00:00.000Z', '2026-11-23T10:00:00.000Z'],
    ['since 3 March', 'Pacific/Kiritimati', '2026-03-02T10:00:00.000Z', null],
    ['before 1 Feb 2026', 'America/Los_Angeles', null, '2026-02-01T08:00:00.000Z'],
  ])('%s in %s is from %s to just before %s', (text, zone, after, before) => {
    const typed = readTyped(text, dayAt(now, zone))
    const dates = 'dates' in typed ? typed.dates : null
    expect(resolveDates(dates, zone, dayAt(now, zone))).toEqual({ after, before })
  })

  test('the year begins and ends where it does there', () => {
    const newYear = Date.parse('2027-01-01T05:00:00Z')
    expect(zones.map((zone) => read('this month', zone, newYear))).toEqual([
      '2026-12-01..2026-12-31',
      '2027-01-01..2027-01-31',
      '2027-01-01..2027-01-31',
    ])
  })
})

const day = fc
  .integer({ min: Date.parse('1971-01-01'), max: Date.parse('2090-12-31') })
  .map((instant) => dayAt(instant, 'UTC'))

test('whatever is typed gives dates that the address can hold, or a problem', () => {
  const words =
    'last since 3 10 - – march 2026 2026-03 days to week 9999 before q1 months ago .. today 1 february 30 and between'
  const word = fc.constantFrom(...words.split(' '))
  const sentence = fc.array(word, { maxLength: 7 }).map((some) => some.join(' '))
  fc.assert(
    fc.property(fc.oneof(sentence, fc.string()), (text) => {
      const typed = readTyped(text, dayAt(now, berlin))
      if ('problem' in typed) return
      expect(readDates(writeDates(typed.dates))).toEqual(typed.dates)
    }),
    { numRuns: 2000 },
  )
})

test('what a chip says can be typed again, and means the same', () => {
  const dates = fc.oneof(
    fc.constantFrom('today', '7d', '30d').map((preset) => ({ preset })),
    fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })),
    day.map((from) => ({ from, to: null })),
    day.map((to) => ({ from: null, to })),
  )
  fc.assert(
    fc.property(dates, (meant) => {
      expect(readTyped(describeDates(meant), dayAt(now, berlin))).toEqual({ dates: meant })
    }),
  )
})
