import { months } from './month-names.ts'

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    january: 'januar jänner jan',
    february: 'februar feber feb',
    march: 'märz maerz mär mrz',
    april: 'april apr',
    may: 'mai',
    june: 'juni jun',
    july: 'juli jul',
    august: 'august aug',
    september: 'september sept sep',
    october: 'oktober okt',
    november: 'november nov',
    december: 'dezember dez',
    today: 'heute',
    yesterday: 'gestern',
    this: 'diese dieser dieses diesen diesem',
    last: 'letzte letzter letztes letzten letztem vorige voriger voriges vorigen vergangene vergangenen',
    days: 'tage tagen',
    day: 'tag',
    week: 'woche',
    weeks: 'wochen',
    month: 'monat',
    months: 'monate monaten',
    quarter: 'quartal',
    year: 'jahr',
    years: 'jahre jahren',
    since: 'seit ab',
    after: 'nach',
    before: 'vor',
    until: 'bis',
    from: 'von vom',
    between: 'zwischen',
    and: 'und',
    // What English says without.
    '': 'im am in der die das den dem zum',
  }).flatMap(([english, german]) => german.split(' ').map((word) => [word, english] as const)),
)

/**
 * Dates that were typed in German as `readTyped` reads them in English: "seit 3. März" is "since 3 march",
 * "3.4.2026" is "2026-4-3", for in German it is one day only. Takes and gives lower case; what is no German
 * stays.
 */
export const fromGerman = (text: string): string =>
  text
    .replaceAll(/\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b/g, '$3-$2-$1')
    .replaceAll(/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/g, (whole: string, day: string, month: string) =>
      months[Number(month) - 1] === undefined ? whole : `${day} ${months[Number(month) - 1]}`,
    )
    .replaceAll(/\b([1-4])\. quartal\b/g, 'q$1')
    .replaceAll(/(\d)\.(?!\d)/g, '$1')
    .replace(/^vorgestern$/, '2 days ago')
    .replace(/^vor (\d{1,4}) tag(?:en)?$/, '$1 days ago')
    .replaceAll(/\p{L}+/gu, (word) => words.get(word) ?? word)
    .replaceAll(/ +/g, ' ')
    .trim()
