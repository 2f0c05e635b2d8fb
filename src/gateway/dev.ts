import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'

import { startEmulator } from '#src/emulator/server.ts'
import { parseSwitches } from '#src/emulator/switches.ts'

import {
  type Configured,
  composeGateway,
  emulatedEnvironments,
  launchLink,
  tokenFor,
} from './compose.ts'
import type { Env } from './config-file.ts'
import { readConfig, type Settings } from './config.ts'
import { findEnvironments } from './discover.ts'
import { jsonLog } from './log.ts'
import { checkRawRequest, createListener, listen } from './node-server.ts'
import { isApiPath } from './origin.ts'
import { randomToken } from './secrets.ts'
import { createWorld } from './world.ts'

// The gateway under Vite (scripts/dev.js). Not part of any build.

const errorLog = jsonLog((text) => process.stderr.write(text), Date.now)

// Only what went wrong: the terminal is Vite's.
const world = createWorld((line) => {
  if (line.level !== 'info') errorLog(line)
})
const { requestId } = world

/** What outlives a reload of the gateway's source: the port, the environments, the token, the emulator. */
export type DevState = {
  readonly settings: Settings
  readonly environments: readonly Configured[]
  readonly port: number
  readonly link: string
}

const switchesName = 'ROLLCALL_EMULATOR_SWITCHES'

const openEmulator = ({ emulator }: Settings, env: Env) => {
  const text = env[switchesName]
  const switches = text === undefined ? {} : { switches: parseSwitches(switchesName, text) }
  return startEmulator({ ...emulator, ...switches, host: '127.0.0.1' })
}

/**
 * Reads the configuration, starts the emulator in this process when there is none, and binds the
 * server. Rejects with a message for the developer.
 */
export const openDev = async (server: Server, env: Env): Promise<DevState> => {
  const config = readConfig(env, (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null))
  if (!config.ok) throw new Error(config.problems.join('\n'))
  const { settings } = config
  const environments =
    settings.environments === null
      ? await emulatedEnvironments((await openEmulator(settings, env)).url, world.fetch)
      : await findEnvironments(settings.environments, world)
  const port = await listen(server, settings.host, settings.port)
  const token = tokenFor(settings, environments, randomToken)
  const link = launchLink(settings.host, port, token)
  return { settings: { ...settings, token }, environments, port, link }
}

/** Answers the API with the gateway as its source is now, and leaves the rest to Vite's `page`. */
export const createDevListener = (
  { settings, environments, port }: DevState,
  page: (request: IncomingMessage, response: ServerResponse) => void,
) => {
  const { app, hosts } = composeGateway(settings, environments, port, new Map(), world)
  const api = createListener({ handler: app.fetch, allowedHosts: hosts, log: world.log, requestId })
  return (request: IncomingMessage, response: ServerResponse): void => {
    const [path = ''] = (request.url ?? '').split('?')
    if (isApiPath(path) || path === '/healthz') {
      api(request, response)
      return
    }
    try {
      checkRawRequest(request, hosts)
    } catch {
      response.writeHead(421).end()
      return
    }
    page(request, response)
  }
}
