// npm run bench: builds the product, the baseline and the measurements, then runs them. `--quick` takes
// two minutes; `--only=size,load,scroll,memory,interaction,gateway,start` measures parts.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import react from '@vitejs/plugin-react'
import { findBrowser } from './find-browser.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const { status } = spawnSync('npx', ['vite', 'build', '--app', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
})
if (status !== 0) process.exit(status ?? 1)
await build({
  root: `${root}/bench/baseline`,
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: { outDir: `${root}/dist/bench/baseline`, emptyOutDir: true },
})
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { ssr: 'bench/main.ts', outDir: 'dist/bench', emptyOutDir: false, copyPublicDir: false },
})
const run = spawnSync(process.execPath, ['dist/bench/main.js', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ROLLCALL_E2E_BROWSER: findBrowser() },
})
process.exit(run.status ?? 1)
