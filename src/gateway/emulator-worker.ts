import { Worker } from 'node:worker_threads'

import * as z from 'zod'

const messageSchema = z.union([z.object({ url: z.string() }), z.object({ error: z.string() })])

export type EmulatorWorker = { readonly url: string; readonly stop: () => Promise<void> }

/**
 * Starts the emulator in a thread of its own, so that its work never delays the gateway's answers.
 * It is spoken to over HTTP like any platform. Rejects with a message for the operator.
 * @param script the built emulator
 * @param settings its port (0: any free one), how many users its large environments have, and its switches as JSON
 * @param onEnd called when the thread ends without having been stopped
 */
export const startEmulatorWorker = (
  script: URL,
  settings: { readonly port: number; readonly users: number; readonly switches: string | null },
  onEnd: () => void,
): Promise<EmulatorWorker> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(script, {
      // Nothing else of the environment: it holds keys that are none of the emulator's business.
      env: {
        ROLLCALL_EMULATOR_PORT: String(settings.port),
        ROLLCALL_EMULATOR_USERS: String(settings.users),
        ...(settings.switches === null ? {} : { ROLLCALL_EMULATOR_SWITCHES: settings.switches }),
      },
    })
    let running = false
    const stop = async () => {
      running = false
      await worker.terminate()
    }
    // A promise takes only its first outcome: the same events mean another thing once it runs.
    const fail = (reason: string) => {
      if (running) onEnd()
      void stop()
      reject(new Error(`The emulator did not start: ${reason}`))
    }
    worker.once('error', () => fail('its thread failed.'))
    worker.once('exit', () => fail('its thread ended.'))
    worker.once('message', (message: unknown) => {
      const parsed = messageSchema.safeParse(message)
      if (!parsed.success) fail('it sent a message that cannot be read.')
      else if ('error' in parsed.data) fail(parsed.data.error)
      else {
        running = true
        resolve({ url: parsed.data.url, stop })
      }
    })
  })
