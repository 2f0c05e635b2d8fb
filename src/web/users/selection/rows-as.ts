import { csvLines, tsvLines } from '#src/domain/csv.ts'
import type { Field } from '#src/domain/record.ts'
import { cellText, fieldsOf, recordOf, valueOf } from '#src/domain/record.ts'
import type { User } from '#src/domain/user.ts'

export const copyFormats = ['tsv', 'json', 'markdown'] as const
export type CopyFormat = (typeof copyFormats)[number]

const cells = (users: readonly User[], fields: readonly Field[]) =>
  users.map((user) => {
    const record = recordOf(user)
    return fields.map((field) => cellText(valueOf(record, field)))
  })

// A cell is one line, and nothing in it is markup (GitHub Flavored Markdown §4.10, CommonMark §2.4).
const markdownCell = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>&|~]/g, String.raw`\$&`).replaceAll(/\r\n|[\r\n]/g, '<br>')
const markdownLine = (line: readonly string[]): string =>
  `| ${line.map(markdownCell).join(' | ')} |`

/**
 * Users as text, with the fields of columns: values as they are, instants in UTC, reach in words. What is for
 * spreadsheets is protected like CSV (docs/decisions/0013-export.md).
 */
export function rowsAs(
  format: CopyFormat,
  users: readonly User[],
  columns: readonly string[],
): string {
  const fields = fieldsOf(columns)
  const names = fields.map(({ name }) => name)
  switch (format) {
    case 'tsv':
      return tsvLines([names, ...cells(users, fields)])
    case 'json':
      return JSON.stringify(
        users.map((user) => {
          const record = recordOf(user)
          return Object.fromEntries(fields.map((field) => [field.name, valueOf(record, field)]))
        }),
        null,
        2,
      )
    case 'markdown':
      return [
        markdownLine(names),
        `|${' --- |'.repeat(names.length)}`,
        ...cells(users, fields).map(markdownLine),
      ].join('\n')
  }
}

/** The first line of a file. */
export const csvHead = (columns: readonly string[], raw: boolean): string =>
  csvLines([fieldsOf(columns).map(({ name }) => name)], raw)

/** The lines of users in it. */
export const csvRows = (users: readonly User[], columns: readonly string[], raw: boolean): string =>
  csvLines(cells(users, fieldsOf(columns)), raw)
