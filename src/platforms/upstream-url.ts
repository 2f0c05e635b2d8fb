import { PlatformError } from '#src/platforms/platform.ts'

export type Query = Readonly<Record<string, string>>

/**
 * Checks a configured base URL once and gives it without trailing slashes, because `//users` is
 * another path (contract NotificationAPI §8, trap 3). Fails with an Error that does not quote the URL.
 */
export function readBaseUrl(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    throw new Error('The base URL of a platform must be an absolute http or https URL')
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new Error('The base URL of a platform must have no user, password, query or fragment')
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

function encoded(text: string): string | null {
  try {
    return encodeURIComponent(text)
  } catch {
    return null
  }
}

/** Whether a text can be sent as the value of a query: it is valid Unicode. */
export const isSendable = (text: string): boolean => encoded(text) !== null

/**
 * Whether a text can be sent as one segment of a path. URLs resolve "." and ".." even when
 * percent-encoded, and an empty id would name the list: each would ask for something else than was meant.
 */
export const isSegment = (text: string): boolean =>
  text !== '' && text !== '.' && text !== '..' && isSendable(text)

function encode(text: string): string {
  const written = encoded(text)
  if (written !== null) return written
  throw new PlatformError('platform-rejected', 'This text cannot be sent: it is not valid Unicode')
}

function segment(text: string): string {
  if (isSegment(text)) return encode(text)
  throw new PlatformError('platform-rejected', 'No URL can carry this id')
}

/**
 * The address of one request. Takes the base of `readBaseUrl`, path segments and query values as they
 * are, and percent-encodes each once, byte for byte (contract NotificationAPI §1, §5). Fails with
 * `platform-rejected` for a segment that no URL can carry.
 */
export function requestUrl(base: string, path: readonly string[], query: Query): string {
  const pairs = Object.entries(query).map(([name, value]) => `${encode(name)}=${encode(value)}`)
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`
  return `${base}/${path.map(segment).join('/')}${search}`
}
