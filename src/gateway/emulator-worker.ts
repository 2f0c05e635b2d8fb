import { Worker } from 'node:worker_threads'

import * as z from 'zod'

const messageSchema = z.union([
  z.object({ url: z.string() }),
  z.object({ error: z.string() }),
])

export type EmulatorWorker = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * Starts the emulator in a thread of its own, so that its work never delays the gateway's answers.
 * It is spoken to over HTTP like any platform. Rejects with a message for the operator.
 * @param script the built emulator
 * @param onExit called when the thread ends by itself, later
 */
export const startEmulatorWorker = (script: URL, onExit: () => void): Promise<EmulatorWorker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script)
    let stopping = false
    const stop = async () => {
      stopping = true
      await worker.terminate()
    }
    const fail = (reason: string) => {
      void stop()
      reject(new Error(`The emulator did not start: ${reason}`))
    }
    worker.once('error', () => fail('its thread failed.'))
    worker.once('exit', () => {
      if (stopping) return
      reject(new Error('The emulator ended at once.'))
      onExit()
    })
    worker.once('message', (message: unknown) => {
      const parsed = messageSchema.safeParse(message)
      if (!parsed.success) fail('it sent a message that cannot be read.')
      else if ('error' in parsed.data) fail(parsed.data.error)
      else resolve({ url: parsed.data.url, stop })
    })
  })
