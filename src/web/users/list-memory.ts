import type { QueryClient } from '@tanstack/react-query'
import { hashKey } from '@tanstack/react-query'
import { isJsonObject } from '#src/domain/json.ts'
import { tabStorage } from '#src/web/lib/tab-storage.ts'
import type { ListKey } from './queries.ts'
import { userQueries } from './queries.ts'
import type { Spot } from './spot.ts'
import { firstSpot } from './spot.ts'
import type { Trail } from './trail.ts'
import { newTrail } from './trail.ts'

// Where each list was scrolled to, in rows, for as long as the page lives.
const tops = new Map<string, number>()
// And where the keyboard was in it.
const spots = new Map<string, Spot>()

// Between two lives of a page, a reload, the last list is kept in the tab's own storage, and taken out
// as soon as it is back. It holds cursors and counts; a platform's cursor can name a user by id.
const storageKey = 'rollcall.list'
const mostPlaces = 12_500

export const rememberTop = (list: ListKey, top: number): void => {
  tops.set(hashKey([list]), top)
}

/** A list's last scroll position in rows, 0 for one never seen: rows, because their height can change. */
export const recallTop = (list: ListKey): number => tops.get(hashKey([list])) ?? 0

export const rememberSpot = (list: ListKey, spot: Spot): void => {
  spots.set(hashKey([list]), spot)
}

/** A list's last active row or cell; the first row of one never seen. */
export const recallSpot = (list: ListKey): Spot => spots.get(hashKey([list])) ?? firstSpot

/** Makes a list begin at its top. */
export function forgetPlace(list: ListKey): void {
  tops.delete(hashKey([list]))
  spots.delete(hashKey([list]))
}

/** Makes a list begin anew: nothing of an earlier walk through it is left. */
export function forgetList(client: QueryClient, list: ListKey): void {
  forgetPlace(list)
  client.removeQueries({ queryKey: userQueries.list(list) })
}

/** Puts a list aside, for the reload that may follow. */
export function storeList(client: QueryClient, list: ListKey): void {
  const trail = client.getQueryData(userQueries.trail(list).queryKey)
  if (trail === undefined || trail.places.length > mostPlaces) return
  const { ids: _, ...plain } = trail
  const stored = { id: hashKey([list]), top: recallTop(list), trail: plain }
  tabStorage.set(storageKey, JSON.stringify(stored))
}

/** A trail as JSON keeps it: of who is in the list, nothing. */
type PlainTrail = Omit<Trail, 'ids'>

const isTrail = (value: unknown): value is PlainTrail =>
  isJsonObject(value) && Array.isArray(value['places']) && typeof value['rows'] === 'number'

/** Brings back what `storeList` put aside, if it was this list. Never fails: what cannot be read is dropped. */
function restoreList(client: QueryClient, list: ListKey): void {
  const text = tabStorage.get(storageKey)
  if (text === null) return
  tabStorage.remove(storageKey)
  try {
    const stored: unknown = JSON.parse(text)
    if (!isJsonObject(stored) || stored['id'] !== hashKey([list])) return
    const top = stored['top']
    const trail: unknown = stored['trail']
    if (!isTrail(trail) || typeof top !== 'number') return
    client.setQueryData(userQueries.trail(list).queryKey, { ...newTrail(), ...trail })
    rememberTop(list, top)
  } catch {
    // Not ours, or of another version.
  }
}

/**
 * Makes a list go on where it was left, also in an earlier life of the page. Where nothing is known any more of what was
 * above, there is no place to come back to, and it begins at its top.
 */
export function returnToList(client: QueryClient, list: ListKey): void {
  restoreList(client, list)
  if (client.getQueryData(userQueries.trail(list).queryKey) === undefined) forgetPlace(list)
}
