import { isJsonObject } from '#src/domain/json.ts'
import { createSetting } from '#src/web/lib/setting.ts'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import { writeSettings } from '#src/web/users/column-settings.ts'

/** A view that was given a name: the address's query, columns included, without the open user. */
export type SavedView = {
  readonly id: string
  readonly name: string
  readonly search: string
  /** Stands in the bar, not only in the menu. */
  readonly pinned: boolean
}

export type SavedViews = {
  readonly views: readonly SavedView[]
  /** For each environment the id of the view with which it opens. */
  readonly defaults: Readonly<Record<string, string>>
}

const none: SavedViews = { views: [], defaults: {} }

const readView = (value: unknown): readonly SavedView[] => {
  if (!isJsonObject(value)) return []
  const { id, name, search, pinned } = value
  const texts = typeof id === 'string' && typeof name === 'string' && typeof search === 'string'
  return texts && name !== '' ? [{ id, name, search, pinned: pinned === true }] : []
}

/** Reads what was stored; a view that cannot be read is left out. Null for what is no list of views at all. */
export function readViews(value: unknown): SavedViews | null {
  if (!isJsonObject(value) || !Array.isArray(value['views'])) return null
  const views = value['views'].flatMap(readView)
  const stored = isJsonObject(value['defaults']) ? Object.entries(value['defaults']) : []
  const defaults = stored.flatMap(([environment, id]) =>
    typeof id === 'string' && views.some((view) => view.id === id) ? [[environment, id]] : [],
  )
  return { views, defaults: Object.fromEntries(defaults) }
}

export const viewsSetting = createSetting('rollcall.views', 1, readViews, none)

/**
 * Whether a saved view is what is on the screen. One that names no zone is, in any: an address names it for an open
 * user too, and for whoever chose theirs.
 */
export function isShown(search: string, here: string): boolean {
  if (search === here || new URLSearchParams(search).has('zone')) return search === here
  const bare = new URLSearchParams(here)
  bare.delete('zone')
  return search === bare.toString()
}

/**
 * What is on the screen as a view keeps it: in one order, so that equal views are equal texts. The open user
 * is nobody's view.
 */
export function viewSearch(params: URLSearchParams, settings: ColumnSettings): string {
  const whole = writeSettings(params, settings)
  whole.delete('user')
  whole.sort()
  return whole.toString()
}
