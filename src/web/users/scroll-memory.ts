// Where each list was scrolled to, in pixels, for as long as the page lives.
const tops = new Map<string, number>()

/** Keeps a list's scroll position, so that coming back shows what was seen. */
export const rememberTop = (listId: string, top: number): void => {
  tops.set(listId, top)
}

/** A list's last scroll position, 0 for one never seen. */
export const recallTop = (listId: string): number => tops.get(listId) ?? 0

export const forgetTop = (listId: string): void => {
  tops.delete(listId)
}
