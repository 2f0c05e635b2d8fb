import { locale } from '#src/web/words/language.ts'

const format = new Intl.NumberFormat(locale)

/** "18,200" */
export const formatCount = (count: number): string => format.format(count)

const rules = new Intl.PluralRules('en')

/** "1 user", "18,200 users", in English: for its words. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${rules.select(count) === 'one' ? one : many}`
