import { locale } from '#src/web/words/language.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { reasons } from '#src/web/words/reasons.ts'

const regions = new Intl.DisplayNames([locale], { type: 'region' })

/** "Portugal", of an ISO 3166-1 code; a code that names nothing stands as it is. */
export function countryName(code: string): string {
  try {
    return regions.of(code) ?? code
  } catch {
    return code
  }
}

/** "fixed line": what a number is used for. */
export const lineInWords = (type: string): string => ownWord(reasons.lines, type) ?? type
