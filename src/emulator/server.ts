import { createAdaptorServer } from '@hono/node-server'
import type { AddressInfo } from 'node:net'

import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts'
import { hours } from './instants.ts'

export type StartOptions = {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
} & Pick<EmulatorOptions, 'users' | 'switches'>

export type RunningEmulator = {
  readonly url: string
  readonly environments: Emulator['environments']
  /** Stops listening and drops open connections. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Starts an emulator on a port of this machine. Its present is the current hour, so that restarts
 * within the hour show the same people; what is written to it gets the time it was written at. Fails with a message for a person when the port is taken.
 */
export const startEmulator = async ({
  port,
  host = '127.0.0.1',
  ...options
}: StartOptions): Promise<RunningEmulator> => {
  let emulator: Emulator | null = null
  const server = createAdaptorServer({
    // Only the listening socket knows the port, hence the origin; no request comes before it.
    fetch: (request) => emulator?.fetch(request) ?? new Response(null, { status: 503 }),
    overrideGlobalObjects: false,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(explain(error, port, host))
    })
    server.listen(port, host, resolve)
  })
  const url = `http://${hostOf(server.address())}`
  const now = Math.floor(Date.now() / hours(1)) * hours(1)
  emulator = createEmulator({ ...options, now, clock: Date.now, origin: url })
  return { url, environments: emulator.environments, close: () => stop(server) }
}

const hostOf = (address: AddressInfo | string | null): string => {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port')
  return address.family === 'IPv6'
    ? `[${address.address}]:${address.port}`
    : `${address.address}:${address.port}`
}

const explain = (error: Error, port: number, host: string): Error =>
  'code' in error && error.code === 'EADDRINUSE'
    ? new Error(
        `Port ${port} on ${host} is taken. Set ROLLCALL_EMULATOR_PORT to another, or to 0 for any free one.`,
        { cause: error },
      )
    : new Error(`The emulator cannot listen on ${host}:${port}: ${error.message}`, { cause: error })

const stop = (server: ReturnType<typeof createAdaptorServer>): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
