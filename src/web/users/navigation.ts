import { changeParams, currentParams } from '#src/web/lib/address.ts'
import { currentEntry } from './entry.ts'
import type { Filters, ViewChange } from './view.ts'
import { changeView, readView, toShare } from './view.ts'

// These go by the address as it is when they are called, and not as it was when something was drawn: so they are the same
// for every drawing, and a row that has them stays as it is when somebody else is opened.

/** The query of a list, whoever is open in it, as it is shared. */
export const listIn = (params: URLSearchParams): string =>
  toShare(changeView(params, { user: null })).toString()

/** Shows something else of the environment. `replace`: not as a step of the history of its own. */
export function goToView(change: ViewChange, replace = false): void {
  const entry = currentEntry()
  const opened = change.user == null ? null : listIn(currentParams())
  changeParams((old) => changeView(old, change), {
    replace,
    state: replace ? entry : { ...entry, opened },
  })
}

/** Opens a user. Going from user to user is one step of the history: Back closes the drawer. */
export function openUser(id: string): void {
  const { user } = readView(currentParams())
  if (id !== user) goToView({ user: id }, user !== null)
}

/** Narrows the list by this as well. */
export const narrowList = (by: Partial<Filters>): void =>
  goToView(
    by.reach === undefined
      ? by
      : { ...by, reach: { ...readView(currentParams()).reach, ...by.reach } },
  )

// Going back takes a while, and a second Escape meanwhile would go back over the list.
let goesBack = false
const isBack = () => {
  goesBack = false
}

/** Closes whoever is open: who was opened here by going back, unless the list is another one by now, or has other columns. */
export function closeUser(): void {
  if (goesBack) return
  if (currentEntry().opened !== listIn(currentParams())) return goToView({ user: null }, true)
  goesBack = true
  // Also where the entry is of another page, which is left, and come back to as it was left.
  for (const type of ['popstate', 'pageshow']) addEventListener(type, isBack, { once: true })
  history.back()
}
