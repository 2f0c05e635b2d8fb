import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { openBrowser } from './browser.ts'
import { measureFar } from './browser-far.ts'
import { measureDrawer, measureFilter } from './browser-interaction.ts'
import { measureJourney } from './browser-journey.ts'
import { measureLoad } from './browser-load.ts'
import { measureScroll } from './browser-ride.ts'
import { measureTyping } from './browser-typing.ts'
import { areas, type Figure, median, tableOf } from './figures.ts'
import { measureGatewayCpu } from './gateway-cpu.ts'
import { measureOverhead, measureScan, measureWalk } from './gateway-load.ts'
import { serveBaseline, startProduct } from './servers.ts'
import { measureSize } from './size.ts'

// npm run bench: every figure in one run, as one table; see docs/performance.md for what they mean.

const root = process.cwd()
const { quick, only } = readOptions()
const browserPath = process.env['ROLLCALL_E2E_BROWSER'] ?? ''
/** What a platform takes to answer, where a person waits for it. */
const latencyMs = 20
/** In each environment: more than are read anywhere. */
const users = quick ? 220_000 : 1_100_000

/** What was asked for on the command line. Whatever else stands there ends it: a whole run is long. */
function readOptions() {
  try {
    const options = {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
    } as const
    const { values } = parseArgs({ options })
    const parts = values.only?.split(',')
    const odd = parts?.find((part) => !areas.some((area) => area === part))
    if (odd !== undefined) throw new Error(`"${odd}" is no part; there are ${areas.join(', ')}.`)
    return { quick: values.quick, only: parts }
  } catch (error) {
    process.stderr.write(
      `npm run bench: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    process.exit(2)
  }
}

const wants = (area: Figure['area']) => only?.includes(area) !== false

/** From the command until the address is printed, when nothing has to be built. */
async function startMs(): Promise<number> {
  const begun = performance.now()
  const child = spawn(process.execPath, [join(root, 'scripts/start.js')], {
    cwd: root,
    env: { ...process.env, PORT: '0', ROLLCALL_EMULATOR_PORT: '0' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await new Promise((resolve) => child.stdout.once('data', resolve))
  const ms = performance.now() - begun
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
  return ms
}

async function measureStart(): Promise<readonly Figure[]> {
  const times: number[] = []
  for (let round = 0; round < 3; round += 1) times.push(await startMs())
  return [
    {
      area: 'start',
      name: 'npm start, nothing to build',
      value: median(times),
      unit: 'ms',
      goal: 2000,
    },
  ]
}

const environment = 'notiflows-production'
const subject = (gateway: string) => ({
  name: 'Rollcall',
  url: `${gateway}/environments/${environment}/users`,
})

async function measureInBrowser(): Promise<readonly Figure[]> {
  const product = await startProduct(root, users, latencyMs)
  const { url, server } = await serveBaseline(join(root, 'dist/bench/baseline'), product.gateway)
  const browser = await openBrowser(browserPath)
  const ours = subject(product.gateway)
  const baseline = { name: 'baseline', url: `${url}/?environment=${environment}` }
  try {
    return [
      ...(wants('load') ? await measureLoad(browser, ours, baseline, quick) : []),
      ...(wants('scroll') ? await measureScroll(browser, ours, baseline, quick) : []),
      ...(wants('interaction')
        ? [
            ...(await measureDrawer(browser, ours, quick)),
            ...(await measureFilter(browser, ours, latencyMs, quick)),
            ...(await measureTyping(browser, ours, quick)),
            ...(await measureJourney(browser, ours, quick)),
          ]
        : []),
    ]
  } finally {
    await browser.close()
    server.close()
    await product.stop()
  }
}

/** Thousands of answers are read for it, so they come at once. */
async function measureFarInBrowser(): Promise<readonly Figure[]> {
  const product = await startProduct(root, users, 0)
  const browser = await openBrowser(browserPath)
  try {
    const figures = await measureFar(browser, subject(product.gateway), latencyMs, quick)
    return figures.filter(({ area }) => wants(area))
  } finally {
    await browser.close()
    await product.stop()
  }
}

async function measureGateway(): Promise<readonly Figure[]> {
  const product = await startProduct(root, users, 0)
  try {
    return [
      ...(await measureGatewayCpu(quick)),
      ...(await measureOverhead(product, quick)),
      ...(await measureScan(product, quick)),
      ...(await measureWalk(product, quick)),
    ]
  } finally {
    await product.stop()
  }
}

const inBrowser = (['load', 'scroll', 'interaction'] as const).some(wants)
const far = (['scroll', 'memory'] as const).some(wants)
const figures = [
  ...(wants('size') ? measureSize(root) : []),
  ...(wants('start') ? await measureStart() : []),
  ...(wants('gateway') ? await measureGateway() : []),
  ...(inBrowser ? await measureInBrowser() : []),
  ...(far ? await measureFarInBrowser() : []),
]

const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim()
const result = {
  at: new Date().toISOString(),
  commit: git('rev-parse', '--short', 'HEAD'),
  quick,
  node: process.version,
  cores: cpus().length,
  figures,
}
process.stdout.write(`${tableOf(figures)}\n`)
mkdirSync('bench/results', { recursive: true })
writeFileSync('bench/results/latest.json', `${JSON.stringify(result, null, 2)}\n`)
// Kept in the repository: only whole runs, which others can be held against.
if (!quick && only === undefined)
  appendFileSync('bench/history.jsonl', `${JSON.stringify(result)}\n`)
