import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

import type { MiddlewareHandler } from 'hono'

import { isLoopback } from './base-url.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Bytes; below this the headers cost more than compression saves. */
const worthwhile = 1024

// A table of comma-separated values is written as it is read, and would be gathered to be compressed.
const compressible =
  /^(?:text\/(?!csv)|image\/svg\+xml|application\/(?:[\w.]+\+)?json|application\/manifest)/u

export type Encoding = 'br' | 'gzip'

/** The encoding to use for an Accept-Encoding header, or null. A quality of 0 means "not this one". */
export const chooseEncoding = (accepted: string | null): Encoding | null => {
  const qualities = new Map<string, number>()
  for (const part of (accepted ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2)
    qualities.set(name, quality === undefined ? 1 : Number(quality))
  }
  const wanted = (name: Encoding) => (qualities.get(name) ?? qualities.get('*') ?? 0) > 0
  if (wanted('br')) return 'br'
  return wanted('gzip') ? 'gzip' : null
}

/**
 * Compresses bytes in Node's thread pool.
 * @param effort `fast` for what is made once per request, `small` for what is kept
 */
export const compressBytes = (
  bytes: Uint8Array,
  encoding: Encoding,
  effort: 'fast' | 'small',
): Promise<Uint8Array<ArrayBuffer>> =>
  encoding === 'br'
    ? brotli(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: effort === 'fast' ? 4 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
        },
      })
    : zip(bytes, { level: effort === 'fast' ? 5 : 9 })

export const isWorthCompressing = (type: string, size: number): boolean =>
  size >= worthwhile && compressible.test(type)

/**
 * Whether the answer stays on this machine, where sending bytes costs less than compressing them. A proxy
 * in between says so (RFC 7239, and the older header), and its client may be far away.
 */
const staysHere = (headers: Headers): boolean => {
  const name = (headers.get('host') ?? '').replace(/:\d+$/u, '').replace(/^\[|\]$/gu, '')
  return isLoopback(name) && !headers.has('forwarded') && !headers.has('x-forwarded-for')
}

/** Compresses answers that leave this machine and are not compressed already. `enabled` false leaves everything as it is. */
export const compression =
  (enabled: boolean): MiddlewareHandler =>
  async (c, next) => {
    await next()
    const { res } = c
    const type = res.headers.get('content-type') ?? ''
    const { headers: asked } = c.req.raw
    if (!enabled || res.body === null || !compressible.test(type) || staysHere(asked)) return
    if (res.headers.has('content-encoding')) return
    res.headers.append('vary', 'accept-encoding')
    const encoding = chooseEncoding(asked.get('accept-encoding'))
    if (encoding === null) return
    const bytes = new Uint8Array(await res.arrayBuffer())
    const headers = new Headers(res.headers)
    const smaller = bytes.byteLength >= worthwhile
    const body = smaller ? await compressBytes(bytes, encoding, 'fast') : bytes
    if (smaller) headers.set('content-encoding', encoding)
    // Hono would merge the old answer's headers into the new one's.
    c.res = undefined
    c.res = new Response(body, { status: res.status, headers })
  }
