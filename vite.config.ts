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
 * The page's code is two files: the small one that asks for what will be needed first, and the app, which is
 * loaded beside it. Parts that are loaded later would else cut from the app whatever they share with it.
 */
const firstLoad = (id: string, graph: Graph): string | null => {
  if (importedBy(source('main.ts'), graph).has(id)) return 'main'
  // The file of start.tsx itself is what main.ts asks for.
  const later = id !== source('start.tsx') && importedBy(source('start.tsx'), graph).has(id)
  return later ? 'app' : null
}

/** The page names the app's file too, so that it is loaded beside the one that asks for it, not after. */
const preloadApp = (): Plugin => ({
  name: 'preload-app',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => {
      const files = Object.values(bundle).filter((file) => file.type === 'chunk')
      const named = (name: string) => files.filter((file) => file.name === name)
      const app = [...named('start'), ...named('app')]
      if (app.length !== 2) throw new Error('The app is not in the two files that it should be in.')
      const known = new Set(
        named('main').flatMap(({ fileName, imports }) => [fileName].concat(imports)),
      )
      const needed = new Set(app.flatMap(({ fileName, imports }) => [fileName].concat(imports)))
      return [...needed]
        .filter((name) => !known.has(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        }))
    },
  },
})

/**
 * Most of the first files runs before the first rows. Told so, Chromium compiles all of it while it arrives, beside the
 * page's own thread, instead of each function when it is called (v8.dev/blog/explicit-compile-hints).
 */
const compiledOnArrival = (): Plugin => ({
  name: 'compiled-on-arrival',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  generateBundle: {
    order: 'post',
    handler: (_, bundle) => {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk' && ['main', 'app'].includes(file.name))
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
  plugins: [react(), tailwindcss(), preloadApp(), compiledOnArrival(), brotliBeside()],
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
