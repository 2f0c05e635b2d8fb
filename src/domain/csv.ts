import Papa from 'papaparse'

/** What makes every reader take a file for UTF-8. */
export const byteOrderMark = '\uFEFF'

// What a spreadsheet takes for a formula, or for the end of a cell (CWE-1236; OWASP, "CSV Injection"), full-width
// forms and leading blanks included. An apostrophe before it counts, so that one more can be told from none.
const formula = /^'*[\s\p{Cc}\p{Cf}]*[=+\-@\t\r\n\0＝＋－＠]/u

/** A cell that no spreadsheet takes for a formula: with an apostrophe before it where it would. */
export const protect = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text that `protect` was given. */
export const unprotect = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text

/**
 * Rows as lines of CSV (RFC 4180, CRLF), the last one ended too. Safe for spreadsheets: every cell quoted and
 * protected. `raw`: the values as they are, quoted where they must be.
 */
export const csvLines = (rows: readonly (readonly string[])[], raw: boolean): string =>
  rows.length === 0
    ? ''
    : `${Papa.unparse(
        rows.map((row) => row.map(raw ? String : protect)),
        { quotes: !raw, newline: '\r\n' },
      )}\r\n`

/** Rows as a spreadsheet takes them from the clipboard: protected too, quoted where they must be. */
export const tsvLines = (rows: readonly (readonly string[])[]): string =>
  Papa.unparse(
    rows.map((row) => row.map(protect)),
    { delimiter: '\t', newline: '\n' },
  )
