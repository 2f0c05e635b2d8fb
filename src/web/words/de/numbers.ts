const format = new Intl.NumberFormat('de-DE')
const rules = new Intl.PluralRules('de')

/** "18.200" */
export const count = (value: number): string => format.format(value)

/** The form of a word that goes with a number. */
export const form = (value: number, one: string, many: string): string =>
  rules.select(value) === 'one' ? one : many

/** "1 Gerät", "18.200 Geräte" */
export const counted = (value: number, one: string, many: string): string =>
  `${count(value)} ${form(value, one, many)}`
