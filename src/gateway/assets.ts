import { chooseEncoding, compressBytes, type Encoding, isWorthCompressing } from './compress.ts'
import { ProblemError } from './problems.ts'

/** One file of the build, in memory. */
export type Asset = {
  readonly body: Uint8Array<ArrayBuffer>
  /** The same, made smaller at the build; null where that was not done. */
  readonly brotli: Uint8Array<ArrayBuffer> | null
  /** Its Content-Type. */
  readonly type: string
  /** Its name changes with its content, so that browsers may keep it for ever. */
  readonly immutable: boolean
  /** Changes with the content; without quotes. */
  readonly etag: string
}

/** Files by path, e.g. `/assets/index-4f2a.js`. Only what is listed is served: no paths are joined. */
export type Assets = ReadonlyMap<string, Asset>

// The app's own addresses: plain segments, and no dot, so that /.env or /users/a.css never looks like a page.
const pagePath = /^(?:\/(?:[\w~@:+=,;!$&'()*-]|%(?!2f|5c|00|2e)[0-9a-f]{2})+)+\/?$/iu

const wantsPage = (accept: string | null) => /(?:^|,)\s*text\/html\b/iu.test(accept ?? '')

const matches = (header: string | null, etag: string) =>
  (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//u, '') === `"${etag}"`)

/**
 * Makes the answer to a GET outside the API: a listed file, or the page for the app's own addresses.
 * Throws a ProblemError (404) for everything else (check A13).
 * @param compress whether files may be compressed; each is at most once per encoding, then kept, where the build has not done it
 */
export const assetServer = (assets: Assets, compress: boolean) => {
  const compressed = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  const shrink = (path: string, asset: Asset, encoding: Encoding) => {
    if (encoding === 'br' && asset.brotli !== null) return asset.brotli
    const key = `${encoding} ${path}`
    const known = compressed.get(key)
    if (known !== undefined) return known
    const made = compressBytes(asset.body, encoding, 'small')
    compressed.set(key, made)
    return made
  }

  return async (path: string, headers: Headers): Promise<Response> => {
    const page = path === '/' || (pagePath.test(path) && wantsPage(headers.get('accept')))
    const name = assets.has(path) || !page ? path : '/index.html'
    const asset = assets.get(name)
    if (asset === undefined) {
      throw new ProblemError('not-found', 'There is no page or file at this address.')
    }
    const shrinks = compress && isWorthCompressing(asset.type, asset.body.byteLength)
    const about = {
      'content-type': asset.type,
      'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      // Weak: the same content may come in several encodings.
      etag: `W/"${asset.etag}"`,
      ...(shrinks ? { vary: 'accept-encoding' } : {}),
    }
    if (matches(headers.get('if-none-match'), asset.etag)) {
      return new Response(null, { status: 304, headers: about })
    }
    const encoding = shrinks ? chooseEncoding(headers.get('accept-encoding')) : null
    const body = encoding === null ? asset.body : await shrink(name, asset, encoding)
    return new Response(body, {
      headers: {
        ...about,
        'content-length': String(body.byteLength),
        ...(encoding === null ? {} : { 'content-encoding': encoding }),
      },
    })
  }
}
