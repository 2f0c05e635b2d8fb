// The path and query of a request exactly as they were sent. Hono decodes a path once before it
// matches routes; a check that looked at the undecoded path would then guard another door than the
// one that opens (`/%61pi/…`), and an id would be decoded twice.

const afterAuthority = (url: string) => url.indexOf('/', url.indexOf('://') + 3)

/** The path, undecoded, at least "/". */
export const rawPath = (request: Request): string => {
  const { url } = request
  const start = afterAuthority(url)
  if (start === -1) return '/'
  const end = url.slice(start).search(/[?#]/u)
  return end === -1 ? url.slice(start) : url.slice(start, start + end)
}

/** The query, undecoded and without its question mark. */
export const rawQuery = (request: Request): string => {
  const [url = ''] = request.url.split('#')
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}
