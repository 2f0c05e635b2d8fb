import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { readAssets } from './asset-files.ts'
import { assets, builtPage, fakeGateway } from './fakes.ts'

const html = { accept: 'text/html,application/xhtml+xml' }

describe('the page and its files (A13)', () => {
  test.each(['/', '/environments/prod', '/a/b/', '/users/ada%40x', '/env/x?open=y.z'])(
    'a person who opens %s gets the page, fresh',
    async (path) => {
      const response = await fakeGateway().ask(path, { headers: html })
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(await response.text()).toBe(builtPage)
    },
  )

  test('an address that almost looks like a page is refused at once, however long', async () => {
    // A pattern that tries every way to split the name would not come back from this.
    const path = `/${'a'.repeat(2000)}.woff2`
    expect((await fakeGateway().ask(path, { headers: html })).status).toBe(404)
  })

  test('a file with a hash in its name may be kept for a year', async () => {
    const response = await fakeGateway().ask('/assets/index-4f2a.js')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-type')).toBe('text/javascript')
    const other = await fakeGateway().ask('/favicon.svg')
    expect(other.headers.get('cache-control')).toBe('no-cache')
  })

  test('what has not changed is not sent again', async () => {
    const { ask } = fakeGateway()
    const etag = (await ask('/')).headers.get('etag') ?? ''
    const again = await ask('/', { headers: { 'if-none-match': `"other", ${etag}` } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await ask('/', { headers: { 'if-none-match': 'W/"other"' } })).status).toBe(200)
  })

  test('files are compressed once and stay the same', async () => {
    const { ask } = fakeGateway({}, { compress: true })
    for (const encoding of ['br', 'gzip']) {
      for (let round = 0; round < 2; round += 1) {
        const headers = { 'accept-encoding': encoding }
        const response = await ask('/assets/index-4f2a.js', { headers })
        expect(response.headers.get('content-encoding')).toBe(encoding)
        const bytes = await response.arrayBuffer()
        expect(response.headers.get('content-length')).toBe(String(bytes.byteLength))
        expect(bytes.byteLength).toBeLessThan(200)
      }
    }
    const tiny = await ask('/', { headers: { 'accept-encoding': 'br' } })
    expect(tiny.headers.has('content-encoding')).toBe(false)
  })

  test('what the build made smaller is sent as it is', async () => {
    const brotli = new TextEncoder().encode('made at the build')
    const small = [...assets].map(([path, asset]) => [path, { ...asset, brotli }] as const)
    const { ask } = fakeGateway({}, { compress: true, assets: new Map(small) })
    const headers = { 'accept-encoding': 'br' }
    const response = await ask('/assets/index-4f2a.js', { headers })
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(await response.text()).toBe('made at the build')
  })

  test.each([
    '/..%2f..%2fetc/passwd',
    '/%2e%2e%2f%2e%2e%2fetc/passwd',
    '/%5c..%5cwindows',
    '//evil.example/%2f..',
    '//evil.example',
    '/.env',
    '/.git/config',
    '/assets/.env',
    '/assets/index-4f2a.js.map',
    '/assets/missing.js',
    '/api%2fusers',
    '/API/users.json',
    '/users/a.css',
    '/index.html/',
    '/assets/index-4f2a.js/',
    '/a%00b',
    '/a%2eb',
    '/manifest.json',
    '/__proto__.js',
  ])('%s is nothing, even to a browser, and leads nowhere else', async (path) => {
    const response = await fakeGateway().ask(path, { headers: html })
    expect([400, 404]).toContain(response.status)
    expect(response.headers.has('location')).toBe(false)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('a program that asks for no page gets none', async () => {
    const { ask } = fakeGateway()
    expect((await ask('/environments/prod', { headers: { accept: '*/*' } })).status).toBe(404)
    expect((await ask('/environments/prod')).status).toBe(404)
  })
})

describe('a build on disk', () => {
  const root = mkdtempSync(join(tmpdir(), 'rollcall-assets-'))
  afterAll(() => rmSync(root, { recursive: true }))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }

  test('is listed without maps, dot files, the manifest or unknown types', () => {
    write('index.html', '<!doctype html>')
    write('theme.js', '1')
    write('assets/index-a1.js', '2')
    write('assets/index-a1.css', '3')
    write('assets/index-a1.js.map', '4')
    write('.vite/deps.json', '{}')
    write('.env', 'SECRET=1')
    write('notes', 'x')
    write('assets/inter-b2.woff2', '5')
    write('assets/index-a1.js.br', 'smaller')
    write(
      'manifest.json',
      JSON.stringify({
        'index.html': {
          file: 'assets/index-a1.js',
          css: ['assets/index-a1.css'],
          assets: ['assets/inter-b2.woff2'],
        },
      }),
    )
    const found = readAssets(root)
    expect([...found.keys()].toSorted()).toEqual([
      '/assets/index-a1.css',
      '/assets/index-a1.js',
      '/assets/inter-b2.woff2',
      '/index.html',
      '/theme.js',
    ])
    expect(found.get('/assets/index-a1.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      immutable: true,
      brotli: new TextEncoder().encode('smaller'),
    })
    expect(found.get('/theme.js')).toMatchObject({ immutable: false, brotli: null })
  })

  test('that does not exist is empty', () => {
    expect(readAssets(join(root, 'nowhere')).size).toBe(0)
  })
})
