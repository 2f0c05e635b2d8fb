import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoIn, offsetOf } from './exact-time.ts'

test.each([
  ['2026-03-03T08:05:12Z', 'UTC', '2026-03-03T08:05:12+00:00'],
  ['2026-03-03T08:05:12Z', 'Europe/Berlin', '2026-03-03T09:05:12+01:00'],
  ['2026-03-03T08:05:12.250Z', 'America/St_Johns', '2026-03-03T04:35:12.250-03:30'],
  ['2026-03-03T09:05:12+01:00', 'Asia/Kathmandu', '2026-03-03T13:50:12+05:45'],
  // The hour that comes twice in Lisbon: the offset says which.
  ['2026-10-25T00:30:00Z', 'Europe/Lisbon', '2026-10-25T01:30:00+01:00'],
  ['2026-10-25T01:30:00Z', 'Europe/Lisbon', '2026-10-25T01:30:00+00:00'],
  // The day that Apia did not have.
  ['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31T00:00:00+14:00'],
])('%s is, by the clocks of %s, %s', (iso, zone, exact) => {
  expect(isoIn(iso, zone)).toBe(exact)
})

test('whatever the zone, what is copied is the same instant', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const instants = fc.date({
    min: new Date('1900-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  })
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      expect(Date.parse(isoIn(instant.toISOString(), zone))).toBe(instant.getTime())
    }),
  )
})

test('an offset is that of the instant, summer and winter', () => {
  expect(offsetOf(Date.parse('2026-07-01T00:00:00Z'), 'Europe/Lisbon')).toBe('+01:00')
  expect(offsetOf(Date.parse('2026-01-01T00:00:00Z'), 'Europe/Lisbon')).toBe('+00:00')
})
