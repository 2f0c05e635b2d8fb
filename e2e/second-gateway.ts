import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

export type SecondGateway = {
  readonly address: string
  /** The folder that it keeps its files in. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

const stopped = (gateway: ChildProcess) =>
  new Promise<void>((done) => {
    gateway.once('exit', () => done())
    gateway.kill('SIGTERM')
  })

/**
 * The product once more, on ports of its own and over a small emulator, for journeys that need other
 * settings than all the others have. Fails when it does not start.
 */
export async function startGateway(
  settings: Readonly<Record<string, string>>,
): Promise<SecondGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
  const gateway = spawn(process.execPath, [resolve('dist/server/main.js')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      ROLLCALL_EMULATOR_PORT: '0',
      ROLLCALL_EMULATOR_USERS: '500',
      ...settings,
    },
  })
  const address = await new Promise<string>((started, failed) => {
    gateway.once('exit', (code) => failed(new Error(`The gateway stopped at once (exit ${code}).`)))
    createInterface({ input: gateway.stdout }).on('line', (line) => {
      const found = /^Rollcall is at (http:\/\/[^\s/]+)/.exec(line)?.[1]
      if (found !== undefined) started(found)
    })
  })
  return { address, folder, stop: () => stopped(gateway) }
}
