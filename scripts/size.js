// npm run size: what the page needs before it shows its first rows, as it travels, against its budget.
// Fails when it is more: each kilobyte here is waited for by everybody, each time a tab opens.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const built = fileURLToPath(new URL('../dist/web', import.meta.url))

/** Bytes, compressed as the gateway does for whoever does not take Brotli. */
const budgets = [
  { what: 'scripts before the first rows', pattern: /src="(\/[^"]+\.js)"/g, limit: 22_000 },
  // The app's files stand in the page as links.
  { what: 'scripts until the app', pattern: /(?:src|href)="(\/[^"]+\.js)"/g, limit: 130_000 },
  { what: 'styles before the first rows', pattern: /href="(\/[^"]+\.css)"/g, limit: 12_000 },
]

const page = readFileSync(join(built, 'index.html'), 'utf8')
for (const { what, pattern, limit } of budgets) {
  const files = [...page.matchAll(pattern)].map(([, path = '']) => path)
  if (files.length === 0)
    throw new Error(`The built page names no ${what}. Run npm run build first.`)
  const sizes = files.map((path) => gzipSync(readFileSync(join(built, path)), { level: 9 }).length)
  const sum = sizes.reduce((total, size) => total + size, 0)
  console.log(
    `First load, ${what}: ${sum.toLocaleString('en')} of ${limit.toLocaleString('en')} bytes gzipped`,
  )
  if (sum <= limit) continue
  process.exitCode = 1
  for (const [index, path] of files.entries()) console.log(`  ${path} ${sizes[index]}`)
  console.log('  Load on intent what the first rows do not need (src/web/lib/on-demand.tsx).')
}
