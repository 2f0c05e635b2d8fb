import { useCallback, useState } from 'react'
import type { User } from '#src/domain/user.ts'

/** A user who is selected, and the row in which that happened: the order in which they leave. */
export type Chosen = { readonly row: number; readonly user: User }
export type ChosenUsers = ReadonlyMap<string, Chosen>

/**
 * Who is selected, by id: it outlives the pages in which they stood. `anchor`: the row from which a range
 * goes, and who is selected beside that range.
 */
export type Selection = {
  readonly users: ChosenUsers
  readonly anchor: { readonly row: number; readonly beside: ChosenUsers } | null
}

export const nobody: Selection = { users: new Map(), anchor: null }

/** A row whose checkbox was pressed, or, for a range, the row itself. */
export type Picked = { readonly row: number; readonly range: boolean }

/** Takes what was picked; null until what selects is here. */
export type Picker = ((picked: Picked) => true) | null

/** Who is selected in a list. In another list it is nobody. */
export function useSelection(listId: string) {
  const [at, setAt] = useState({ listId, selection: nobody })
  const select = useCallback((selection: Selection) => setAt({ listId, selection }), [listId])
  return [at.listId === listId ? at.selection : nobody, select] as const
}
