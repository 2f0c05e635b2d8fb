import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { readAssets } from './asset-files.ts'
import { type Configured, composeGateway, emulatedEnvironments, launchLink } from './compose.ts'
import { readConfig, type Settings } from './config.ts'
import { findEnvironments } from './discover.ts'
import { type EmulatorWorker, startEmulatorWorker } from './emulator-worker.ts'
import { describeFailure, jsonLog } from './log.ts'
import { closeServer, createListener, createNodeServer, listen } from './node-server.ts'
import { createWorld } from './world.ts'

// The one file that reads the environment, opens a port and ends the process.

/** Milliseconds that open requests get after a signal; the process must be gone after 10 s (check F12). */
const graceMs = 8000

const log = jsonLog((line) => process.stderr.write(line), Date.now)
const world = createWorld(log)
const { requestId } = world

/** What the operator reads. Problems have no stack: they are not faults of the program. */
const say = (text: string) => process.stdout.write(`${text}\n`)
const giveUp = (lines: readonly string[]): never => {
  process.stderr.write(`Rollcall did not start.\n${lines.map((line) => `  ${line}\n`).join('')}`)
  process.exit(1)
}

const crash = (event: string) => (failure: unknown) => {
  log({ level: 'error', event, ...describeFailure(failure) })
  process.exit(1)
}
process.on('uncaughtException', crash('uncaughtException'))
process.on('unhandledRejection', crash('unhandledRejection'))

const readFile = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null)

type Known = {
  readonly environments: readonly Configured[]
  readonly emulator: EmulatorWorker | null
}

const openEnvironments = async (settings: Settings): Promise<Known> => {
  if (settings.environments !== null) {
    return { environments: await findEnvironments(settings.environments, world), emulator: null }
  }
  const script = new URL('./emulator.js', import.meta.url)
  const switches = process.env['ROLLCALL_EMULATOR_SWITCHES'] ?? null
  const emulator = await startEmulatorWorker(script, { ...settings.emulator, switches }, () => {
    log({ level: 'error', event: 'emulator-ended' })
  })
  return { environments: await emulatedEnvironments(emulator.url, world.fetch), emulator }
}

const start = async (settings: Settings) => {
  const { environments, emulator } = await openEnvironments(settings)
  const server = createNodeServer({ requestId, log })
  const port = await listen(server, settings.host, settings.port)
  const assets = readAssets(fileURLToPath(new URL('../web', import.meta.url)))
  const gateway = composeGateway(settings, environments, port, assets, world)
  server.on(
    'request',
    createListener({
      handler: gateway.app.fetch,
      allowedHosts: gateway.hosts,
      log,
      requestId,
    }),
  )

  say(`Rollcall is at ${launchLink(settings.host, port, gateway.token)}`)
  if (emulator !== null) say(`No configuration, so it reads the emulator at ${emulator.url}`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // Whatever hangs, the process is gone in time; the timer does not hold it up.
    setTimeout(() => process.exit(0), graceMs + 1000).unref()
    await closeServer(server, graceMs)
    await emulator?.stop()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

const config = readConfig(process.env, readFile, process.argv.slice(2))
if (config.ok) {
  start(config.settings).catch((failure: unknown) =>
    giveUp([failure instanceof Error ? failure.message : 'For a reason unknown.']),
  )
} else {
  giveUp(config.problems)
}
