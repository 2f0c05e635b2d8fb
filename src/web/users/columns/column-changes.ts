import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { usualColumn } from '#src/web/users/column-settings.ts'

type Columns = readonly ShownColumn[]

/** Shows a column, last, or hides it. The last one that is shown stays. */
export function toggleColumn(columns: Columns, id: string): Columns {
  const rest = columns.filter((column) => column.id !== id)
  if (rest.length === columns.length) return inOrder([...columns, usualColumn(id)])
  return rest.length === 0 ? columns : rest
}

export const changeColumn = (
  columns: Columns,
  id: string,
  change: Partial<Pick<ShownColumn, 'width' | 'pinned'>>,
): Columns =>
  inOrder(columns.map((column) => (column.id === id ? { ...column, ...change } : column)))

/** Puts a column in the place that another has now: `to` counts from 0 and is brought within bounds. */
export function moveColumn(columns: Columns, id: string, to: number): Columns {
  const column = columns.find((candidate) => candidate.id === id)
  if (column === undefined) return columns
  const rest = columns.filter((candidate) => candidate.id !== id)
  const place = Math.max(0, Math.min(to, rest.length))
  return inOrder([...rest.slice(0, place), column, ...rest.slice(place)])
}

/** Pinned columns stand first, as they are drawn. */
const inOrder = (columns: Columns): Columns => [
  ...columns.filter(({ pinned }) => pinned),
  ...columns.filter(({ pinned }) => !pinned),
]

/** Whether an attribute can be written into a setting: half a character cannot. */
export function canBeColumn(key: string): boolean {
  try {
    return encodeURIComponent(key) !== ''
  } catch {
    return false
  }
}
