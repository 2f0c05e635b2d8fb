import { readFileSync } from 'node:fs'

import type { UsersAnswer } from '#src/gateway/api.ts'

import { type Figure, median, percentile } from './figures.ts'
import type { Product } from './servers.ts'

const notiflows = {
  'x-notiflows-api-key': 'pk_demo_orchard',
  'x-notiflows-secret-key': 'sk_demo_orchard',
}

async function timed(url: string, headers: Record<string, string>): Promise<number> {
  const begun = performance.now()
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`${response.status} from ${new URL(url).pathname}`)
  await response.arrayBuffer()
  return performance.now() - begun
}

/** The latencies (ms) of so many requests by eight clients, each waiting for its answer before the next. */
async function byEight(
  count: number,
  ask: (turn: number) => Promise<number>,
): Promise<readonly number[]> {
  const all: number[] = []
  let turn = 0
  const client = async () => {
    while (turn < count) {
      turn += 1
      all.push(await ask(turn))
    }
  }
  await Promise.all(Array.from({ length: 8 }, client))
  return all
}

// Different pages, or the gateway would share one request among all eight.
const limits = (turn: number) => 20 + (turn % 80)

/** p95 of a page through the gateway against the platform asked directly, by 8 clients, in turns. */
export async function measureOverhead(
  { gateway, emulator }: Product,
  quick: boolean,
): Promise<readonly Figure[]> {
  const through: number[] = []
  const direct: number[] = []
  for (let round = 0; round < (quick ? 2 : 6); round += 1) {
    through.push(
      ...(await byEight(100, (turn) =>
        timed(`${gateway}/api/environments/notiflows-production/users?limit=${limits(turn)}`, {}),
      )),
    )
    direct.push(
      ...(await byEight(100, (turn) =>
        timed(`${emulator}/notiflows/admin/users?limit=${limits(turn)}`, notiflows),
      )),
    )
  }
  const [ours, bare] = [percentile(through, 0.95), percentile(direct, 0.95)]
  return [
    {
      area: 'gateway',
      name: 'p95 of a page through the gateway at 8 clients, against 2 x direct + 2 ms',
      value: ours / (2 * bare + 2),
      unit: 'x',
      goal: 1,
      note: `${ours.toFixed(1)} ms against ${bare.toFixed(1)} ms direct`,
    },
  ]
}

/** Resident memory of a process, in MB (Linux alone). */
function residentMb(pid: number | undefined): number {
  try {
    const kb = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kb) / 1024
  } catch {
    return Number.NaN
  }
}

const path = '/api/environments/notificationapi-production/users?limit=100'

async function readUsers(url: string, after: string | null): Promise<UsersAnswer> {
  const cursor = after === '' || after === null ? '' : `&after=${encodeURIComponent(after)}`
  return (await fetch(`${url}${cursor}`)).json()
}

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

/**
 * A walk through so many pages, and what the gateway holds at its end against half way, after a collection: what waits to
 * be collected comes and goes, and is more than all else. The whole process as the system sees it, with that and with the
 * emulator in it, is in the note.
 */
export async function measureWalk(product: Product, quick: boolean): Promise<readonly Figure[]> {
  // The gateway remembers the last 100,000 users: it grows for a thousand pages, and its Maps, which keep the places of
  // whom they let go for a while, for some hundred more. So a quick walk shows growth where a whole one shows none.
  const pages = quick ? 2000 : 10_000
  let after: string | null = ''
  const walk = async (count: number) => {
    for (let page = 0; page < count; page += 1)
      ({ after } = (await readUsers(`${product.gateway}${path}`, after)).page)
    if (after === null) throw new Error('The environment has fewer users than the walk is long.')
    return product.heap()
  }
  const half = await walk(pages / 2)
  const end = await walk(pages / 2)
  const resident = residentMb(product.process.pid).toFixed(0)
  return [
    {
      area: 'gateway',
      name: `heap after a walk of ${pages.toLocaleString('en')} pages, against half of it`,
      value: end / half,
      unit: 'x',
      goal: 1.1,
      note: `${megabytes(end)} against ${megabytes(half)}; ${resident} MB resident, emulator included`,
    },
  ]
}

/** How fast a scan by date gets through the platform, against its pages read one after another by nobody else. */
export async function measureScan(
  { gateway, emulator }: Product,
  quick: boolean,
): Promise<readonly Figure[]> {
  const bearer = { authorization: 'Bearer pingram_sk_demo_prod' }
  const most = quick ? 20_000 : 100_000
  const direct = async () => {
    const begun = performance.now()
    let [token, seen] = ['', 0]
    do {
      const query = `limit=1000&nextToken=${encodeURIComponent(token)}`
      const page = await (
        await fetch(`${emulator}/notificationapi/users?${query}`, { headers: bearer })
      ).json()
      seen += page.users.length
      token = page.lastEvaluatedKey ?? ''
    } while (token !== '' && seen < most)
    return seen / (performance.now() - begun)
  }
  const through = async () => {
    const begun = performance.now()
    // A day before anybody came, so that nothing matches and everything is read.
    const range = 'createdAfter=1990-01-01T00:00:00Z&createdBefore=1990-01-02T00:00:00Z'
    let [after, seen]: [string | null, number] = ['', 0]
    do {
      const answer = await readUsers(`${gateway}${path}&${range}`, after)
      seen += answer.coverage.scanned
      after = answer.page.after
    } while (after !== null && seen < most)
    return seen / (performance.now() - begun)
  }
  const ratios: number[] = []
  for (let round = 0; round < (quick ? 2 : 5); round += 1)
    ratios.push((await direct()) / (await through()))
  return [
    {
      area: 'gateway',
      name: "scan by date: the platform's own sequential speed, against ours",
      value: median(ratios),
      unit: 'x',
      goal: 1 / 0.9,
    },
  ]
}
