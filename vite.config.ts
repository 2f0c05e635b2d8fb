import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

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
  plugins: [react(), tailwindcss(), brotliBeside()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: 'dist/web',
        manifest: 'manifest.json',
        assetsInlineLimit: 0,
        // Browsers without it load the same files a little later.
        modulePreload: { polyfill: false },
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
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['src/{domain,platforms,reachability,gateway,emulator}/**/*.test.ts'],
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
