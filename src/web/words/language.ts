import { createSetting } from '#src/web/lib/setting.ts'
import type { German } from './de/german.ts'

export const languageNames = ['en', 'de'] as const
export type Language = (typeof languageNames)[number]

type About = { readonly name: string; readonly locale: string; readonly direction: 'ltr' | 'rtl' }

/** Of each language its own name for itself, and the locale by which dates and numbers are written in it. */
export const languages: Readonly<Record<Language, About>> = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', direction: 'ltr' },
}

/** The words of a part in any language: the same names, and the same values to make a text of. */
export type Words<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Made
    ? (...given: Given) => Words<Made>
    : { readonly [Name in keyof T]: Words<T[Name]> }

const isLanguage = (value: unknown): value is Language =>
  languageNames.some((name) => name === value)

/** The language that the operator chose; null for the browser's. It counts from the next life of the page. */
export const languageSetting = createSetting<Language | null>(
  'rollcall.language',
  1,
  (value) => (isLanguage(value) ? value : null),
  null,
)

/** Of the languages that a browser asks for (BCP 47), best first, the first that there is; else English. */
export const languageFor = (wanted: readonly string[]): Language =>
  wanted.map((tag) => tag.split('-')[0]?.toLowerCase()).find(isLanguage) ?? 'en'

const browsers = (): Language =>
  typeof document === 'undefined' ? 'en' : languageFor(navigator.languages)

async function loadGerman(): Promise<German | null> {
  try {
    return (await import('./de/german.ts')).german
  } catch {
    // English is in the page already.
    return null
  }
}

// Awaited here, on which all words depend: by the time that any are said, they are in this language. The
// catalogue imports nothing from outside its folder, or it would wait for what waits for it.
const german = (languageSetting.get() ?? browsers()) === 'de' ? await loadGerman() : null

/** The language of this page, for as long as the page lives. */
export const language: Language = german === null ? 'en' : 'de'

/** For everything of Intl. */
export const { locale, direction } = languages[language]

/** The words of a part in the language of this page. English stands beside the code that says it. */
export const inLanguage = <Part extends keyof German>(
  part: Part,
  english: German[Part],
): German[Part] => german?.[part] ?? english
