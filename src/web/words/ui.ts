import { counted, formatCount } from '#src/web/lib/numbers.ts'
import { inLanguage } from './language.ts'

/** What every part of the page may say. */
export const english = {
  notLoaded:
    'This part of the page could not be loaded, because nobody answers. Try again in a moment',
  loading: 'Loading',
  looking: 'Looking',
  close: 'Close',
  copy: (what: string) => `Copy ${what}`,
  copied: 'Copied',
  copiedWhat: (what: string) => `Copied ${what}`,
  copyRefused: 'The browser refused to copy',
  retry: 'Try again',
  retryIn: (seconds: number) => `Try again in ${seconds} s`,
  done: 'What was done',
  goingOn: 'What is going on',
  justNow: 'just now',
  /** Keys as they are printed, where that is not their name. */
  keys: {
    Mod: 'Ctrl',
    Shift: 'Shift',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Home: 'Home',
    End: 'End',
    Enter: 'Enter',
    Space: 'Space',
  },
  token: {
    title: 'Rollcall asks for its token',
    text: 'Open the address that Rollcall printed when it started: it carries the token. Or paste the token here; it is kept for this tab alone.',
    field: 'Token',
    open: 'Open',
  },
  tree: {
    filter: (label: string) => `Filter: ${label}`,
    filterPlaceholder: 'Filter names and values…',
    nothing: 'Nothing matches.',
    found: (count: number) => `${formatCount(count)} found`,
    more: (left: number) => `Show more, ${formatCount(left)} are left`,
    deeper: 'Deeper levels are left out; copying gives them.',
    entries: (count: number) => counted(count, 'entry', 'entries'),
    fields: (count: number) => counted(count, 'field', 'fields'),
    rounded: 'may be rounded',
    characters: (left: number) => `${formatCount(left)} more characters`,
  },
}

export const ui = inLanguage('ui', english)
