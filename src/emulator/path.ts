/**
 * A segment of a URL's path, counted from its end (1 is the last), decoded once: an id may hold `/`,
 * `%` or `+` (both contracts §1). Read from the raw URL, as a router's own decoding would take two
 * attempts at `%252F`. Null when it is empty or not percent-encoded UTF-8.
 */
export const segmentFromEnd = (url: string, place: number): string | null => {
  const segment = new URL(url).pathname.split('/').at(-place) ?? ''
  try {
    return decodeURIComponent(segment) || null
  } catch {
    return null
  }
}
