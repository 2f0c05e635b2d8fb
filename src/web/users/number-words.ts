import type { LineType } from '#src/domain/user.ts'

const regions = new Intl.DisplayNames(['en'], { type: 'region' })

/** "Portugal", of an ISO 3166-1 code; a code that names nothing stands as it is. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code
  } catch {
    return code
  }
}

const lines: Readonly<Record<LineType, string>> = {
  mobile: 'mobile',
  'fixed-line': 'fixed line',
  'fixed-line-or-mobile': 'fixed line or mobile',
  voip: 'internet telephone',
  'toll-free': 'free-call number',
  'premium-rate': 'premium-rate number',
  'shared-cost': 'shared-cost number',
  personal: 'personal number',
  pager: 'pager',
  uan: 'company number',
  voicemail: 'voicemail',
}

/** "fixed line": what a number is used for. */
export const lineInWords = (type: string): string =>
  Object.entries(lines).find(([name]) => name === type)?.[1] ?? type
