import { formatCount } from '#src/web/lib/numbers.ts'

// Everything that is said of a selection and of what leaves the list.

const users = (count: number) => `${formatCount(count)} ${count === 1 ? 'user' : 'users'}`

/** How many are selected: `missed` of a range were not loaded any more and could not be read. */
export const selectedWords = (count: number, missed = 0): string =>
  missed === 0
    ? count === 0
      ? 'Nobody is selected'
      : `${users(count)} selected`
    : `${users(count)} selected. ${users(missed)} of that range could not be read, and ${missed === 1 ? 'is' : 'are'} not among them`

/** "All 1,200 loaded users selected; there may be more". */
export function allSelectedWords(count: number, loaded: number, complete: boolean): string {
  if (count < loaded)
    return `The first ${formatCount(count)} of ${formatCount(loaded)} loaded users selected. “${exportAllWords}” takes everybody`
  return complete
    ? `All ${users(count)} selected, that is everybody in the list`
    : `All ${formatCount(count)} loaded users selected; there may be more`
}

export const readingAgainWords = 'Reading again what scrolled away…'
export const exportAllWords = 'Export all that match'

export const formatLabels = {
  tsv: 'TSV, for spreadsheets',
  json: 'JSON',
  markdown: 'Markdown',
} as const

/** Which users an action is about: "3 selected", "412 loaded". */
export const whichWords = (count: number, selected: boolean): string =>
  `${formatCount(count)} ${selected ? 'selected' : 'loaded'}`

/** What was copied or written, and whether that is all of it. */
export const doneWords = (verb: 'Copied' | 'Exported', done: number, of: number): string =>
  done === of
    ? `${verb} ${users(done)}`
    : `${verb} ${users(done)} of ${formatCount(of)}; the others could not be read again`

export const timesNote = 'The columns shown, in their order. Times are in UTC.'

export const exportWords = {
  running: (name: string) => `Exporting all that match in ${name}`,
  counts: (scanned: number, written: number) =>
    `${formatCount(scanned)} looked at · ${formatCount(written)} written`,
  complete: (written: number, leftOut: number) =>
    `Exported all that match: ${users(written)}.${leftOut === 0 ? '' : ` ${formatCount(leftOut)} ${leftOut === 1 ? 'record' : 'records'} without an id ${leftOut === 1 ? 'is' : 'are'} not among them.`}`,
  stopped: (written: number) =>
    `Stopped. The file is not whole: it holds the first ${users(written)}.`,
  brokenOff: (written: number, why: string) =>
    `Broken off. The file is not whole: it holds the first ${users(written)}. ${why}`,
  refused: (why: string) => `Nothing was exported. ${why}`,
} as const
