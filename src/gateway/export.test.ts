import { setImmediate } from 'node:timers/promises'

import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'

import { byteOrderMark, unprotect } from '#src/domain/csv.ts'
import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { PlatformError, type ListRequest } from '#src/platforms/platform.ts'

import { type Audit, AuditError } from './audit.ts'
import { codeOf, factsOf, fakeGateway, pageOf, problemOf } from './fakes.ts'

const path = '/api/environments/prod/export'

type Event = Parameters<Audit['write']>[0]

/** A platform of so many pages of users, whose last one is asked for with the position before it. */
const paged =
  (pages: readonly (readonly UserFacts[])[], more: Partial<UserPage<UserFacts>> = {}) =>
  async ({ from, signal }: ListRequest) => {
    signal.throwIfAborted()
    const at = Number(from?.position ?? 0)
    const after = at + 1 < pages.length ? String(at + 1) : null
    return { ...pageOf(pages[at] ?? [], { after, before: null }), ...more }
  }

const people = (page: number, size = 2): readonly UserFacts[] =>
  Array.from({ length: size }, (_, index) => factsOf(`user-${page}-${index}`))
const pages = (count: number) => Array.from({ length: count }, (_, page) => people(page))

const open = (
  list: (request: ListRequest) => Promise<UserPage<UserFacts>>,
  deps: Parameters<typeof fakeGateway>[1] = {},
) => {
  const events: Event[] = []
  const audit: Audit = {
    write: async (event) => {
      events.push(event)
    },
  }
  const gateway = fakeGateway({ list }, { audit, ...deps }, ['prod', 'other'])
  const progress = async (): Promise<Json> => {
    const answer: Json = await (await gateway.ask(`${path}/progress`)).json()
    return isJsonObject(answer) ? (answer['export'] ?? null) : null
  }
  const outcomes = () =>
    events.map((event) => (event.event === 'export' ? [event.outcome, event.rows] : []))
  return { ...gateway, events, outcomes, progress }
}

const rowsOf = (text: string) => Papa.parse<string[]>(text, { skipEmptyLines: true }).data
const idsOf = (text: string) =>
  rowsOf(text)
    .slice(1)
    .map(([id]) => id)
/** Waits until something is so; fails by the test's own time when it never is. */
const until = async (isSo: () => boolean) => {
  while (!isSo()) await setImmediate()
}
const readerOf = (response: Response) => {
  const reader = response.body?.getReader()
  if (reader === undefined) throw new Error('There is no body.')
  return reader
}

describe('an export', () => {
  test('is the whole list, everybody once, in the order of the list', async () => {
    const all = [people(0), [...people(0), ...people(1)], people(2)]
    const { ask, outcomes, progress } = open(paged(all))
    const response = await ask(path)
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(response.headers.get('content-disposition')).toContain('rollcall-prod.csv')
    const text = await response.text()
    expect(idsOf(text)).toEqual(
      all
        .flat()
        .map(({ id }) => id)
        .filter((id, at, ids) => ids.indexOf(id) === at),
    )
    expect(outcomes()).toEqual([
      ['begun', 0],
      ['complete', 6],
    ])
    expect(await progress()).toMatchObject({
      id: response.headers.get('x-request-id'),
      state: 'complete',
      written: 6,
      scanned: 8,
      problem: null,
    })
  })

  test('asks the platform exactly what the list asks, and refuses what the list refuses', async () => {
    const { ask, calls, events } = open(paged(pages(2)))
    const filters = 'createdAfter=2026-01-01T00:00:00Z&reach=email:absent'
    await (await ask(`${path}?format=csv&${filters}`)).text()
    await (await ask(`/api/environments/prod/users?${filters}&limit=1000`)).text()
    const [first, second, list] = calls.lists
    expect(first?.created).toEqual(list?.created)
    expect(first?.match?.(factsOf('ada'))).toBe(true)
    expect(second?.from).toEqual({ direction: 'after', position: '1' })
    expect(events[0]).toMatchObject({
      query: 'format=csv&createdAfter=2026-01-01T00%3A00%3A00Z&reach=email%3Aabsent',
      environment: 'prod',
    })
    for (const query of [
      'limit=10',
      'after=x',
      'raw=2',
      'format=parquet',
      'columns=nothing',
      'reach=x',
      'createdAfter=2026-02-01T00:00:00Z&createdBefore=2026-01-01T00:00:00Z',
    ])
      expect([query, (await ask(`${path}?${query}`)).status]).toEqual([query, 400])
    expect(events).toHaveLength(2)
    expect(calls.lists).toHaveLength(3)
  })

  test('holds the columns asked for, in their order, and every field where none are', async () => {
    const ada = factsOf('ada', {
      name: 'Ada',
      email: '=cmd',
      phone: '+15551234567',
      createdAt: '2026-11-22T12:00:00.000Z',
      attributes: { plan: 'pro', 'a,b': [1] },
    })
    const { ask } = open(paged([[ada]]))
    const columns = ['created', 'user', 'email', 'phone', '_a%2Cb', '_plan'].join(',')
    const safe = await (await ask(`${path}?columns=${encodeURIComponent(columns)}`)).arrayBuffer()
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(safe)
    expect(text.startsWith(`${byteOrderMark}"createdAt","id","name"`)).toBe(true)
    expect(rowsOf(text)[1]).toEqual([
      '2026-11-22T12:00:00.000Z',
      'ada',
      'Ada',
      "'=cmd",
      "'+15551234567",
      '[1]',
      'pro',
    ])
    expect(rowsOf(text)[1]?.map(unprotect)[4]).toBe('+15551234567')
    const raw = await (await ask(`${path}?raw=1&columns=email`)).text()
    expect(raw).toBe('email\r\n=cmd\r\n')
    const [names, values] = rowsOf(await (await ask(path)).text())
    expect(names).toContain('reach.email')
    expect(values?.[names?.indexOf('attributes') ?? -1]).toBe('{"plan":"pro","a,b":[1]}')
  })

  test('by an address leaves no address in the audit log (A07)', async () => {
    const { ask, events } = open(paged([people(0)]))
    const response = await ask(`${path}?e%6Dail=ines%40orchard.test&phone=%2B351912345642`)
    expect(response.status).toBe(200)
    expect(events.map((event) => event.event === 'export' && event.query)).toEqual([
      'email=…&phone=…',
      'email=…&phone=…',
    ])
  })

  test('masks what every other answer masks', async () => {
    const ines = factsOf('ines', {
      email: 'ines@orchard.test',
      phone: '+351912345642',
      attributes: { note: 'call 00351912345642', backup: 'ines.two@orchard.test' },
    })
    const { ask } = open(paged([[ines]]), { mask: true })
    const text = await (await ask(path)).text()
    expect(text).toContain('i•••@orchard.test')
    expect(text).not.toMatch(/ines@|ines\.two@|912345642/u)
  })
})

describe('the reader of an export', () => {
  test('holds the walk: what nobody reads is not asked for', async () => {
    const { ask, calls } = open(paged(pages(50)))
    const reader = readerOf(await ask(path))
    for (let turns = 0; turns < 50; turns += 1) await setImmediate()
    expect(calls.lists).toHaveLength(1)
    await reader.read()
    await reader.read()
    for (let turns = 0; turns < 50; turns += 1) await setImmediate()
    expect(calls.lists).toHaveLength(2)
    await reader.cancel()
  })

  test('who goes away stops the walk at once, also one that the platform keeps waiting', async () => {
    let aborted = 0
    const list = paged(pages(50))
    const { ask, outcomes, progress } = open((request) =>
      request.from === null
        ? list(request)
        : new Promise((_, reject) => {
            request.signal.addEventListener('abort', () => {
              aborted += 1
              reject(request.signal.reason)
            })
          }),
    )
    const reader = readerOf(await ask(path))
    await reader.read()
    const waiting = reader.read()
    await setImmediate()
    await reader.cancel()
    await waiting
    expect(aborted).toBe(1)
    expect(outcomes()).toEqual([
      ['begun', 0],
      ['stopped', 2],
    ])
    expect(await progress()).toMatchObject({ state: 'stopped', written: 2 })
    // And the next one may begin.
    expect((await ask(path)).status).toBe(200)
  })

  test('who goes away before the first page stops it too', async () => {
    const gone = new AbortController()
    const { ask, outcomes } = open(async ({ signal }) => {
      gone.abort()
      signal.throwIfAborted()
      return pageOf([])
    })
    await ask(path, { signal: gone.signal }).catch(() => {})
    await until(() => outcomes().length === 2)
    expect(outcomes()).toEqual([
      ['begun', 0],
      ['stopped', 0],
    ])
  })
})

test('a second export is refused while one runs, in any environment, and free after it', async () => {
  const { ask, calls, events } = open(paged(pages(3)))
  const first = await ask(path)
  const second = await ask('/api/environments/other/export')
  expect(second.status).toBe(429)
  expect(await codeOf(second)).toBe('export-running')
  // The whole environment would be left in peace for as long as it says.
  expect(second.headers.has('retry-after')).toBe(false)
  expect([calls.lists.length, events.length]).toEqual([1, 1])
  expect(idsOf(await first.text())).toHaveLength(6)
  expect((await ask('/api/environments/other/export')).status).toBe(200)
})

test('whoever asks for the headers alone gets them, and nothing is read or written down', async () => {
  const { ask, calls, events } = open(paged(pages(3)))
  const response = await ask(path, { method: 'HEAD' })
  expect([response.status, await response.text()]).toEqual([200, ''])
  expect([...calls.lists, ...events]).toEqual([])
  expect(await codeOf(await ask('/api/environments/nobody/export'))).toBe('unknown-environment')
})

/** Four pages, of which the one at a position fails. */
const failing = (at: string | null, failure: () => unknown) => {
  const list = paged(pages(4))
  return async (request: ListRequest) => {
    if ((request.from?.position ?? null) === at) throw failure()
    return list(request)
  }
}

describe('a platform that fails', () => {
  test.each([
    ['platform-failed', () => new PlatformError('platform-failed', 'x')],
    ['cursor-loop', () => new PlatformError('cursor-loop', 'x')],
    ['internal', () => new Error('CANARY')],
  ])('in the middle breaks the file off, and says why: %s', async (code, failure) => {
    const { ask, outcomes, progress, lines } = open(failing('2', failure))
    const response = await ask(path)
    expect(response.status).toBe(200)
    await expect(response.text()).rejects.toThrow('broken off')
    expect(outcomes()).toEqual([
      ['begun', 0],
      [code, 4],
    ])
    const told = await progress()
    expect(told).toMatchObject({
      state: 'broken-off',
      written: 4,
      problem: { type: `/problems/${code}` },
    })
    expect(lines).toContainEqual(
      expect.objectContaining({ event: 'export-broken-off', problem: code }),
    )
    expect(JSON.stringify([told, lines])).not.toContain('CANARY')
  })

  test('at the very beginning is a refusal like any other', async () => {
    const { ask, outcomes } = open(
      failing(null, () => new PlatformError('platform-unauthorized', 'x')),
    )
    expect(await codeOf(await ask(path))).toBe('platform-unauthorized')
    expect(outcomes()).toEqual([
      ['begun', 0],
      ['platform-unauthorized', 0],
    ])
  })

  test('by asking for patience is waited for, as long as it says, and no user is lost', async () => {
    let refused = 0
    const slept: number[] = []
    const list = paged(pages(4))
    const { ask } = open(
      async (request) => {
        if (request.from?.position === '2' && refused < 3) {
          refused += 1
          throw new PlatformError('platform-rate-limited', 'x', { retryAfterMs: 7000 })
        }
        return list(request)
      },
      { sleep: async (ms) => void slept.push(ms) },
    )
    expect(idsOf(await (await ask(path)).text())).toHaveLength(8)
    expect(slept).toEqual([7000, 7000, 7000])
  })

  test('by asking for it for ever breaks off', async () => {
    const { ask } = open(
      failing('1', () => new PlatformError('platform-rate-limited', 'x', { retryAfterMs: 1000 })),
    )
    await expect((await ask(path)).text()).rejects.toThrow('broken off')
  })

  test('by leading in a circle, or giving nothing but empty pages, breaks off', async () => {
    const circle = open(async ({ from }) =>
      pageOf(people(0), { after: from?.position === 'a' ? 'b' : 'a', before: null }),
    )
    await expect((await circle.ask(path)).text()).rejects.toThrow('broken off')
    expect(await circle.progress()).toMatchObject({ problem: { type: '/problems/cursor-loop' } })
    let count = 0
    const empty = open(async () => {
      count += 1
      return pageOf([], { after: String(count), before: null })
    })
    await expect((await empty.ask(path)).text()).rejects.toThrow('broken off')
    expect(count).toBe(50)
  })
})

/** An audit log that takes no line from this one on. */
const refusing = (from: number) => {
  let writes = 0
  return {
    write: async () => {
      writes += 1
      if (writes >= from) throw new AuditError('ENOSPC')
    },
  }
}

describe('where the audit log cannot be written', () => {
  test('nothing is exported, and nobody is asked', async () => {
    const { ask, calls } = open(paged(pages(2)), { audit: refusing(1) })
    const response = await ask(path)
    expect(await problemOf(response)).toMatchObject({
      status: 503,
      type: '/problems/audit-unavailable',
    })
    expect(calls.lists).toEqual([])
  })

  test('at the end, the file is none', async () => {
    const { ask, progress } = open(paged(pages(2)), { audit: refusing(2) })
    await expect((await ask(path)).text()).rejects.toThrow('broken off')
    expect(await progress()).toMatchObject({
      state: 'broken-off',
      problem: { type: '/problems/audit-unavailable' },
    })
    const single = open(paged(pages(1)), { audit: refusing(2) })
    expect((await single.ask(path)).status).toBe(503)
  })
})
