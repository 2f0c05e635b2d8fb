/**
 * Where the keyboard is in the grid: on a row as a whole (`column` null) or on one of its cells, by the
 * column's id. Row -1 is the header, which has cells alone.
 */
export type Spot = { readonly row: number; readonly column: string | null }

export const firstSpot: Spot = { row: 0, column: null }

/** The grid that moves happen in. `page`: rows that fit on the screen. */
export type Field = {
  readonly rows: number
  readonly page: number
  readonly columns: readonly string[]
}

/** Moves by their names, with the keys that make them. */
export const moves = [
  { id: 'down', keys: ['ArrowDown'] },
  { id: 'up', keys: ['ArrowUp'] },
  { id: 'right', keys: ['ArrowRight'] },
  { id: 'left', keys: ['ArrowLeft'] },
  { id: 'pageDown', keys: ['PageDown'] },
  { id: 'pageUp', keys: ['PageUp'] },
  { id: 'home', keys: ['Home'] },
  { id: 'end', keys: ['End'] },
  { id: 'top', keys: ['Mod+Home'] },
  { id: 'bottom', keys: ['Mod+End'] },
] as const
export type Move = (typeof moves)[number]['id']

/**
 * Where a move leads: rows and cells as in the treegrid pattern of the ARIA Authoring Practices, which is
 * the one whose rows can have the focus. From the uppermost cell it goes up into the header. A move
 * that leads nowhere stays.
 */
export function moveSpot(spot: Spot, move: Move, { rows, page, columns }: Field): Spot {
  const last = Math.max(0, rows - 1)
  const to = (row: number): Spot => {
    const lowest = spot.column === null ? 0 : -1
    return { row: Math.max(lowest, Math.min(row, last)), column: spot.column }
  }
  const at = spot.column === null ? -1 : columns.indexOf(spot.column)
  const cell = (index: number): Spot => ({
    row: spot.row,
    column: columns[Math.max(0, Math.min(index, columns.length - 1))] ?? null,
  })
  switch (move) {
    case 'down':
      return to(spot.row + 1)
    case 'up':
      return to(spot.row - 1)
    case 'right':
      return cell(at + 1)
    case 'left':
      return at > 0 || spot.row < 0 ? cell(at - 1) : { row: spot.row, column: null }
    case 'pageDown':
      return to(spot.row + page)
    case 'pageUp':
      // Up to the first row and not into the header, which is one more step.
      return spot.row > 0 ? to(Math.max(0, spot.row - page)) : spot
    case 'home':
      return at < 0 ? to(0) : cell(0)
    case 'end':
      return at < 0 ? to(last) : cell(columns.length - 1)
    case 'top':
      return to(0)
    case 'bottom':
      return to(last)
  }
}
