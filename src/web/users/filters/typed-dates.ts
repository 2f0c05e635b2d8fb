import type { Day } from '#src/web/lib/time.ts'
import { addDays, isDay } from '#src/web/lib/time.ts'
import type { Dates } from '#src/web/users/dates.ts'
import { presets } from '#src/web/users/dates.ts'
import { panels } from '#src/web/words/panels.ts'
import { language } from '#src/web/words/language.ts'
import { fromGerman } from './german-dates.ts'
import { months } from './month-names.ts'

/** What a typed text means, or why it means nothing. */
export type Typed = { readonly dates: Dates } | { readonly problem: string }

/** Whole days, both included. */
type Span = { readonly from: Day; readonly to: Day }

/** A month or a day as it was written: without a year it is the latest there was. Months count from 1. */
type Written = { readonly year: number | null; readonly month: number; readonly day: number | null }

/** The month of a name, or of its first three letters or more; 0 for none. */
const monthOf = (word: string): number =>
  word.length < 3 ? 0 : months.findIndex((name) => name.startsWith(word)) + 1

const pad = (part: number, length = 2) => String(part).padStart(length, '0')
const dayOf = (year: number, month: number, day: number): Day =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`

/** All days of so many months, from a month that may lie outside 1 to 12. */
function monthsFrom(year: number, month: number, count: number): Span {
  const first = (shift: number): Day => {
    const index = year * 12 + month - 1 + shift
    return dayOf(Math.floor(index / 12), (index % 12) + 1, 1)
  }
  return { from: first(0), to: addDays(first(count), -1) }
}

const numberIn = (text: string | undefined): number | null =>
  text === undefined ? null : Number(text)

const nth = '(?:st|nd|rd|th)?'
const dayFirst = new RegExp(`^(\\d{1,2})${nth}(?: of)? ([a-z]+)[.,]*(?: (\\d{4}))?$`)
const monthFirst = new RegExp(`^([a-z]+)\\.? (\\d{1,2})${nth}(?:,? (\\d{4}))?$`)

const asWritten = (
  year: string | undefined,
  month: number,
  day: string | undefined,
): Written | null =>
  month < 1 || month > 12 ? null : { year: numberIn(year), month, day: numberIn(day) }

function readWritten(text: string): Written | null {
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)
  if (iso !== null) return asWritten(iso[1], Number(iso[2]), iso[3])
  const first = dayFirst.exec(text)
  if (first !== null) return asWritten(first[3], monthOf(first[2] ?? ''), first[1])
  const second = monthFirst.exec(text)
  if (second !== null) return asWritten(second[3], monthOf(second[1] ?? ''), second[2])
  const alone = /^([a-z]+)[.,]*(?: (\d{4}))?$/.exec(text)
  return alone === null ? null : asWritten(alone[2], monthOf(alone[1] ?? ''), undefined)
}

/** What was written in a year of its own, else in the latest in which it begins by `latest`. Null: no such day. */
function spanOf({ year, month, day }: Written, latest: Day): Span | null {
  const newest = Number(latest.slice(0, 4))
  // Back far enough for a 29 February.
  const years = year === null ? Array.from({ length: 9 }, (_, back) => newest - back) : [year]
  for (const candidate of years) {
    const from = dayOf(candidate, month, day ?? 1)
    if (!isDay(from) || (year === null && from > latest)) continue
    return day === null ? monthsFrom(candidate, month, 1) : { from, to: from }
  }
  return null
}

const units = { day: 1, week: 7 } as const

/** "yesterday", "last week", "3 days ago", "this month", "2026", "q1 2026". */
function readRelative(text: string, today: Day): Span | null {
  const [year = 1970, month = 1] = today.split('-').map(Number)
  if (text === 'today' || text === 'now') return { from: today, to: today }
  const ago = text === 'yesterday' ? 1 : numberIn(/^(\d{1,4}) days? ago$/.exec(text)?.[1])
  if (ago !== null) return { from: addDays(today, -ago), to: addDays(today, -ago) }
  const [, which, unit] = /^(this|last|previous|past) (week|month|quarter|year)$/.exec(text) ?? []
  const back = which === 'this' ? 0 : 1
  if (unit === 'week') {
    // Weeks begin on Monday (ISO 8601), as in the calendar.
    const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
    const from = addDays(today, -weekday - 7 * back)
    return { from, to: addDays(from, 6) }
  }
  if (unit === 'month') return monthsFrom(year, month - back, 1)
  if (unit === 'quarter') return monthsFrom(year, Math.floor((month - 1) / 3) * 3 + 1 - 3 * back, 3)
  if (unit === 'year') return monthsFrom(year - back, 1, 12)
  const alone = /^q([1-4])$/.exec(text)?.[1]
  if (alone !== undefined) {
    // Without a year it is the latest that has begun, as a month is.
    const begun = Number(alone) * 3 - 2 <= month
    return monthsFrom(begun ? year : year - 1, Number(alone) * 3 - 2, 3)
  }
  const [, quarter, ofYear] = /^(?:q([1-4]) )?(\d{4})$/.exec(text) ?? []
  if (ofYear === undefined || !isDay(`${ofYear}-01-01`)) return null
  return quarter === undefined
    ? monthsFrom(Number(ofYear), 1, 12)
    : monthsFrom(Number(ofYear), Number(quarter) * 3 - 2, 3)
}

const readSpan = (text: string, today: Day): Span | null => {
  const written = readWritten(text)
  return written === null ? readRelative(text, today) : spanOf(written, today)
}

/** "last 30 days", "past 2 weeks", "last 3 months": up to today. */
function readLast(text: string, today: Day): Dates | null {
  const [, count, unit] =
    /^(?:the )?(?:last|past|previous) (\d{1,4}) (day|week|month|year)s?$/.exec(text) ?? []
  if (count === undefined || Number(count) === 0) return null
  if (unit === 'day' || unit === 'week') {
    const days = Number(count) * units[unit]
    const preset = presets.find((candidate) => candidate.days === days)
    return preset === undefined
      ? { from: addDays(today, 1 - days), to: today }
      : { preset: preset.id }
  }
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number)
  const back = Number(count) * (unit === 'year' ? 12 : 1)
  if (back > 1200) return null
  const { from, to } = monthsFrom(year, month - back, 1)
  // A month without that day ends earlier: three months before 31 May begin on 1 March.
  const start = addDays(from, day)
  return { from: start > to ? addDays(to, 1) : start, to: today }
}

const separators = [/ ?\.{2,3} ?/, / (?:to|until|till|through|and) /, / - /, /-/]
const bareDay = new RegExp(`^(\\d{1,2})${nth}(?:,? (\\d{4}))?$`)

/** "3-10 march 2026", "march 3-10", "3 march to 10 april 2026", "2026-03 to today". */
function readBetween(text: string, today: Day): Span | null {
  for (const separator of separators) {
    const [left, right, ...rest] = text.replace(/^(?:between|from) /, '').split(separator)
    if (left === undefined || right === undefined || rest.length > 0) continue
    const found = between(left, right, today)
    if (found !== null) return found
  }
  return null
}

/** Each end takes from the other what it leaves out: the month, and the year where the range stays in order. */
function between(left: string, right: string, today: Day): Span | null {
  const [, lastDay, itsYear] = bareDay.exec(right) ?? []
  const [, firstDay] = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(left) ?? []
  let first = readWritten(left)
  let last = readWritten(right)
  if (firstDay !== undefined && last !== null) first = { ...last, day: Number(firstDay) }
  if (lastDay !== undefined && first !== null && first.day !== null)
    last = { ...first, day: Number(lastDay), year: numberIn(itsYear) ?? first.year }
  if (first !== null && itsYear !== undefined) first = { ...first, year: Number(itsYear) }
  const begun = first === null ? readRelative(left, today) : spanOf(first, today)
  // Without a year it ends within a year of its beginning: "3-10 March" is one week on any day.
  const latest = last?.year === null && begun !== null ? addDays(begun.from, 364) : today
  const end = last === null ? readRelative(right, today) : spanOf(last, latest)
  if (begun === null || end === null) return null
  const begin = first?.year === null && last?.year !== null ? spanOf(first, end.to) : begun
  if (begin === null) return null
  // A range that would end in most of a year was written backwards: "3 March - 1 March".
  const meant = end.to > today && last?.year === null ? spanOf(last, today) : null
  if (meant !== null && end.to > addDays(begin.from, 183)) return { from: meant.from, to: begin.to }
  return begin.from <= end.to ? { from: begin.from, to: end.to } : { from: end.from, to: begin.to }
}

function readOpen(text: string, today: Day): Dates | null {
  const [, word, rest = ''] =
    /^(since|from|starting|after|before|until|till|to|through|up to|by) (.+)$/.exec(text) ?? []
  const span = word === undefined ? null : readSpan(rest, today)
  if (span === null) return null
  if (word === 'after') return { from: addDays(span.to, 1), to: null }
  if (word === 'before') return { from: null, to: addDays(span.from, -1) }
  return word === 'since' || word === 'from' || word === 'starting'
    ? { from: span.from, to: null }
    : { from: null, to: span.to }
}

const inReach = (dates: Dates): boolean =>
  'preset' in dates || [dates.from, dates.to].every((day) => day === null || isDay(day))

const understand = (text: string, today: Day): Dates | null => {
  if (text === 'today') return { preset: 'today' }
  return (
    readLast(text, today) ??
    readSpan(text, today) ??
    readBetween(text, today) ??
    readOpen(text, today)
  )
}

// With strokes or dots between its numbers a day can be read in two ways.
const ambiguous = /\d[/.]\d{1,2}[/.]?/

/**
 * Reads dates as people type them, in the page's language or in English: days and months, with or without a
 * year, words such as "yesterday" and "last week", open ends ("since 3 March") and ranges ("3–10 March
 * 2026"). `today` is the day that it is in the zone meant. Never guesses: what can be read in two ways is
 * refused with the reason.
 */
export function readTyped(typed: string, today: Day): Typed {
  const clean = typed
    .toLowerCase()
    .replaceAll(/[‐-―−]/gu, '-')
    .replaceAll(/["'“”„‘’«»]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\b(\d{4})\/(\d{1,2})\/(\d{1,2})\b/g, '$1-$2-$3')
    .trim()
  const text = (language === 'de' ? fromGerman(clean) : clean).replace(/^(?:in|on|during|the) /, '')
  if (ambiguous.test(text)) return { problem: panels.typed.ambiguous }
  const dates = understand(text, today)
  if (dates !== null && inReach(dates)) return { dates }
  return { problem: panels.typed.notUnderstood }
}
