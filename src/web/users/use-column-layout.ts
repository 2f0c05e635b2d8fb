import { useMemo } from 'react'
import type { Layout } from './column-layout.ts'
import { layOut } from './column-layout.ts'
import type { ShownColumn } from './column-settings.ts'
import { roomOf } from './columns.tsx'

/** A width that is being tried out, in pixels: it becomes a setting when the pointer lets go. */
export type Draft = { readonly id: string; readonly width: number }

/**
 * How the shown columns are laid out, which is all that there is to the table: what they hold follows from
 * the user (docs/decisions/0010-columns.md). `names`: the platform tells names, so that a person takes
 * more room than an id.
 */
export function useColumnLayout(
  shown: readonly ShownColumn[],
  draft: Draft | null,
  names: boolean,
): { readonly ids: readonly string[]; readonly layout: Layout } {
  const ids = useMemo(() => shown.map(({ id }) => id), [shown])
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
  return { ids, layout }
}
