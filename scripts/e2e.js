// Runs the browser journeys against the built product: finds a browser, starts the gateway on ports that
// are free, runs Playwright, stops the gateway. Arguments go to Playwright.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './find-browser.js'

const browser = findBrowser()

// Away from the developer's own configuration and keys: an empty folder, and none of our variables.
const elsewhere = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(ROLLCALL_|PORT$|HOST$)/.test(name)),
)
// A line for each of a journey's requests would hide the result.
mkdirSync('test-results', { recursive: true })
const gateway = spawn(process.execPath, [fileURLToPath(new URL('start.js', import.meta.url))], {
  cwd: elsewhere,
  stdio: ['ignore', 'pipe', openSync('test-results/gateway.log', 'w')],
  env: {
    ...environment,
    PORT: '0',
    ROLLCALL_EMULATOR_PORT: '0',
    ROLLCALL_EMULATOR_USERS: '100000',
  },
})

const { stdout } = gateway
if (stdout === null) throw new Error('The gateway has no output to read its address from.')

/** @type {Promise<{ gateway: string, emulator: string }>} */
const started = new Promise((resolve, reject) => {
  let emulatorAt = ''
  let gatewayAt = ''
  const late = setTimeout(
    () => reject(new Error('The gateway did not start within 2 minutes.')),
    120_000,
  )
  gateway.on('exit', (code) => reject(new Error(`The gateway stopped at once (exit ${code}).`)))
  createInterface({ input: stdout }).on('line', (line) => {
    console.log(`gateway | ${line}`)
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined) return
    if (/emulator/i.test(line)) emulatorAt = address
    else if (/rollcall/i.test(line)) gatewayAt = address
    if (emulatorAt === '' || gatewayAt === '') return
    clearTimeout(late)
    resolve({ gateway: gatewayAt, emulator: emulatorAt })
  })
})

const addresses = await started
const tests = spawn('npx', ['playwright', 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ROLLCALL_E2E_BROWSER: browser,
    ROLLCALL_E2E_URL: addresses.gateway,
    ROLLCALL_E2E_EMULATOR: addresses.emulator,
  },
})
tests.on('exit', (code) => {
  gateway.removeAllListeners('exit')
  gateway.on('exit', () => process.exit(code ?? 1))
  gateway.kill('SIGTERM')
})
