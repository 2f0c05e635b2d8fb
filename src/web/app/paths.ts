import { arrivalSearch } from '#src/web/users/views/arrival.ts'

/** The address of an environment's users. */
const usersPath = (environment: string): string =>
  `/environments/${encodeURIComponent(environment)}/users`

/** The environment that the path of an address names, or null where it names none. */
export function environmentIn(pathname: string): string | null {
  const name = /^\/environments\/([^/]+)\/users\/?$/.exec(pathname)?.[1]
  if (name === undefined) return null
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** Path and query with which somebody arrives in an environment: its default view's, where there is one. */
export const arrivalIn = (environment: string, search = ''): readonly [string, string] => [
  usersPath(environment),
  arrivalSearch(environment, search) ?? search,
]

/** Where the tab begins in an environment without saying how, that environment's default view is shown. */
export function openDefaultView(): void {
  const id = environmentIn(location.pathname)
  const search = id === null ? null : arrivalSearch(id, location.search)
  if (search !== null) history.replaceState(history.state, '', `${location.pathname}?${search}`)
}
