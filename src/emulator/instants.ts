const secondMs = 1000
const dayMs = 86_400_000

const padded = (length: number, digits: number) =>
  Array.from({ length }, (_, value) => String(value).padStart(digits, '0'))

const two = padded(100, 2)
const three = padded(1000, 3)

/**
 * `2026-03-11` from days since 1970 (years of four digits), by the proleptic Gregorian calendar in years that begin in March
 * (Hinnant's civil_from_days): three dates a user make `Date` the slowest part of a page.
 */
const dateOf = (day: number): string => {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two[month]}-${two[dayOfMonth]}`
}

/** `2026-03-11T17:40:21`. */
const wallOf = (wholeMs: number): string => {
  const day = Math.floor(wholeMs / dayMs)
  const second = Math.floor((wholeMs - day * dayMs) / secondMs)
  const hour = Math.floor(second / 3600)
  const minute = Math.floor(second / 60) % 60
  return `${dateOf(day)}T${two[hour]}:${two[minute]}:${two[second % 60]}`
}

/** An instant as ISO 8601 UTC in whole seconds, as Notiflows writes it (its §3). Takes epoch ms. */
export const isoSeconds = (epochMs: number): string => `${wallOf(epochMs)}Z`

/** An instant as ISO 8601 UTC with milliseconds, as NotificationAPI writes it (its §11). Takes epoch ms. */
export const isoMilliseconds = (epochMs: number): string => {
  const whole = Math.floor(epochMs)
  const ms = whole - Math.floor(whole / secondMs) * secondMs
  return `${wallOf(whole)}.${three[ms]}Z`
}

export const seconds = (count: number) => count * secondMs
export const minutes = (count: number) => count * 60 * secondMs
export const hours = (count: number) => count * 3600 * secondMs
export const days = (count: number) => count * dayMs
