// What a platform gives may hold characters that nobody sees, and some of them turn round the order of
// everything after them (check B05). Joiners stay: emoji and several scripts are written with them.
const names: Readonly<Record<string, string>> = {
  '\u0000': 'NUL',
  '\t': 'TAB',
  '\n': 'LF',
  '\r': 'CR',
  '\u001B': 'ESC',
  '\u00AD': 'SHY',
  '\u061C': 'ALM',
  '\u200B': 'ZWSP',
  '\u200E': 'LRM',
  '\u200F': 'RLM',
  '\u202A': 'LRE',
  '\u202B': 'RLE',
  '\u202C': 'PDF',
  '\u202D': 'LRO',
  '\u202E': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
  '\uFEFF': 'BOM',
}

// A lone half of a surrogate pair (Cs) is no character at all. Flags of regions are a black flag and tags.
const unseen =
  /\u{1F3F4}[\u{E0020}-\u{E007F}]+|[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
// No script stacks more than a few marks on a letter; hundreds of them paint over the lines around.
const stacked = /(\p{M}{4})(\p{M}{4,})/gu
const plain = /^[\x20-\x7E]*$/u

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const mark = (found: string): string =>
  found.startsWith('\u{1F3F4}') ? found : `⟨${names[found] ?? codePoint(found)}⟩`

/** Whether a text is nothing but the letters, digits and signs of English. */
export const isPlain = (text: string): boolean => plain.test(text)

/**
 * The text as it can be shown: what would not be seen, or would disturb what stands beside it, as a
 * mark like "⟨RLO⟩". Never for copying or comparing: those take the text itself.
 */
export function visible(text: string): string {
  if (plain.test(text)) return text
  return text
    .replace(unseen, mark)
    .replace(stacked, (_, kept: string, rest: string) => `${kept}⟨+${Array.from(rest).length}⟩`)
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader takes for the characters of a text: a family of four is one. */
export const charactersOf = (text: string): readonly string[] =>
  plain.test(text) ? text.split('') : Array.from(segmenter.segment(text), ({ segment }) => segment)
