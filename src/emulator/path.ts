/**
 * The last segment of a URL's path, decoded once: an id may hold `/`, `%` or `+` (both contracts §1).
 * Read from the raw URL, as a router's own decoding would take two attempts at `%252F`.
 * Null when it is empty or not percent-encoded UTF-8.
 */
export const lastSegment = (url: string): string | null => {
  const { pathname } = new URL(url)
  try {
    return decodeURIComponent(pathname.slice(pathname.lastIndexOf('/') + 1)) || null
  } catch {
    return null
  }
}
