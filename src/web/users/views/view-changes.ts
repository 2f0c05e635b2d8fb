import type { SavedView, SavedViews } from './saved-views.ts'

/** The names of views are short enough for a tab. */
export const longestName = 60

const cleanName = (name: string): string =>
  name.trim().replaceAll(/\s+/g, ' ').slice(0, longestName)

const change = (saved: SavedViews, id: string, next: Partial<SavedView>): SavedViews => ({
  ...saved,
  views: saved.views.map((view) => (view.id === id ? { ...view, ...next } : view)),
})

/** The view that has a name, whatever its letter case and blanks. */
export const viewNamed = (saved: SavedViews, name: string): SavedView | undefined =>
  saved.views.find((view) => view.name.toLowerCase() === cleanName(name).toLowerCase())

/** Adds a view, pinned; one of the same name becomes what is on the screen now. A name of blanks adds none. */
export function saveView(saved: SavedViews, id: string, name: string, search: string): SavedViews {
  const clean = cleanName(name)
  if (clean === '') return saved
  const same = viewNamed(saved, clean)
  if (same !== undefined) return change(saved, same.id, { search })
  return { ...saved, views: [...saved.views, { id, name: clean, search, pinned: true }] }
}

/** Gives a view another name; a name of blanks leaves the old one. */
export function renameView(saved: SavedViews, id: string, name: string): SavedViews {
  const clean = cleanName(name)
  return clean === '' ? saved : change(saved, id, { name: clean })
}

export const pinView = (saved: SavedViews, id: string, pinned: boolean): SavedViews =>
  change(saved, id, { pinned })

/** Makes a view another one: what is on the screen now. */
export const replaceView = (saved: SavedViews, id: string, search: string): SavedViews =>
  change(saved, id, { search })

/** Takes a view away, also as anybody's default. */
export const removeView = ({ views, defaults }: SavedViews, id: string): SavedViews => ({
  views: views.filter((view) => view.id !== id),
  defaults: Object.fromEntries(Object.entries(defaults).filter(([, view]) => view !== id)),
})

/** Makes an environment open with a view, or with all its users when `id` is null. */
export function setDefault(saved: SavedViews, environment: string, id: string | null): SavedViews {
  const { [environment]: _, ...others } = saved.defaults
  return { ...saved, defaults: id === null ? others : { ...others, [environment]: id } }
}
