import { isEnvironmentsAnswer } from '#src/web/environments/environments-answer.ts'
import { askEarly, peekEarly } from '#src/web/lib/early.ts'
import { loadedAnew } from '#src/web/lib/loaded-anew.ts'
import { arrivalIn, environmentIn } from './paths.ts'

/** The query parameters that narrow no list. */
const harmless = new Set(['user', 'zone', 'columns', 'density', 'times'])

/**
 * What an address will ask the gateway for first. The list is told only where nothing narrows it: what a filter means
 * takes code that is not here yet, and then the list is asked for a moment later.
 */
export function firstPaths(address: Pick<Location, 'pathname' | 'search'>): readonly string[] {
  const environment = environmentIn(address.pathname)
  const names = [...new URLSearchParams(address.search).keys()]
  const plain = names.every((name) => harmless.has(name))
  const list = `/api/environments/${encodeURIComponent(environment ?? '')}/users?limit=100`
  return ['/api/environments', ...(environment !== null && plain ? [list] : [])]
}

/**
 * Sends the first requests. Not the list after a reload or Back: it is then continued where it was left. At `/` the way
 * is to the first environment, as soon as that is known. Never fails.
 */
export async function sendFirstRequests(): Promise<void> {
  const anew = loadedAnew()
  for (const path of anew ? firstPaths(location) : ['/api/environments']) askEarly(path)
  if (location.pathname !== '/') return
  const known = await peekEarly('/api/environments')
  const [first] = isEnvironmentsAnswer(known) ? known.environments : []
  if (first === undefined || location.pathname !== '/') return
  const [pathname, search] = arrivalIn(first.id)
  history.replaceState(history.state, '', search === '' ? pathname : `${pathname}?${search}`)
  const [, list] = firstPaths(location)
  if (anew && list !== undefined) askEarly(list)
}
