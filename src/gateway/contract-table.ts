import { readFileSync } from 'node:fs'

export type Row = {
  /** The code that the first cell begins with: a call, a field, an error. */
  readonly name: string
  /** The first cell as it reads. */
  readonly title: string
  /** Every cell as it reads, “–” and all. */
  readonly cells: readonly string[]
  /** What stands in a column, without the code marks; empty for “–”. Throws for a column that is not there. */
  readonly cell: (column: string) => string
}

export type Section = {
  /** The `##` heading it stands under, and its own `###` heading, empty when it has none. */
  readonly chapter: string
  readonly name: string
  readonly text: string
  /** The names of the columns; none without a table. */
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
}

// For tests, so that a page of docs/ and what they check are one.
const readPage = (name: string): string =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

const plain = (cell: string): string => cell.replaceAll('`', '').trim()

const cellsOf = (line: string): readonly string[] => line.slice(1, -1).split(' | ')

function readRow(columns: readonly string[], line: string): Row {
  const cells = cellsOf(line)
  const [first = ''] = cells
  return {
    name: /`([^`]+)`/.exec(first)?.[1] ?? plain(first),
    title: plain(first),
    cells: cells.map(plain),
    cell: (column) => {
      const cell = cells[columns.indexOf(column)]
      if (cell === undefined) throw new Error(`No column “${column}” in: ${line}`)
      return plain(cell) === '–' ? '' : plain(cell)
    },
  }
}

function readSection(chapter: string, name: string, body: string): Section {
  const lines = body.split('\n')
  const [head, , ...table] = lines.filter((line) => line.startsWith('|'))
  const columns = head === undefined ? [] : cellsOf(head).map(plain)
  return {
    chapter,
    name,
    text: lines.filter((line) => !line.startsWith('|')).join('\n'),
    columns,
    rows: table.map((line) => readRow(columns, line)),
  }
}

/** Cuts a text at its headings of a level: each heading with what follows it, first what stands before any. */
function cut(text: string, level: string): readonly (readonly [heading: string, body: string])[] {
  const [before = '', ...parts] = `\n${text}`.split(`\n${level} `)
  const pairs = parts.map((part) => {
    const end = part.indexOf('\n')
    return [plain(part.slice(0, end)), part.slice(end)] as const
  })
  return [['', before], ...pairs]
}

/** Every section of docs/contracts.md. */
export const contractSections: readonly Section[] = cut(readPage('contracts.md'), '##').flatMap(
  ([chapter, body]) => cut(body, '###').map(([name, text]) => readSection(chapter, name, text)),
)

/** The test files that a chapter's first words name. */
export const testsNamed = (chapter: string): readonly string[] => {
  const intro = contractSections.find((one) => one.chapter === chapter && one.name === '')
  return [...(intro?.text ?? '').matchAll(/`(src\/\S+\.test\.ts)`/g)].map(([, file = '']) => file)
}

/**
 * The sections of a chapter that have a table, for the test file that runs them (its `import.meta.url`), so
 * that the page and what is checked are one. Throws when there are none, or the page does not say that it is
 * this file that runs them.
 */
export function contractTables(chapter: string, testFile: string): readonly Section[] {
  if (!testsNamed(chapter).some((file) => testFile.endsWith(`/${file}`)))
    throw new Error(`docs/contracts.md does not say that “${chapter}” is run by ${testFile}.`)
  const found = contractSections.filter(
    (section) => section.chapter === chapter && section.rows.length > 0,
  )
  if (found.length === 0) throw new Error(`docs/contracts.md has no table under “${chapter}”.`)
  return found
}

/** The rows of all tables of docs/reasons.md, in the order of the page: each cell as it reads. */
export const reasonRows = (): readonly (readonly string[])[] =>
  cut(readPage('reasons.md'), '##')
    .flatMap(([chapter, body]) => readSection(chapter, '', body).rows)
    .map(({ cells }) => cells)
