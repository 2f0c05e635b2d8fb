// npm start, npm run emulator and npm run audit: builds when something that goes into the build has changed
// since the last one, then runs the program in this very process, so that its signals and exit code are ours.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'dist/.build-hash')
const inputs = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
]

/** @param {string} input @returns {string[]} the files that it is, or holds, in a stable order */
const filesOf = (input) => {
  const path = join(root, input)
  if (!existsSync(path)) return []
  try {
    return readdirSync(path)
      .toSorted()
      .flatMap((name) => filesOf(join(input, name)))
  } catch {
    return [input]
  }
}

const isTest = /\.test\.tsx?$/u

/** The hash of every input: contents, not times, because a checkout touches every file. */
const hashInputs = () => {
  const hash = createHash('sha256')
  for (const file of inputs.flatMap(filesOf).filter((name) => !isTest.test(name))) {
    const content = readFileSync(join(root, file))
    hash.update(`${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/** Builds if needed; ends the process when the build fails. */
const build = () => {
  const stamp = hashInputs()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  // A build that fails half way must not pass for the old one.
  rmSync(stampFile, { force: true })
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  writeFileSync(stampFile, stamp)
}

const other = ['emulator', 'audit'].find((name) => name === process.argv[2])
// The programs refuse arguments; the one that chooses between them is ours.
if (other !== undefined) process.argv.splice(2, 1)
build()
await import(pathToFileURL(join(root, 'dist/server', `${other ?? 'main'}.js`)).href)
