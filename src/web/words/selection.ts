import { counted, formatCount } from '#src/web/lib/numbers.ts'
import { inLanguage } from './language.ts'

const users = (count: number) => counted(count, 'user', 'users')

/** Selecting users, and getting them out. */
export const english = {
  nobody: 'Nobody is selected',
  selected: (count: number) => `${users(count)} selected`,
  /** `missed` of a range are not loaded any more, and could not be read. */
  missed: (count: number, missed: number) =>
    `${users(count)} selected. ${users(missed)} of that range could not be read, and ${missed === 1 ? 'is' : 'are'} not among them`,
  everybody: (count: number) => `All ${users(count)} selected, that is everybody in the list`,
  allLoaded: (count: number) =>
    `All ${counted(count, 'loaded user', 'loaded users')} selected; there may be more`,
  firstLoaded: (count: number, loaded: number) =>
    `The first ${formatCount(count)} of ${formatCount(loaded)} loaded users selected. “Export all that match” takes everybody`,
  readingAgain: 'Reading again what scrolled away…',

  commands: {
    toggle: 'Select the row, or no longer',
    more: 'Select the row too, while any is selected',
    down: 'Select to the next row',
    up: 'Select to the row before',
    pageDown: 'Select a screen down',
    pageUp: 'Select a screen up',
    range: 'Select everybody up to the row',
    all: 'Select all loaded users',
    clear: 'Clear the selection',
    stop: 'Stop the export',
    dismiss: 'Put away how the export ended',
  },
  copyWords: 'clipboard excel sheet',
  exportWords: 'download file excel sheet raw everybody cancel csv',
  bar: 'Selection',
  inBar: (count: number) => `${formatCount(count)} selected`,
  copy: 'Copy',
  export: 'Export',
  all: 'All loaded',
  clear: 'Clear',

  someSelected: (count: number) => `${formatCount(count)} selected`,
  someLoaded: (count: number) => `${formatCount(count)} loaded`,
  formats: { tsv: 'TSV, for spreadsheets', json: 'JSON', markdown: 'Markdown' },
  copyAs: (which: string, format: string) => `Copy ${which} as ${format}`,
  exportCsv: (which: string) => `Export ${which} as CSV`,
  exportRaw: (which: string) => `Export ${which} as plain CSV, for programs`,
  exportAll: 'Export all that match as CSV',
  exportAllRaw: 'Export all that match as plain CSV, for programs',
  note: 'The columns shown, in their order. Times are in UTC.',
  refusedCopy: 'The browser refused to copy',
  copied: (count: number) => `Copied ${users(count)}`,
  copiedOf: (count: number, of: number) =>
    `Copied ${users(count)} of ${formatCount(of)}; the others could not be read again`,
  saved: (count: number) => `Exported ${users(count)}`,
  savedOf: (count: number, of: number) =>
    `Exported ${users(count)} of ${formatCount(of)}; the others could not be read again`,

  /** In the name of a file: what narrows it without telling whom, how many are in it, and whether that is all. */
  file: {
    oneAddress: 'one address',
    selected: (count: number) => `${count} selected`,
    loaded: (count: number, all: boolean) => `${count} loaded ${all ? 'all' : 'not all'}`,
    matching: 'matching',
    written: (count: number, all: boolean) => `${count} ${all ? 'all' : 'not all'}`,
  },

  job: 'Export',
  running: (environment: string) => `Exporting all that match in ${environment}`,
  counts: (scanned: number, written: number) =>
    `${formatCount(scanned)} looked at · ${formatCount(written)} written`,
  complete: (written: number) => `Exported all that match: ${users(written)}.`,
  leftOut: (count: number) =>
    `${counted(count, 'record without an id is', 'records without an id are')} not among them.`,
  stopped: (written: number) =>
    `Stopped. The file is not whole: it holds the first ${users(written)}.`,
  brokenOff: (written: number, why: string) =>
    `Broken off. The file is not whole: it holds the first ${users(written)}. ${why}`,
  refused: (why: string) => `Nothing was exported. ${why}`,
  cannotWrite: 'The browser cannot write this file.',
  stop: 'Stop',
  dismiss: 'Dismiss',
}

export const selectionWords = inLanguage('selection', english)
