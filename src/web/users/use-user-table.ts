import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { layOut } from './column-layout.ts'
import type { ShownColumn } from './column-settings.ts'
import type { Meta, Slot } from './columns.tsx'
import { columnsOf, userTableFeatures } from './columns.tsx'

/** A width that is being tried out, in pixels: it becomes a setting when the pointer lets go. */
export type Draft = { readonly id: string; readonly width: number }

/** The table over the rows that are here, with the shown columns, and how those are laid out. */
export function useUserTable(
  slots: readonly Slot[],
  shown: readonly ShownColumn[],
  meta: Meta,
  draft: Draft | null,
  /** Whether the platform tells names, so that a person takes more room than an id. */
  names: boolean,
) {
  const columns = useMemo(() => columnsOf(shown), [shown])
  const state = useMemo(() => {
    const ids = shown.map(({ id }) => id)
    return {
      columnOrder: ids,
      columnPinning: { start: shown.flatMap(({ id, pinned }) => (pinned ? [id] : [])), end: [] },
      columnSizing: { user: names ? 280 : 170 },
      columnVisibility: Object.fromEntries(columns.map(({ id = '' }) => [id, ids.includes(id)])),
    }
  }, [shown, columns, names])
  const table = useTable({
    features: userTableFeatures,
    columns,
    // The table promises not to write to its data, but its type does not say so.
    data: useMemo(() => [...slots], [slots]),
    getRowId: (slot) => String(slot.index),
    meta,
    state,
  })
  const leaves = table.getVisibleLeafColumns()
  const layout = useMemo(
    () =>
      layOut(
        leaves.map((leaf) => {
          const width = shown.find(({ id }) => id === leaf.id)?.width ?? null
          return {
            id: leaf.id,
            width: draft?.id === leaf.id ? draft.width : width,
            pinned: leaf.getIsPinned() !== false,
            size: leaf.getSize(),
            min: leaf.columnDef.minSize ?? 80,
          }
        }),
      ),
    [leaves, shown, draft],
  )
  const ids = useMemo(() => leaves.map(({ id }) => id), [leaves])
  return { table, ids, layout }
}
