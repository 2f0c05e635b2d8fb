import { expect, test, vi } from 'vitest'

import type { Emulator } from '#src/emulator/emulator.ts'

import { origin } from './call.ts'
import type { Value } from './switch-values.ts'

export type Seen = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** The JSON in the answer; null when it has none. */
  readonly body: unknown
}

type With = { readonly as?: Readonly<Record<string, string>>; readonly send?: unknown }

/** Asks an emulator: `GET /users`, below its platform's base, by default as `headers` say. */
export type Ask = (call: string, options?: With) => Promise<Seen>

export const asking =
  (emulator: Emulator, base: string, headers: Readonly<Record<string, string>>): Ask =>
  async (call, { as = headers, send } = {}) => {
    const [method = '', path = ''] = call.split(' ')
    const body = send === undefined ? {} : { body: JSON.stringify(send) }
    const request = new Request(origin + base + path, { method, headers: as, ...body })
    const response = await emulator.fetch(request)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson && text !== '' ? JSON.parse(text) : null,
    }
  }

/** What a client sees of a switch, at each of its values; of a number, at two or more. */
export type Sighting<Switches, V> = {
  readonly see: (ask: Ask) => Promise<unknown>
  /** Other switches that it takes to see this one. */
  readonly beside?: Partial<Switches>
  readonly at: Readonly<Record<`${V & Value}`, unknown>>
}

export type Sightings<Switches> = {
  readonly [Name in keyof Switches]: Sighting<Switches, Switches[Name]>
}

/** How an answer's status shows a switch. */
export const status = (call: string, options?: With) => async (ask: Ask) =>
  (await ask(call, options)).status

/** The statuses of the first answers. */
export const statuses = (count: number, call: string) => async (ask: Ask) => {
  const seen: number[] = []
  while (seen.length < count) seen.push((await ask(call)).status)
  return seen
}

/** Milliseconds that an answer takes, on a clock that does not wait. */
export const duration = (call: string) => async (ask: Ask) => {
  vi.useFakeTimers()
  try {
    const since = Date.now()
    const answer = ask(call)
    await vi.runAllTimersAsync()
    await answer
    return Date.now() - since
  } finally {
    vi.useRealTimers()
  }
}

/**
 * A test for each value of each switch, that a client sees what is said here; and one for each switch, that
 * all its values are here and no two of them look alike.
 */
export const testSwitches = <Switches extends Readonly<Record<string, Value>>>(
  sightings: Sightings<Switches>,
  values: ReadonlyMap<string, readonly Value[]>,
  emulatorWith: (switches: Partial<Switches>) => Ask,
): void => {
  const all: [string, Sighting<Switches, Value>][] = Object.entries(sightings)

  test('every switch is looked at', () => {
    expect(all.map(([name]) => name).toSorted()).toEqual([...values.keys()].toSorted())
  })

  test.each(all)('%s: every value is looked at, and no two look alike', (name, { at }) => {
    const known = values.get(name) ?? []
    const written = Object.keys(at)
    // Of a number any other value will do, so that only the default is asked for.
    const looked =
      typeof known[0] === 'number' ? written.filter((key) => key === `${known[0]}`) : written
    expect(looked.toSorted()).toEqual(known.map(String).toSorted())
    expect(written.length).toBeGreaterThan(1)
    expect(new Set(Object.values(at).map((seen) => JSON.stringify(seen))).size).toBe(written.length)
  })

  const rows = all.flatMap(([name, { see, beside, at }]) => {
    const isText = typeof values.get(name)?.[0] === 'string'
    return Object.entries(at).map(([key, wanted]) => {
      const value: unknown = isText ? key : JSON.parse(key)
      return { name, key, see, wanted, switches: { ...beside, [name]: value } }
    })
  })
  test.each(rows)('$name $key', async ({ see, wanted, switches }) => {
    expect(await see(emulatorWith(Object(switches)))).toEqual(wanted)
  })
}
