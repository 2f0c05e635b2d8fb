import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

// On the path, the headless shell first: a whole Chromium also makes a window around every page, though nobody sees it, which takes
// a third of the time of a journey.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @param {string} name */
function onPath(name) {
  const { status, stdout } = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], {
    encoding: 'utf8',
  })
  return status === 0 ? (stdout.split('\n')[0]?.trim() ?? null) : null
}

function installed() {
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  for (const name of names) {
    const path = onPath(name)
    if (path !== null) return path
  }
  return places.find((place) => existsSync(place)) ?? null
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function attempt(command, args) {
  console.log(`$ ${command} ${args.join(' ')}`)
  const timeout = 300_000
  return spawnSync(command, args, { stdio: 'inherit', timeout }).status === 0
}

/**
 * The path of a Chromium or Chrome: Playwright's own, else one on this machine, else one that this
 * installs (Playwright's; where that cannot be downloaded and apt is there, Debian's). Says what it
 * does; throws when none can be had.
 *
 * @returns {string}
 */
export function findBrowser() {
  const wanted = process.env['ROLLCALL_E2E_BROWSER']
  if (wanted !== undefined && wanted !== '') return wanted
  const found = installed()
  if (found !== null) {
    console.log(`Browser: ${found}`)
    return found
  }
  console.log('No Chromium or Chrome on this machine; installing Playwright’s.')
  if (attempt('npx', ['playwright', 'install', 'chromium'])) {
    const path = installed()
    if (path !== null) return path
  }
  if (onPath('apt-get') !== null) {
    console.log('That failed; installing Debian’s chromium.')
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
    /** @param {string[]} args */
    const apt = (...args) => {
      const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args]
      return attempt(command, rest)
    }
    apt('update')
    // Not every release has the shell.
    const install = ['install', '-y', '--no-install-recommends']
    if (!apt(...install, 'chromium-headless-shell')) apt(...install, 'chromium')
    const path = installed()
    if (path !== null) return path
  }
  throw new Error(
    'The browser journeys need Chromium or Chrome, and none could be installed. Install one, or name it in ROLLCALL_E2E_BROWSER.',
  )
}

if (process.argv[1]?.endsWith('find-browser.js') === true) {
  const path = findBrowser()
  console.log(execFileSync(path, ['--version'], { encoding: 'utf8' }).trim())
}
