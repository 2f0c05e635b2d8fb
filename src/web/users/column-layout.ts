import type { ShownColumn } from './column-settings.ts'

/** A column as the table knows it: the room it asks for, and the least it can do with, in pixels. */
export type Sized = ShownColumn & { readonly size: number; readonly min: number }

export type Layout = {
  /** For `grid-template-columns`. */
  readonly template: string
  /** The least that the columns need together, in pixels. */
  readonly width: number
  /** How far from the start each pinned column stays, in pixels. */
  readonly pins: ReadonlyMap<string, number>
  /** The room that the pinned columns cover, in pixels, at least. */
  readonly covered: number
}

/**
 * Lays columns out: those without a width of their own share the room by what they ask for. Of several
 * pinned ones each has a width, because the next stands on its edge.
 */
export function layOut(columns: readonly Sized[]): Layout {
  const several = columns.filter(({ pinned }) => pinned).length > 1
  const pins = new Map<string, number>()
  const tracks: string[] = []
  let [width, covered] = [0, 0]
  let shared = false
  for (const column of columns) {
    const fixed = column.width ?? (several && column.pinned ? column.size : null)
    if (column.pinned) pins.set(column.id, width)
    tracks.push(fixed === null ? `minmax(${column.min}px, ${column.size}fr)` : `${fixed}px`)
    width += fixed ?? column.min
    shared ||= fixed === null
    if (column.pinned) covered = width
  }
  // Where nobody shares the rest, it stays empty at the end.
  if (!shared) tracks.push('1fr')
  return { template: tracks.join(' '), width, pins, covered }
}
