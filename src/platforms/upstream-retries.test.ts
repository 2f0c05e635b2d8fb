import { describe, expect, test, vi } from 'vitest'
import { broken, hangs, json, type Step } from '#src/platforms/testing/scripted-fetch.ts'
import { seeded } from '#src/platforms/testing/seeded.ts'
import { busy, fail, good, noSignal, setUp } from '#src/platforms/testing/upstream.ts'

// Generous, because a machine that builds and tests at once is slow; nothing here waits for time.
vi.setConfig({ testTimeout: 60_000 })

describe('F01: a platform that asks to be left alone', () => {
  const date = 'Sun, 22 Nov 2026 10:00:00 GMT'
  const twoLater = 'Sun, 22 Nov 2026 10:00:02 GMT'
  test.each([
    ['in seconds', busy({ 'retry-after': '2' })],
    ["as a date, by the platform's own clock", busy({ 'retry-after': twoLater, date })],
    ['in the old date format', busy({ 'retry-after': 'Sunday, 22-Nov-26 10:00:02 GMT', date })],
    ['in the body of Notiflows only', busy({}, { error: { details: { retry_after: 2 } } })],
    [
      'in the body, behind a bad header',
      busy({ 'retry-after': 'abc' }, { error: { details: { retry_after: 2 } } }),
    ],
    ['while it fails', json({}, { status: 503, headers: { 'retry-after': '2' } })],
  ])('is asked again 2.0 to 2.5 s later when it says so %s', async (_how, step) => {
    for (const random of [() => 0, () => 0.999]) {
      const { ask, sent, outcome } = setUp([step, good], random)
      expect(await outcome(ask())).toEqual({ fine: true })
      const [first, second] = sent
      const wait = (second?.at ?? 0) - (first?.at ?? 0)
      expect(wait).toBeGreaterThanOrEqual(2000)
      expect(wait).toBeLessThanOrEqual(2500)
    }
  })

  test.each([
    { 'retry-after': '-5' },
    { 'retry-after': 'abc' },
    { 'retry-after': '1e9' },
    { 'retry-after': '' },
    { 'retry-after': '0' },
    // A date without the platform's own clock to measure it by; one that is past already.
    { 'retry-after': twoLater },
    { 'retry-after': 'Sun, 22 Nov 2026 09:00:00 GMT', date },
  ])('is asked again after the usual backoff when it says %j', async (headers) => {
    const { ask, sent, outcome } = setUp([busy(headers), good])
    expect(await outcome(ask())).toEqual({ fine: true })
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBe(250)
  })

  test.each([
    ['20', 20_000],
    ['1000000000', 300_000],
    ['Sun, 22 Nov 2026 10:01:00 GMT', 60_000],
  ])('fails at once when %s is more than the deadline leaves', async (value, expected) => {
    const { clock, failure, sent } = setUp([busy({ 'retry-after': value, date })])
    const before = clock.now()
    const error = await failure()
    expect(error).toMatchObject({ code: 'platform-rate-limited', status: 429 })
    expect(error.retryAfterMs).toBe(expected)
    expect(clock.now()).toBe(before)
    expect(sent).toHaveLength(1)
  })

  test('no other request of the environment is sent in between', async () => {
    const { ask, clock, sent, failure, outcome } = setUp([busy({ 'retry-after': '60' }), good])
    await failure(ask('1'))
    await clock.advance(10_000)
    const second = await failure(ask('2'))
    expect(second).toMatchObject({
      code: 'platform-rate-limited',
      status: 429,
      retryAfterMs: 50_000,
    })
    await clock.advance(40_000)
    expect(sent).toHaveLength(1)
    // 10 s are left, which the deadline of a new request allows.
    expect(await outcome(ask('3'))).toEqual({ fine: true })
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(60_000)
  })
})

/** Ten different requests a second for a minute; gives how many the platform saw. */
const loadOf = async (step: Step, isAside: boolean) => {
  const { upstream, clock, sent } = setUp([step], seeded())
  const asked: Promise<unknown>[] = []
  for (let i = 0; i < 600; i += 1) {
    const request = { path: ['users'], query: { page: `${i}` }, signal: noSignal(), isAside }
    asked.push(upstream.getJson(request).catch((error: unknown) => error))
    await clock.advance(100)
  }
  await clock.during(Promise.all(asked))
  return sent.length
}

describe('F03: retries', () => {
  test.each([
    ['429', busy(), 'platform-rate-limited'],
    ['500', fail(500), 'platform-failed'],
    ['502', fail(502), 'platform-failed'],
    ['503', fail(503), 'platform-failed'],
    ['504', fail(504), 'platform-failed'],
    ['a broken connection', broken, 'platform-unreachable'],
  ])('%s is tried three times and no more', async (_what, step, code) => {
    const { failure, sent } = setUp([step])
    expect((await failure()).code).toBe(code)
    expect(sent).toHaveLength(3)
  })

  test.each([
    [400, 'platform-rejected'],
    [401, 'platform-unauthorized'],
    [402, 'platform-rejected'],
    [403, 'platform-unauthorized'],
    [404, 'platform-rejected'],
    [422, 'platform-rejected'],
  ])('%i is not tried again', async (status, code) => {
    const { failure, sent } = setUp([json({}, { status, headers: { 'retry-after': '1' } })])
    expect(await failure()).toMatchObject({ code, status, retryAfterMs: null })
    expect(sent).toHaveLength(1)
  })

  test('waits are spread evenly over [0, cap], the cap doubles, and no two runs wait alike', async () => {
    const random = seeded()
    const runs: [first: number, second: number][] = []
    for (let run = 0; run < 200; run += 1) {
      const { failure, sent } = setUp([fail(503)], random)
      await failure()
      const [a = 0, b = 0, c = 0] = sent.map(({ at }) => at)
      runs.push([b - a, c - b])
    }
    for (const [index, cap] of [500, 1000].entries()) {
      const shares = runs.map((waits) => (waits[index] ?? 0) / cap).toSorted((x, y) => x - y)
      expect(shares.at(0)).toBeGreaterThanOrEqual(0)
      expect(shares.at(-1)).toBeLessThanOrEqual(1)
      // Kolmogorov and Smirnov: how far 200 even draws stray in 99 of 100 cases.
      const strays = shares.map((share, at) => Math.abs(share - (at + 0.5) / shares.length))
      expect(Math.max(...strays)).toBeLessThan(1.63 / Math.sqrt(200))
    }
    expect(new Set(runs.map((waits) => waits.join())).size).toBe(200)
  })

  test.each([
    ['500', fail(500)],
    ['503 with a Retry-After', json({}, { status: 503, headers: { 'retry-after': '1' } })],
    ['a broken connection', broken],
    // Neither of these opens the breaker.
    ['429', busy()],
    ['429 with a Retry-After', busy({ 'retry-after': '1' })],
    ['no answer at all', hangs],
  ])(
    'while all fail (%s) the platform is asked at most 1.2 times as often as people ask',
    async (_what, step) => {
      expect(await loadOf(step, false)).toBeLessThanOrEqual(1.2 * 600)
      // Side questions never open the breaker, so only the budget stands between.
      expect(await loadOf(step, true)).toBeLessThanOrEqual(1.2 * 600)
    },
  )

  test('nor is it when just enough succeed to keep the breaker shut', async () => {
    let calls = 0
    const fifth: Step = (request) => {
      calls += 1
      return (calls % 5 === 0 ? good : fail(500))(request)
    }
    const load = await loadOf(fifth, false)
    expect(load).toBeGreaterThanOrEqual(600)
    expect(load).toBeLessThanOrEqual(1.2 * 600)
  })

  test('side questions that always fail take no try from the others', async () => {
    const others = [fail(503), fail(503), good]
    const { upstream, ask, failure, outcome, sent } = setUp([
      (request) => (request.target.includes('aside') ? broken : (others.shift() ?? good))(request),
    ])
    for (let i = 0; i < 20; i += 1) {
      const query = { page: `${i}` }
      await failure(upstream.getJson({ path: ['aside'], query, signal: noSignal(), isAside: true }))
    }
    // 20 questions and the ten tries of their budget.
    expect(sent).toHaveLength(30)
    expect(await outcome(ask())).toEqual({ fine: true })
  })

  test('recovers without anybody noticing', async () => {
    const { ask, outcome, sent } = setUp([fail(503), broken, good])
    expect(await outcome(ask())).toEqual({ fine: true })
    expect(sent).toHaveLength(3)
  })
})
