import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

type Graph = {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

/** All that a module imports, itself included, without what it loads later. */
function importedBy(id: string, graph: Graph, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(id)) return found
  found.add(id)
  for (const next of graph.getModuleInfo(id)?.importedIds ?? []) importedBy(next, graph, found)
  return found
}

const source = (name: string) => join(import.meta.dirname, 'src/web/app', name)

/**
 * The page's code is three files: the small one that asks for what will be needed first, the one that shows the first
 * rows, and the app. Parts that are loaded later would else cut from the app whatever they share with it.
 */
const firstLoad = (id: string, graph: Graph): string | null => {
  for (const file of ['first.ts', 'main.ts'])
    if (importedBy(source(file), graph).has(id)) return file.slice(0, -'.ts'.length)
  // The file of start.tsx itself is what main.ts asks for.
  const later = id !== source('start.tsx') && importedBy(source('start.tsx'), graph).has(id)
  return later ? 'app' : null
}

/**
 * The first file runs as soon as it is here; nothing is painted before the second is here, which would be an empty page.
 * That asks for the app when the first rows are painted, which need the network as much as the processor. A narrow
 * page has none before the app, so it loads that beside them, and does not compile it before it is asked for.
 */
const headOfPage = (): Plugin => ({
  name: 'head-of-page',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const files = Object.values(bundle).filter((file) => file.type === 'chunk')
      const named = (name: string) => {
        const file = files.find((one) => one.name === name)
        if (file === undefined) throw new Error(`The first load has no file of the name ${name}.`)
        return file.fileName
      }
      const withAttribute = (page: string, name: string, attribute: string) => {
        const [before, after, ...more] = page.split(
          `<script type="module" crossorigin src="/${named(name)}"`,
        )
        if (before === undefined || after === undefined || more.length > 0)
          throw new Error(`The page does not load ${name} once.`)
        return `${before}<script type="module" ${attribute} crossorigin src="/${named(name)}"${after}`
      }
      return {
        html: withAttribute(withAttribute(html, 'first', 'async'), 'main', 'blocking="render"'),
        tags: ['start', 'app'].map((name) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'script',
            media: '(width < 40rem)',
            fetchpriority: 'low',
            crossorigin: true,
            href: `/${named(name)}`,
          },
          injectTo: 'head',
        })),
      }
    },
  },
})

/**
 * Most of the first files runs as soon as they are here. Told so, Chromium compiles all of a file beside the page's own
 * thread, instead of each function when it is called (v8.dev/blog/explicit-compile-hints).
 */
const compiledOnArrival = (): Plugin => ({
  name: 'compiled-on-arrival',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && ['first', 'main', 'app'].includes(file.name))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`
    },
  },
})

/**
 * Beside each text file of the page the same one as the gateway sends it, at Brotli's best: made at the
 * build, so that nobody waits for it.
 */
const brotliBeside = (): Plugin => ({
  name: 'brotli-beside',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  async writeBundle({ dir }, bundle) {
    if (dir === undefined) return
    const texts = Object.values(bundle).filter(({ fileName }) =>
      /\.(?:js|css|html)$/.test(fileName),
    )
    await Promise.all(
      texts.map(async (file) => {
        const text = file.type === 'chunk' ? file.code : file.source
        await writeFile(join(dir, `${file.fileName}.br`), await promisify(brotliCompress)(text))
      }),
    )
  },
})

// One build makes both halves: the page (dist/web) and the two servers (dist/server).
export default defineConfig({
  plugins: [react(), tailwindcss(), headOfPage(), compiledOnArrival(), brotliBeside()],
  builder: {},
  resolve: {
    // What React 18 and later have themselves need not be made up for.
    alias: { 'use-sync-external-store/shim/index.js': 'react' },
  },
  environments: {
    client: {
      build: {
        outDir: 'dist/web',
        manifest: 'manifest.json',
        assetsInlineLimit: 0,
        // Browsers without it load the same files a little later.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          output: {
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ name: firstLoad, debugName: 'first load' }],
            },
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: 'dist/server',
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: {
          input: {
            main: 'src/gateway/main.ts',
            audit: 'src/gateway/audit-main.ts',
            emulator: 'src/emulator/main.ts',
          },
        },
      },
    },
  },
  test: {
    // Properties run thousands of cases, also on a machine that does other things.
    testTimeout: 30_000,
    // All cores: nothing else is done meanwhile.
    maxWorkers: '100%',
    pool: 'threads',
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Modules there keep nothing that another test could see; to load them anew for each file takes as long as the tests.
          isolate: false,
          include: [
            'src/{domain,platforms,reachability,gateway,emulator,together}/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          environment: 'node',
          include: ['src/web/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
