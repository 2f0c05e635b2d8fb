import { tabStorage } from './tab-storage.ts'

const key = 'rollcall.token'

/**
 * Takes the launch token out of the address (`#token=…`, as the gateway prints it) and keeps it for
 * this tab. The fragment leaves the history at once, so that it is neither shared nor bookmarked.
 */
export function adoptTokenFromAddress(): void {
  const match = /^#token=(.+)$/.exec(location.hash)
  if (match?.[1] === undefined) return
  saveToken(decodeURIComponent(match[1]))
  history.replaceState(history.state, '', location.pathname + location.search)
}

/** The token of this tab, or null. Not a cookie: loopback ports share those. */
export const readToken = (): string | null => tabStorage.get(key)

export const saveToken = (token: string): void => tabStorage.set(key, token)
