import { inLanguage } from './language.ts'

/** Ranges of days. */
export const english = {
  presets: {
    today: 'Today',
    '7d': 'Last 7 days',
    '30d': 'Last 30 days',
    '90d': 'Last 90 days',
    '365d': 'Last 365 days',
    'not-30d': 'Not for 30 days',
    'not-90d': 'Not for 90 days',
    'not-365d': 'Not for 365 days',
  },
  any: 'any time',
  before: (day: string) => `before ${day}`,
  since: (day: string) => `since ${day}`,
  from: (time: string) => `from ${time}`,
  until: (time: string) => `until just before ${time}`,
}

export const dates = inLanguage('dates', english)
