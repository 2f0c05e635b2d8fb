import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', {
  getItem: (name: string) =>
    name === 'rollcall.language' ? JSON.stringify({ version: 1, value: 'de' }) : null,
})
const { writeDates } = await import('#src/web/users/dates.ts')
const { readTyped } = await import('./typed-dates.ts')

const read = (text: string): string => {
  const typed = readTyped(text, '2026-11-22')
  return 'dates' in typed ? writeDates(typed.dates) : typed.problem
}

test.each([
  ['heute', 'today'],
  ['gestern', '2026-11-21..2026-11-21'],
  ['vorgestern', '2026-11-20..2026-11-20'],
  ['vor 3 Tagen', '2026-11-19..2026-11-19'],
  ['letzte Woche', '2026-11-09..2026-11-15'],
  ['dieser Monat', '2026-11-01..2026-11-30'],
  ['im letzten Jahr', '2025-01-01..2025-12-31'],
  ['die letzten 30 Tage', '30d'],
  ['seit 3. März', '2026-03-03..'],
  ['ab dem 3. März 2026', '2026-03-03..'],
  ['vor dem 1. Januar 2026', '..2025-12-31'],
  ['bis Ende', 'Nicht verstanden'],
  ['3. März 2026', '2026-03-03..2026-03-03'],
  ['3.4.2026', '2026-04-03..2026-04-03'],
  ['3.–10. März 2026', '2026-03-03..2026-03-10'],
  ['vom 3. bis 10. März', '2026-03-03..2026-03-10'],
  ['von 3. März bis 10. April 2026', '2026-03-03..2026-04-10'],
  ['Dez. 2025', '2025-12-01..2025-12-31'],
  ['1. Quartal 2026', '2026-01-01..2026-03-31'],
  ['Q1 2026', '2026-01-01..2026-03-31'],
])('“%s”, typed in German, is %s', (text, dates) => {
  expect(read(text)).toContain(dates)
})

test.each([
  ['last week', '2026-11-09..2026-11-15'],
  ['since 3 March', '2026-03-03..'],
  ['2026-03', '2026-03-01..2026-03-31'],
])('English is understood too: %s', (text, dates) => {
  expect(read(text)).toBe(dates)
})

test('with strokes it could still be two days', () => {
  expect(read('3/4/2026')).toMatch(/^Schreiben Sie/)
})
