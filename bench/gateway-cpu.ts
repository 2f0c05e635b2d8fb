import { untold } from '#src/domain/told.ts'
import { createEmulator } from '#src/emulator/emulator.ts'
import { presentUsers } from '#src/gateway/present.ts'
import { createFingerprinter, randomKey } from '#src/gateway/secrets.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { createTranslator } from '#src/platforms/notificationapi/translate.ts'
import { createSieve } from '#src/platforms/page.ts'

import { type Figure, median } from './figures.ts'

const origin = 'http://127.0.0.1:4311'
const apiKey = 'pingram_sk_demo_prod'
const circumstances = {
  stage: 'production',
  now: Date.parse('2026-11-22T12:00:00Z'),
  lastSeen: true,
  nationalNumbers: 'us',
  skipsSilently: false,
  switchedOff: untold('platform'),
} as const

/** Pages of the emulator as they come over the wire. */
async function readPages(size: number, count: number): Promise<readonly string[]> {
  const emulator = createEmulator({ users: 100_000, now: circumstances.now, origin })
  const pages: string[] = []
  let token = ''
  while (pages.length < count) {
    const query = `limit=${size}&nextToken=${encodeURIComponent(token)}`
    const request = new Request(`${origin}/notificationapi/users?${query}`, {
      headers: { authorization: `Bearer ${apiKey}` },
    })
    const text = await (await emulator.fetch(request)).text()
    pages.push(text)
    token = String(JSON.parse(text).lastEvaluatedKey)
  }
  return pages
}

const credentials = createNeedles([apiKey])
const { toUser } = createTranslator('bench', createFingerprinter(randomKey()), credentials)

/** From the bytes of the platform to the bytes of the answer, without any network. */
function answer(text: string): number {
  const page = JSON.parse(text)
  const sieve = createSieve('id', credentials)
  const records: readonly unknown[] = page.users
  const users = records.flatMap((record) => {
    const found = sieve.take(record)
    return found === null ? [] : [toUser(found.record, found.id)]
  })
  const found = {
    users,
    page: { after: String(page.lastEvaluatedKey), before: null },
    coverage: { scanned: records.length, matched: users.length, complete: false },
    warnings: [],
  }
  return JSON.stringify(presentUsers('bench', found, circumstances)).length
}

const bare = (text: string): number => JSON.stringify(JSON.parse(text)).length

function cpuMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The gateway's work on a page against bare parsing and serialising of the same bytes, in turns. */
export async function measureGatewayCpu(quick: boolean): Promise<readonly Figure[]> {
  const figures: Figure[] = []
  for (const size of [100, 1000]) {
    const pages = await readPages(size, (quick ? 10_000 : 40_000) / size)
    const run = (work: (text: string) => number) => cpuMs(() => pages.forEach((page) => work(page)))
    for (let warm = 0; warm < 3; warm += 1) {
      run(bare)
      run(answer)
    }
    const ratios: number[] = []
    const costs: number[] = []
    for (let round = 0; round < (quick ? 5 : 15); round += 1) {
      const [ours, theirs] = [run(answer), run(bare)]
      ratios.push(ours / theirs)
      costs.push((ours * 1000) / (pages.length * size))
    }
    figures.push({
      area: 'gateway',
      name: `CPU for a page of ${size}, against bare parse and stringify`,
      value: median(ratios),
      unit: 'x',
      goal: 3,
      note: `${median(costs).toFixed(1)} µs a user`,
    })
  }
  return figures
}
