import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// One build makes both halves: the page (dist/web) and the two servers (dist/server).
export default defineConfig({
  plugins: [react(), tailwindcss()],
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
