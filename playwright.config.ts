import { defineConfig } from '@playwright/test'

// scripts/e2e.js finds a browser and starts the product; both are told through the environment.
const baseURL = process.env['ROLLCALL_E2E_URL'] ?? 'http://127.0.0.1:4310'
const executablePath = process.env['ROLLCALL_E2E_BROWSER']

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  // A machine that does other things starves a browser for seconds; whatever needs its second try is listed.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Lisbon',
    locale: 'en-GB',
    // Only of a second try, and without pictures: taking them costs as much as the journeys themselves.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: true },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // The sandbox needs a kernel feature that root in a container does not have; the rest keeps the
      // browser from calling its maker.
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
