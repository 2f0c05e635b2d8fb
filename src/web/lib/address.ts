import { useCallback, useMemo } from 'react'
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

type SetParams = (change: (before: URLSearchParams) => URLSearchParams, manner?: Manner) => void

/** The query of the address, and how to change it. */
export function useSearchParams(): readonly [URLSearchParams, SetParams] {
  const search = useSearch()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const setParams = useCallback<SetParams>((change, manner) => {
    const { pathname, search: now } = location
    goTo(pathname, change(new URLSearchParams(now)).toString(), manner)
  }, [])
  return [params, setParams]
}

let returned = true

/** To be called once, before anything is drawn: from then on `returnedHere` is known. */
export function watchHistory(): void {
  returned = !loadedAnew()
  addEventListener('popstate', () => (returned = true))
  for (const type of ['pushState', 'replaceState']) addEventListener(type, () => (returned = false))
}

/** Whether what is shown was reached by Back, Forward or a reload, and not by opening it or going on from here. */
export const returnedHere = (): boolean => returned
