import type { MessagePort } from 'node:worker_threads'

import { startEmulator, type RunningEmulator } from './server.ts'
import { readSettings } from './settings.ts'

type Variables = Readonly<Record<string, string | undefined>>

const start = async (env: Variables) => startEmulator({ ...readSettings(env), host: '127.0.0.1' })

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/**
 * Runs for a parent thread: posts `{ url }` when it listens, or `{ error }` when it cannot, and
 * closes when told `'stop'`. Never fails.
 */
export const serveParent = async (port: MessagePort, env: Variables): Promise<void> => {
  let running: RunningEmulator
  try {
    running = await start(env)
  } catch (error) {
    port.postMessage({ error: messageOf(error) })
    port.close()
    return
  }
  port.on('message', (message: unknown) => {
    if (message === 'stop') void closeBoth(running, port)
  })
  port.postMessage({ url: running.url })
}

const closeBoth = async (running: RunningEmulator, port: MessagePort): Promise<void> => {
  await running.close()
  port.close()
}

/**
 * Runs on its own: says where it listens, and goes on SIGINT and SIGTERM. When it cannot start, says
 * why and sets the exit code to 1.
 */
export const serveTerminal = async (env: Variables): Promise<void> => {
  let running: RunningEmulator
  try {
    running = await start(env)
  } catch (error) {
    console.error(messageOf(error))
    process.exitCode = 1
    return
  }
  console.log(`Emulator of NotificationAPI and Notiflows: ${running.url}`)
  console.log(`GET ${running.url}/ lists its environments, their keys, and people worth a look.`)
  const stop = () => void running.close()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}
