import { tabStorage } from '#src/web/lib/tab-storage.ts'
import { viewsSetting } from './saved-views.ts'

const key = 'rollcall.arrived'

/**
 * The query with which an environment opens: its default view's, once in each tab and when the address
 * says nothing else. Null to leave the address as it is; so a reload, and going back to all users, find
 * what they left.
 */
export function arrivalSearch(environment: string, search: string): string | null {
  const been = new Set((tabStorage.get(key) ?? '').split(' '))
  const id = encodeURIComponent(environment)
  if (been.has(id)) return null
  tabStorage.set(key, [...been, id].join(' '))
  if (search !== '') return null
  const { views, defaults } = viewsSetting.get()
  return views.find((view) => view.id === defaults[environment])?.search ?? null
}
