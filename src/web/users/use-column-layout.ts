import { useMemo } from 'react'
import type { Layout, Sized } from './column-layout.ts'
import { layOut } from './column-layout.ts'
import type { ShownColumn } from './column-settings.ts'
import { roomOf } from './columns.tsx'

/** A width that is being tried out, in pixels: it becomes a setting when the pointer lets go. */
export type Draft = { readonly id: string; readonly width: number }

/** Around what a cell holds, in pixels: its padding, and the checkbox before the first. */
const padding = 24
const checkbox = 20

/** The columns, with the room that each asks for. `names`: the platform tells names, so that a person takes more than an id. */
export const sizedColumns = (shown: readonly ShownColumn[], names: boolean): readonly Sized[] =>
  shown.map((column) => ({ ...column, ...roomOf(column.id, names) }))

/** How wide what each column holds may be, in pixels. */
export const roomsIn = (layout: Layout, ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    ids.map((id, index) => [
      id,
      (layout.widths[index] ?? 0) - padding - (index === 0 ? checkbox : 0),
    ]),
  )

/**
 * How the shown columns are laid out in so many pixels, which is all that there is to the table: what they hold
 * follows from the user (docs/decisions/0010-columns.md). `rooms` stay while a width is tried out, because every
 * cell follows them.
 */
export function useColumnLayout(
  shown: readonly ShownColumn[],
  draft: Draft | null,
  names: boolean,
  width: number,
): {
  readonly ids: readonly string[]
  readonly layout: Layout
  readonly rooms: ReadonlyMap<string, number>
} {
  const sized = useMemo(() => sizedColumns(shown, names), [shown, names])
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const settled = useMemo(() => layOut(sized, width), [sized, width])
  const rooms = useMemo(() => roomsIn(settled, ids), [settled, ids])
  const layout = useMemo(
    () =>
      draft === null
        ? settled
        : layOut(
            sized.map((column) =>
              draft.id === column.id ? { ...column, width: draft.width } : column,
            ),
            width,
          ),
    [sized, settled, draft, width],
  )
  return { ids, layout, rooms }
}
