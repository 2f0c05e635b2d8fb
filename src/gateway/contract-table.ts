import { readFileSync } from 'node:fs'

/**
 * The rows of a table of docs/contracts.md, under a heading: the cells as they stand, without the code marks.
 * For tests, so that the page and what they check are one. Throws when there is no such table.
 */
export function contractTable(heading: string): readonly (readonly string[])[] {
  const page = readFileSync(new URL('../../docs/contracts.md', import.meta.url), 'utf8')
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  const rows = (section ?? '').split('\n').filter((line) => line.startsWith('| `'))
  if (rows.length === 0) throw new Error(`docs/contracts.md has no table under “${heading}”.`)
  return rows.map((row) =>
    row
      .slice(2, -2)
      .split(/ \| /)
      .map((cell) => cell.trim().replaceAll('`', '')),
  )
}
