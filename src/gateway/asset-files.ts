import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

import * as z from 'zod'

import type { Asset, Assets } from './assets.ts'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

const manifestName = 'manifest.json'

const manifestSchema = z.record(
  z.string(),
  z.looseObject({
    file: z.string(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
  }),
)

/** The build's files whose names hold a hash of their content, as Vite's manifest lists them. */
const hashedFiles = (root: string): ReadonlySet<string> => {
  const path = join(root, manifestName)
  if (!existsSync(path)) return new Set()
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  return new Set(
    Object.values(manifest).flatMap(({ file, css = [], assets = [] }) =>
      [file].concat(css, assets),
    ),
  )
}

/**
 * Reads a build into memory: every listed file of a known type, by its path from `/`. Source maps, the
 * manifest and dot files stay out. Empty when there is no build; throws for files that cannot be read.
 */
export const readAssets = (root: string): Assets => {
  if (!existsSync(root)) return new Map()
  const hashed = hashedFiles(root)
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
  const entries = files.flatMap((file): (readonly [string, Asset])[] => {
    const name = relative(root, join(file.parentPath, file.name)).split(sep).join('/')
    const type = types[extname(name)]
    const hidden = name === manifestName || name.split('/').some((part) => part.startsWith('.'))
    if (!file.isFile() || type === undefined || hidden) return []
    const body = new Uint8Array(readFileSync(join(root, name)))
    const smaller = join(root, `${name}.br`)
    const brotli = existsSync(smaller) ? new Uint8Array(readFileSync(smaller)) : null
    const etag = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    return [[`/${encodeURI(name)}`, { body, brotli, type, immutable: hashed.has(name), etag }]]
  })
  return new Map(entries)
}
