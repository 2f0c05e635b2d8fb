import { describe, expect, test } from 'vitest'
import { createPace } from '#src/platforms/pace.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'
import { createUpstream } from '#src/platforms/upstream.ts'

// How often a platform is asked: as configured, and more rarely after a 429.

const ok = json({ fine: true })
const busy = json({}, { status: 429 })

function setUp(configured: number | null, answer: Step = ok) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, (request) => answer(request))
  const upstream = createUpstream({
    baseUrl: 'https://a.test',
    headers: {},
    secrets: [],
    fetch,
    clock,
    random: () => 0,
    pace: createPace(clock, configured),
  })
  let page = 0
  const ask = (signal = new AbortController().signal) => {
    page += 1
    return upstream.getJson({ path: ['users'], query: { page: String(page) }, signal })
  }
  const askMany = (count: number) =>
    clock.during(Promise.allSettled(Array.from({ length: count }, () => ask())))
  const begun = clock.now()
  const times = () => sent.map(({ at }) => at - begun)
  /** Requests a second, measured over five that are asked for at once. */
  const rate = async () => {
    const before = sent.length
    await askMany(5)
    const [first = 0, last = 0] = [sent[before]?.at, sent.at(-1)?.at]
    return 4000 / (last - first)
  }
  return { ask, askMany, clock, sent, times, rate, begun }
}

describe('requestsPerSecond', () => {
  test('without it nothing waits', async () => {
    const { askMany, clock, begun } = setUp(null)
    await askMany(50)
    expect(clock.now()).toBe(begun)
  })

  test.each([1, 2.5, 10])('of %d is kept in every second, wherever one begins', async (rate) => {
    const { askMany, times } = setUp(rate)
    await askMany(12)
    const all = times()
    expect(all).toHaveLength(12)
    for (const start of all)
      expect(all.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(
        Math.ceil(rate),
      )
    // And not more slowly than it may.
    expect(all.at(-1)).toBeCloseTo((11 * 1000) / rate, 3)
  })

  test('who would wait beyond the deadline is told at once how long', async () => {
    const { askMany, ask, clock } = setUp(0.1)
    const first = await askMany(1)
    expect(first.status).toBe('fulfilled')
    const second = ask()
    await clock.advance(0)
    const third = await ask().catch((error: unknown) => error)
    expect(third).toBeInstanceOf(PlatformError)
    expect(third).toMatchObject({
      code: 'platform-rate-limited',
      status: null,
      retryAfterMs: 20_000,
    })
    await clock.advance(10_000)
    expect(await second).toEqual({ fine: true })
  })

  test('who leaves while waiting is not sent', async () => {
    const { ask, clock, sent, askMany } = setUp(1)
    await askMany(1)
    const caller = new AbortController()
    const reason = new Error('gone')
    const outcome = ask(caller.signal).catch((error: unknown) => error)
    await clock.advance(100)
    caller.abort(reason)
    expect(await outcome).toBe(reason)
    await clock.advance(5000)
    expect(sent).toHaveLength(1)
  })
})

/** The same, and `state.busy` answers of 429 come first. */
const setUpBusy = (configured: number | null) => {
  const state = { busy: 0 }
  const set = setUp(configured, (request) => {
    if (state.busy === 0) return ok(request)
    state.busy -= 1
    return busy(request)
  })
  return { ...set, state }
}

describe('after a 429', () => {
  test('a configured rate is halved, and is back in fifteen seconds', async () => {
    const { state, askMany, rate, clock } = setUpBusy(8)
    expect(await rate()).toBeCloseTo(8, 3)
    state.busy = 1
    await askMany(1)
    const slow = await rate()
    expect(slow).toBeGreaterThanOrEqual(4)
    expect(slow).toBeLessThan(4.6)
    await clock.advance(7000)
    const faster = await rate()
    expect(faster).toBeGreaterThan(slow + 1)
    expect(faster).toBeLessThan(7)
    await clock.advance(8000)
    expect(await rate()).toBeCloseTo(8, 3)
  })

  test('an unlimited one begins at half of what was observed, and is unlimited again in 45 s', async () => {
    const { state, askMany, rate, clock, sent } = setUpBusy(null)
    await askMany(7)
    state.busy = 1
    await askMany(1)
    // Eight in that second: four now.
    const slow = await rate()
    expect(slow).toBeGreaterThanOrEqual(4)
    expect(slow).toBeLessThan(4.6)
    await clock.advance(40_000)
    expect(await rate()).toBeLessThan(16)
    await clock.advance(5000)
    const [before, begun] = [sent.length, clock.now()]
    await askMany(40)
    expect([sent.length - before, clock.now() - begun]).toEqual([40, 0])
  })

  test('several of one burst are one sign', async () => {
    const { state, askMany, rate } = setUpBusy(null)
    // All four are out before the first answer comes.
    state.busy = 4
    await askMany(4)
    expect(await rate()).toBeGreaterThanOrEqual(2)
  })

  test('one after another halve it again and again, down to one in two seconds', async () => {
    const { state, ask, clock } = setUpBusy(8)
    const pace = createPace(clock, 8)
    const { signal } = new AbortController()
    for (let i = 0; i < 20; i += 1) {
      await clock.advance(1)
      pace.slowDown(clock.now())
    }
    await pace.takeTurn(clock.now() + 60_000, signal)
    const begun = clock.now()
    await clock.during(pace.takeTurn(clock.now() + 60_000, signal))
    expect(clock.now() - begun).toBeCloseTo(2000, -2)
    expect(state.busy).toBe(0)
    expect(await ask()).toEqual({ fine: true })
  })

  test('F01: the wait that the platform asked for is kept, turn or no turn', async () => {
    const state = { first: true }
    const { askMany, times } = setUp(10, (request) => {
      const isFirst = state.first
      state.first = false
      return isFirst
        ? json({}, { status: 429, headers: { 'retry-after': '3' } })(request)
        : ok(request)
    })
    await askMany(6)
    // Those that were waiting for their turn wait on.
    expect(times().filter((at) => at > 0 && at < 3000)).toEqual([])
    expect(times()).toHaveLength(7)
  })
})

test('whoever gives up waiting leaves nobody else waiting longer', async () => {
  const clock = createFakeClock()
  const pace = createPace(clock, 1)
  const deadline = clock.now() + 15_000
  await pace.takeTurn(deadline, new AbortController().signal)
  for (let visit = 0; visit < 40; visit += 1) {
    const leaves = new AbortController()
    const turn = pace.takeTurn(deadline, leaves.signal)
    leaves.abort('gone')
    await expect(turn).rejects.toBeDefined()
  }
  const begun = clock.now()
  await clock.during(pace.takeTurn(deadline, new AbortController().signal))
  expect(clock.now() - begun).toBeLessThanOrEqual(1000)
})

test('those who wait are served in the order in which they came, also past one who left', async () => {
  const clock = createFakeClock()
  const pace = createPace(clock, 1)
  const deadline = clock.now() + 15_000
  const leaves = new AbortController()
  const served: string[] = []
  const turn = (name: string, signal = new AbortController().signal) =>
    pace.takeTurn(deadline, signal).then(
      () => served.push(name),
      () => {},
    )
  const all = [turn('a'), turn('b', leaves.signal), turn('c'), turn('d')]
  leaves.abort()
  await clock.during(Promise.all(all))
  expect(served).toEqual(['a', 'c', 'd'])
})
