// Runs the browser journeys against the built product: finds a browser, starts the gateway on ports that
// are free, runs Playwright, stops the gateway. Arguments go to Playwright.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { findBrowser } from './find-browser.js'

const browser = findBrowser()

const gateway = spawn(process.execPath, ['scripts/start.js'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    ...process.env,
    PORT: '0',
    ROLLCALL_EMULATOR_PORT: '0',
    ROLLCALL_EMULATOR_USERS: '100000',
  },
})

/** @type {Promise<{ gateway: string, emulator: string }>} */
const started = new Promise((resolve, reject) => {
  let emulatorAt = '',
    gatewayAt = ''
  gateway.on('exit', (code) => reject(new Error(`The gateway stopped at once (exit ${code}).`)))
  createInterface({ input: gateway.stdout }).on('line', (line) => {
    console.log(`gateway | ${line}`)
    const address = /http:\/\/\S+/.exec(line)?.[0]
    if (address === undefined) return
    if (/emulator/i.test(line)) emulatorAt = address
    else if (/rollcall/i.test(line)) gatewayAt = address
    if (emulatorAt !== '' && gatewayAt !== '') resolve({ gateway: gatewayAt, emulator: emulatorAt })
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
