// What the browser refused to keep is kept as long as the page lives.
const refused = new Map<string, string>()

/**
 * What this tab keeps until it is closed, reloads included. Never fails: where storage is forbidden, or full, it
 * lasts as long as the page.
 */
export const tabStorage = {
  get(key: string): string | null {
    try {
      return refused.get(key) ?? sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  set(key: string, text: string): void {
    try {
      sessionStorage.setItem(key, text)
      refused.delete(key)
    } catch {
      refused.set(key, text)
    }
  },
  remove(key: string): void {
    refused.delete(key)
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Then it is not there either.
    }
  },
}
