/** A name as its bearer writes it, and as it looks in an address. */
export type Name = { readonly written: string; readonly latin: string }

/** Where somebody lives, with everything that follows from it. */
export type Country = {
  readonly code: string
  /** Relative number of people. */
  readonly weight: number
  /** BCP 47 tags in use there. */
  readonly locales: readonly string[]
  /** IANA zones. */
  readonly zones: readonly string[]
  readonly cities: readonly string[]
  /** E.164 prefixes of numbers, drama ranges where the regulator set some aside, and how many digits follow. */
  readonly phone: { readonly prefixes: readonly string[]; readonly digits: number }
  /** Mail hosts under reserved domains (RFC 2606). */
  readonly hosts: readonly string[]
  readonly given: readonly Name[]
  readonly family: readonly Name[]
}

type Source = {
  readonly code: string
  readonly weight: number
  readonly locales: string
  readonly zones: string
  readonly cities: string
  /** Prefixes, comma separated, then `#` for each further digit. */
  readonly phone: string
  readonly host: string
  /** Separated by spaces; `written:latin` where the Latin form is not the letters without accents. */
  readonly given: string
  readonly family: string
}

const special: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  ı: 'i',
}

/** The letters a–z closest to a name. */
export const latinise = (written: string): string =>
  written
    .toLowerCase()
    .replaceAll(/[ßøłđðþæı]/g, (letter) => special[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '')

const names = (text: string): Name[] =>
  words(text).map((word) => {
    const [written = '', latin] = word.replaceAll('_', ' ').split(':')
    return { written, latin: latin ?? latinise(written) }
  })

/** Reads the compact form in which the people of a country are written down here. */
export const country = (source: Source): Country => {
  const [prefixes = '', digits = ''] = source.phone.split(' ')
  return {
    code: source.code,
    weight: source.weight,
    locales: words(source.locales),
    zones: words(source.zones),
    cities: words(source.cities).map((city) => city.replaceAll('_', ' ')),
    phone: { prefixes: prefixes.split(','), digits: digits.length },
    hosts: ['example.com', 'example.org', 'example.net', source.host],
    given: names(source.given),
    family: names(source.family),
  }
}
