import type { english } from '#src/web/words/dates.ts'
import type { Words } from '#src/web/words/language.ts'

export const dates: Words<typeof english> = {
  presets: {
    today: 'Heute',
    '7d': 'Letzte 7 Tage',
    '30d': 'Letzte 30 Tage',
    '90d': 'Letzte 90 Tage',
    '365d': 'Letzte 365 Tage',
    'not-30d': 'Seit 30 Tagen nicht',
    'not-90d': 'Seit 90 Tagen nicht',
    'not-365d': 'Seit 365 Tagen nicht',
  },
  any: 'jederzeit',
  before: (day) => `vor dem ${day}`,
  since: (day) => `seit dem ${day}`,
  from: (time) => `von ${time}`,
  until: (time) => `bis kurz vor ${time}`,
}
