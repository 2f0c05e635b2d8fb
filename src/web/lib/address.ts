import { useMemo } from 'react'
import { loadedAnew } from './loaded-anew.ts'
import { navigate, useHistoryState, usePathname, useSearch } from 'wouter/use-browser-location'

export { useHistoryState, usePathname }

type Manner = {
  /** In place of the entry of the history that is shown, instead of after it. */
  readonly replace?: boolean
  /** What the entry is marked with. */
  readonly state?: unknown
}

/** Goes to an address of the app. Whatever depends on the address shows it before the next key press. */
export const goTo = (pathname: string, search: string, manner: Manner = {}): void =>
  navigate(search === '' ? pathname : `${pathname}?${search}`, manner)

/** The query of the address as it is now. Whatever is drawn by it takes it from `useSearchParams`. */
export const currentParams = (): URLSearchParams => new URLSearchParams(location.search)

/** Changes the query of the address as it is now. */
export const changeParams = (
  change: (before: URLSearchParams) => URLSearchParams,
  manner?: Manner,
): void => goTo(location.pathname, change(currentParams()).toString(), manner)

/** The query of the address. */
export function useSearchParams(): URLSearchParams {
  const search = useSearch()
  return useMemo(() => new URLSearchParams(search), [search])
}

/** By opening the page at it; by Back, Forward or a reload; or by going on from here. */
type Way = 'opened' | 'returned' | 'went on'

let way: Way = 'returned'

/** To be called once, before anything is drawn: from then on `wayHere` is known. */
export function watchHistory(): void {
  if (loadedAnew()) way = 'opened'
  addEventListener('popstate', () => (way = 'returned'))
  for (const type of ['pushState', 'replaceState']) addEventListener(type, () => (way = 'went on'))
}

/** How what is shown was reached. */
export const wayHere = (): Way => way
