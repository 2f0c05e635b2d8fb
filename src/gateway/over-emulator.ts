import { createEmulator } from '#src/emulator/emulator.ts'
import { systemClock } from '#src/platforms/clock.ts'

import type { UsersAnswer } from './api.ts'
import { composeGateway, emulatedEnvironments } from './compose.ts'
import { createFingerprinter } from './secrets.ts'

// For tests: the whole way in memory, gateway, adapters and emulator, asked as the app would ask.

export const origin = 'http://127.0.0.1:4311'
const port = 4310

/** The moment at which all of it plays. */
export const now = Date.UTC(2026, 10, 22, 12)

/** A gateway over an emulator whose large environments hold so many users. */
export async function openGateway(users: number) {
  const emulator = createEmulator({ users, now, origin })
  const fetch = async (url: string, init?: RequestInit) => emulator.fetch(new Request(url, init))
  const { app } = composeGateway(
    { token: null, host: '127.0.0.1', allowedHosts: [], mask: false, dataDirectory: '/nowhere' },
    await emulatedEnvironments(origin, fetch),
    port,
    new Map(),
    {
      fetch,
      fingerprint: createFingerprinter(new Uint8Array(32)),
      clock: { ...systemClock, date: () => now },
      random: () => 0.5,
      randomToken: () => 'unused',
      requestId: () => 'request',
      log: () => {},
    },
  )

  /** The text of an answer; fails for one that is a refusal. */
  const ask = async (path: string): Promise<string> => {
    const response = await app.request(`http://127.0.0.1:${port}${path}`, {
      headers: { host: `127.0.0.1:${port}` },
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${text}`)
    return text
  }

  /** Every page of an environment, in order; `texts` are the answers as sent. */
  const walk = async (environment: string, query: Readonly<Record<string, string>> = {}) => {
    const pages: UsersAnswer[] = []
    const texts: string[] = []
    let after: string | null = null
    do {
      const params = new URLSearchParams({
        limit: '137',
        ...query,
        ...(after === null ? {} : { after }),
      })
      const text = await ask(`/api/environments/${environment}/users?${params.toString()}`)
      const page: UsersAnswer = JSON.parse(text)
      texts.push(text)
      pages.push(page)
      after = page.page.after
    } while (after !== null)
    return { pages, texts, users: pages.flatMap((page) => page.users) }
  }

  return { emulator, fetch, ask, walk }
}
