import { isJsonObject } from '#src/domain/json.ts'
import { useHistoryState } from '#src/web/lib/address.ts'

/** What an entry of the browser's history is marked with. A link, and whoever types an address, marks nothing. */
export type Entry = {
  /** Made by opening a user from the list of this query: closing the user goes back over it. Else null. */
  readonly opened: string | null
  /** Its columns are the operator's own, and not those of somebody's view. */
  readonly own: boolean
}

function readEntry(state: unknown): Entry {
  if (!isJsonObject(state)) return { opened: null, own: false }
  const { opened, own } = state
  return { opened: typeof opened === 'string' ? opened : null, own: own === true }
}

/** The entry of the history as it is now. Whatever is drawn by it takes it from `useEntry`. */
export const currentEntry = (): Entry => readEntry(history.state)

/** The entry of the history that is shown. */
export const useEntry = (): Entry => readEntry(useHistoryState<unknown>())
