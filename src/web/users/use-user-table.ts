import { useTable } from '@tanstack/react-table'
import { useMemo } from 'react'
import { layOut } from './column-layout.ts'
import type { ShownColumn } from './column-settings.ts'
import type { Meta, Slot } from './columns.tsx'
import { columnsFor, roomOf, userTableFeatures } from './columns.tsx'

/** A width that is being tried out, in pixels: it becomes a setting when the pointer lets go. */
export type Draft = { readonly id: string; readonly width: number }

/**
 * The table over the rows that are here, and how its columns are laid out. Its columns are the shown ones in
 * their order: which, where and how wide is the settings' to say, and the table keeps no second record
 * of it (docs/decisions/0010-columns.md).
 */
export function useUserTable(
  slots: readonly Slot[],
  shown: readonly ShownColumn[],
  meta: Meta,
  draft: Draft | null,
  /** Whether the platform tells names, so that a person takes more room than an id. */
  names: boolean,
) {
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
  const table = useTable({
    features: userTableFeatures,
    columns: useMemo(() => columnsFor(ids), [ids]),
    // The table promises not to write to its data, but its type does not say so.
    data: useMemo(() => [...slots], [slots]),
    getRowId: (slot) => String(slot.index),
    meta,
  })
  const layout = useMemo(
    () =>
      layOut(
        shown.map((column) => ({
          ...column,
          ...roomOf(column.id, names),
          ...(draft?.id === column.id ? { width: draft.width } : {}),
        })),
      ),
    [shown, draft, names],
  )
  return { table, ids, layout }
}
