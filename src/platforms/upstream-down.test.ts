import { describe, expect, test, vi } from 'vitest'
import { PlatformError } from '#src/platforms/platform.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { broken, hangs, json, type Step } from '#src/platforms/testing/scripted-fetch.ts'
import { good, noSignal, setUp } from '#src/platforms/testing/upstream.ts'

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000 })

describe('F04: a platform that is down', () => {
  test('is left alone after five failures, told within milliseconds, and probed once a window', async () => {
    const state = { down: true }
    const { ask, clock, sent, outcome, failure } = setUp([
      (request) => (state.down ? broken(request) : good(request)),
    ])
    const begun = clock.now()
    const outcomes: Promise<unknown>[] = []
    // Ten requests a second for five minutes.
    for (let i = 0; i < 3000; i += 1) {
      outcomes.push(ask(String(i)).catch((error: unknown) => error))
      await clock.advance(100)
    }
    const errors = await Promise.all(outcomes)
    expect(errors.every((error) => error instanceof PlatformError)).toBe(true)
    // 5 to open; probes 10, 30, 70, 130, 190, 250 s later.
    const times = sent.map(({ at }) => at - begun)
    expect(times.length).toBe(5 + 6)
    const gaps = times.slice(5).map((at, i) => at - (times[i + 4] ?? 0))
    gaps.forEach((gap, i) => {
      const due = [10_000, 20_000, 40_000, 60_000, 60_000, 60_000][i] ?? 0
      expect(gap).toBeGreaterThanOrEqual(due)
      expect(gap).toBeLessThanOrEqual(due + 1000)
    })

    const before = clock.now()
    const refused = await failure(ask('x'))
    expect(refused.code).toBe('platform-unreachable')
    expect(refused.retryAfterMs).toBeGreaterThan(0)
    expect(refused.retryAfterMs).toBeLessThanOrEqual(60_000)
    expect(clock.now()).toBe(before)

    state.down = false
    await clock.advance(refused.retryAfterMs ?? 0)
    expect(await outcome(ask('y'))).toEqual({ fine: true })
    expect(await outcome(ask('z'))).toEqual({ fine: true })
  })

  test('leaves the others alone: not one of their requests fails or waits', async () => {
    const clock = createFakeClock()
    const dead = setUp([broken], () => 0.5, clock)
    const alive = setUp([good], () => 0.5, clock)
    const outcomes: Promise<unknown>[] = []
    for (let i = 0; i < 300; i += 1) {
      dead.ask(String(i)).catch(() => {})
      const begun = clock.now()
      outcomes.push(alive.ask(String(i)).then((answer) => [answer, clock.now() - begun]))
      await clock.advance(100)
    }
    expect(await Promise.all(outcomes)).toEqual(outcomes.map(() => [{ fine: true }, 0]))
    expect(dead.sent.length).toBeLessThan(20)
  })

  test('side questions that fail say nothing of its health, except as the probe', async () => {
    const { upstream, ask, clock, outcome, failure } = setUp([
      ({ target, ...sent }) =>
        (target.includes('aside') ? broken : state.step)({ target, ...sent }),
    ])
    const state = { step: good }
    const askAside = () =>
      upstream.getJson({ path: ['aside'], query: {}, signal: noSignal(), isAside: true })
    for (let i = 0; i < 5; i += 1) await failure(askAside())
    expect(await outcome(ask('1'))).toEqual({ fine: true })
    state.step = broken
    await failure(ask('2'))
    await failure(ask('3'))
    await clock.advance(10_001)
    expect(await failure(askAside())).toMatchObject({ code: 'platform-unreachable' })
    // It was the probe, and the next one is due in twice the time.
    state.step = good
    await clock.advance(10_001)
    expect((await failure(ask('4'))).retryAfterMs).toBeGreaterThan(0)
    await clock.advance(10_001)
    expect(await outcome(ask('5'))).toEqual({ fine: true })
  })

  test('only one request is the probe; the others are refused meanwhile', async () => {
    const { ask, clock, sent, failure } = setUp([broken, broken, broken, broken, broken, hangs])
    await failure(ask('1'))
    await failure(ask('2'))
    expect(sent).toHaveLength(5)
    await clock.advance(10_001)
    const probe = ask('3').catch(() => {})
    expect((await failure(ask('4'))).code).toBe('platform-unreachable')
    expect(sent).toHaveLength(6)
    await clock.during(probe)
  })

  test('who is refused need not wait for a slot to hear it', async () => {
    const steps = [hangs, hangs, hangs, broken, broken, broken, broken, broken, hangs]
    const patient = { headersMs: 100_000, deadlineMs: 100_000 }
    const { ask, clock, sent, failure } = setUp(steps, () => 0, createFakeClock(), patient)
    const stuck = [ask('a'), ask('b'), ask('c')].map((asked) => asked.catch(() => {}))
    for (const page of ['1', '2']) {
      const failed = ask(page).catch(() => {})
      await clock.advance(1)
      await failed
    }
    await clock.advance(10_000)
    // The probe takes the last slot, and hangs too.
    stuck.push(ask('probe').catch(() => {}))
    await clock.advance(1)
    expect(sent).toHaveLength(9)
    const before = clock.now()
    expect((await failure(ask('4'))).code).toBe('platform-unreachable')
    expect(clock.now()).toBe(before)
    await clock.during(Promise.all(stuck))
  })

  test('a probe that its caller gives up leaves the next one free to probe', async () => {
    const steps = [broken, broken, broken, broken, broken, hangs, good]
    const { ask, clock, failure, outcome } = setUp(steps)
    await failure(ask('1'))
    await failure(ask('2'))
    await clock.advance(10_001)
    const leaving = new AbortController()
    const probe = ask('3', leaving.signal).catch(() => {})
    await clock.advance(1)
    leaving.abort(new Error('left'))
    await probe
    await clock.advance(1)
    expect(await outcome(ask('4'))).toEqual({ fine: true })
  })

  test('failures count only in a row', async () => {
    const run = [broken, broken, broken, broken]
    const { ask, sent, failure, outcome } = setUp([...run, good, ...run, good])
    await failure(ask('1'))
    // Fails once more and recovers: four failures, and then one success.
    expect(await outcome(ask('2'))).toEqual({ fine: true })
    await failure(ask('3'))
    expect(await outcome(ask('4'))).toEqual({ fine: true })
    expect(sent).toHaveLength(10)
  })

  test('a platform that answers nonsense or refuses is not down', async () => {
    const { ask, sent, failure } = setUp([json([])])
    for (let i = 0; i < 10; i += 1) await failure(ask(String(i)))
    expect(sent).toHaveLength(10)
  })
})

describe('F05: a platform that is slow', () => {
  test('that sends no headers is given up after 10 s', async () => {
    const { clock, failure, sent } = setUp([hangs])
    const begun = clock.now()
    expect((await failure()).code).toBe('platform-timeout')
    expect(clock.now() - begun).toBe(10_000)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.signal.aborted).toBe(true)
  })

  test('one deadline of 15 s stands over all tries', async () => {
    const { clock, failure, sent } = setUp([json({}, { status: 503 }), hangs])
    const begun = clock.now()
    await clock.advance(0)
    expect((await failure()).code).toBe('platform-timeout')
    expect(clock.now() - begun).toBeLessThanOrEqual(15_000)
    expect(sent).toHaveLength(2)
  })

  test.each([
    [1000, 15_000],
    [9000, 15_000],
    // More than 10 s between two bytes.
    [10_500, 10_000],
  ])('that sends a byte every %i ms is given up after %i ms', async (everyMs, expected) => {
    const clock = createFakeClock()
    const drip: Step = () => {
      const bytes = new ReadableStream<Uint8Array>({
        start: async (controller) => {
          for (let i = 0; i < 20; i += 1) {
            controller.enqueue(new Uint8Array([32]))
            await clock.sleep(everyMs)
          }
        },
      })
      return new Response(bytes, { headers: { 'content-type': 'application/json' } })
    }
    const { failure } = setUp([drip], () => 0, clock)
    const begun = clock.now()
    expect((await failure()).code).toBe('platform-timeout')
    expect(clock.now() - begun).toBe(expected)
  })

  test('an error whose body never ends is that error all the same', async () => {
    const { failure } = setUp([() => new Response(new ReadableStream(), { status: 401 })])
    expect(await failure()).toMatchObject({ code: 'platform-unauthorized', status: 401 })
  })

  test('a fetch that ignores its signal is given up all the same', async () => {
    const { failure } = setUp([() => new Promise(() => {})])
    expect((await failure()).code).toBe('platform-timeout')
  })
})
