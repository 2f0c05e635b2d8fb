import { setMaxListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import type { Json } from '#src/domain/json.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { createFakeClock, type FakeClock } from '#src/platforms/testing/fake-clock.ts'
import {
  broken,
  hangs,
  json,
  scriptedFetch,
  type Step,
} from '#src/platforms/testing/scripted-fetch.ts'
import { createUpstream, type Upstream, type UpstreamOptions } from '#src/platforms/upstream.ts'

const secretKey = 'sk_CANARY_9d8f7a6b5c'
const noSignal = () => new AbortController().signal

function setUp(
  steps: readonly Step[],
  random: () => number = () => 0.5,
  clock: FakeClock = createFakeClock(),
  limits: UpstreamOptions['limits'] = {},
) {
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const upstream = createUpstream({
    baseUrl: 'https://api.example.test/admin/',
    headers: { 'x-notiflows-secret-key': secretKey },
    secrets: [secretKey],
    fetch,
    clock,
    random,
    limits,
  })
  const ask = (page = '1', signal: AbortSignal = noSignal()) =>
    upstream.getJson({ path: ['users'], query: { page }, signal })
  /** Asks, lets time pass, and gives what came of it. */
  const outcome = async (work: Promise<unknown>): Promise<unknown> => {
    const result = await clock.during(work)
    return result.status === 'fulfilled' ? result.value : result.reason
  }
  const failure = async (work: Promise<unknown> = ask()): Promise<PlatformError> => {
    const reason = await outcome(work)
    if (reason instanceof PlatformError) return reason
    throw new Error(`Not a PlatformError: ${String(reason)}`)
  }
  return { upstream, clock, sent, ask, outcome, failure }
}

const good = json({ fine: true })
const fail = (status: number) => json({}, { status })
const busy = (headers: Record<string, string> = {}, body: unknown = {}) =>
  json(body, { status: 429, headers })

describe('what is sent', () => {
  test('the secret goes into a header, and no redirect may carry it on', async () => {
    const { ask, sent, outcome } = setUp([good])
    expect(await outcome(ask('1'))).toEqual({ fine: true })
    expect(sent[0]?.target).toBe('/admin/users?page=1')
    expect(sent[0]?.headers.get('x-notiflows-secret-key')).toBe(secretKey)
    expect(sent[0]?.headers.get('accept')).toBe('application/json')
    expect(sent[0]?.redirect).toBe('manual')
  })

  test.each([
    'a/b c',
    '100%',
    'a+b',
    '../x',
    '?q#f',
    'Zoë',
    '__proto__',
    'toString',
    'x'.repeat(10_240),
  ])('B04: the id %j reaches the platform byte for byte, as one segment', async (id) => {
    const { upstream, sent, outcome } = setUp([good])
    await outcome(upstream.getJson({ path: ['users', id], query: {}, signal: noSignal() }))
    const [, , users, segment, ...rest] = sent[0]?.url.pathname.split('/') ?? []
    expect([users, rest]).toEqual(['users', []])
    expect(decodeURIComponent(segment ?? '')).toBe(id)
  })

  test.each(['', '.', '..', '\ud800'])(
    'the id %j, which no URL carries, asks nobody',
    async (id) => {
      const { upstream, sent, failure } = setUp([good])
      const error = await failure(
        upstream.getJson({ path: ['users', id], query: {}, signal: noSignal() }),
      )
      expect(error.code).toBe('platform-rejected')
      expect(sent).toHaveLength(0)
    },
  )

  test.each([
    'ftp://a.test',
    'https://u:p@a.test',
    'https://a.test/?k=1',
    'https://a.test/#x',
    'nonsense',
  ])('A08: the base URL %s is refused at the start, unquoted', (baseUrl) => {
    const make = () => createUpstream({ ...unused, baseUrl, headers: {}, secrets: [] })
    expect(make).toThrow(/^The base URL of a platform must/)
  })

  test('a credential that no header can carry is refused at the start, unquoted', () => {
    const headers = { authorization: 'Bearer CANARY\n1' }
    expect(() =>
      createUpstream({ ...unused, baseUrl: 'https://a.test', headers, secrets: [] }),
    ).toThrow(/^A credential of this environment has characters/)
  })
})

describe('a question that is POSTed', () => {
  const body = { userFilter: 'ada', dateRangeFilter: [1, 2] }
  const post = (upstream: Upstream, more: Json = body) =>
    upstream.postJson({ path: ['logs', 'query'], query: {}, body: more, signal: noSignal() })

  test.each([200, 201, 202])('is sent as JSON, and %i is an answer', async (status) => {
    const { upstream, sent, outcome } = setUp([json({ queryId: 'q' }, { status })])
    expect(await outcome(post(upstream))).toEqual({ queryId: 'q' })
    expect(sent[0]).toMatchObject({ method: 'POST', body, redirect: 'manual' })
    expect(sent[0]?.headers.get('content-type')).toBe('application/json')
    expect(sent[0]?.headers.get('x-notiflows-secret-key')).toBe(secretKey)
  })

  test('is tried again like a GET, and shared only with the very same question', async () => {
    const { upstream, sent, outcome } = setUp([fail(503), good])
    expect(await outcome(post(upstream))).toEqual({ fine: true })
    expect(sent).toHaveLength(2)
    await outcome(
      Promise.all([post(upstream), post(upstream), post(upstream, { userFilter: 'bo' })]),
    )
    expect(sent).toHaveLength(4)
    await outcome(upstream.getJson({ path: ['logs', 'query'], query: {}, signal: noSignal() }))
    expect(sent[4]).toMatchObject({ method: 'GET', body: undefined })
    expect(sent[4]?.headers.has('content-type')).toBe(false)
  })

  test('a GET is not answered by 201', async () => {
    expect(await setUp([json({}, { status: 201 })]).failure()).toMatchObject({
      code: 'platform-bad-response',
      status: 201,
    })
  })
})

test('F06: an array is an answer only where one was asked for', async () => {
  const list = setUp([json([{ a: 1 }])])
  const request = { path: ['environments'], query: {}, signal: noSignal() }
  expect(await list.outcome(list.upstream.getList(request))).toEqual([{ a: 1 }])
  expect((await list.failure(list.upstream.getJson(request))).code).toBe('platform-bad-response')
  const object = setUp([good])
  expect((await object.failure(object.upstream.getList(request))).code).toBe(
    'platform-bad-response',
  )
  expect((await setUp([json('text')]).failure()).code).toBe('platform-bad-response')
})

const unused = {
  fetch: () => Promise.reject(new Error('unused')),
  clock: createFakeClock(),
  random: () => 0,
}

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

  test('waits are spread over the whole of [0, cap], and the cap doubles', async () => {
    const firsts: number[] = []
    const seconds: number[] = []
    for (let run = 0; run < 200; run += 1) {
      const { failure, sent } = setUp([fail(503)], Math.random)
      await failure()
      const [a, b, c] = sent.map(({ at }) => at)
      firsts.push((b ?? 0) - (a ?? 0))
      seconds.push((c ?? 0) - (b ?? 0))
    }
    for (const [waits, cap] of [
      [firsts, 500],
      [seconds, 1000],
    ] as const) {
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...waits)).toBeLessThanOrEqual(cap)
      const mean = waits.reduce((sum, wait) => sum + wait, 0) / waits.length
      // Five standard errors of a uniform distribution over 200 runs.
      expect(Math.abs(mean - cap / 2)).toBeLessThan((5 * cap) / Math.sqrt(12 * 200))
    }
    expect(new Set(firsts).size).toBeGreaterThan(190)
  })

  test('recovers without anybody noticing', async () => {
    const { ask, outcome, sent } = setUp([fail(503), broken, good])
    expect(await outcome(ask())).toEqual({ fine: true })
    expect(sent).toHaveLength(3)
  })
})

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
    [9000, 15_000],
    // More than 10 s between two bytes.
    [10_500, 10_000],
  ])('that sends a byte every %i ms is given up after %i ms', async (everyMs, expected) => {
    const clock = createFakeClock()
    const drip: Step = () => {
      const bytes = new ReadableStream<Uint8Array>({
        start: async (controller) => {
          for (let i = 0; i < 10; i += 1) {
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

describe('L02: requests at the same time', () => {
  test('a hundred identical ones share one', async () => {
    const { ask, sent, outcome } = setUp([good])
    const all = Promise.all(Array.from({ length: 100 }, () => ask('1')))
    expect(await outcome(all)).toEqual(Array.from({ length: 100 }, () => ({ fine: true })))
    expect(sent).toHaveLength(1)
    // Finished is finished: the next one asks again.
    await outcome(ask('1'))
    expect(sent).toHaveLength(2)
  })

  test('of a hundred different ones never more than four are under way', async () => {
    let underWay = 0
    let most = 0
    const { ask, clock, outcome, sent } = setUp([
      async (request) => {
        underWay += 1
        most = Math.max(most, underWay)
        await clock.sleep(5)
        underWay -= 1
        return good(request)
      },
    ])
    await outcome(Promise.all(Array.from({ length: 100 }, (_, i) => ask(String(i)))))
    expect(sent).toHaveLength(100)
    expect(most).toBe(4)
  })

  test('those who gave up while waiting for their turn hold nobody up', async () => {
    const { ask, clock, outcome, sent } = setUp([
      async (request) => {
        await clock.sleep(5)
        return good(request)
      },
    ])
    const leaving = new AbortController()
    setMaxListeners(0, leaving.signal)
    const first = Array.from({ length: 4 }, (_, i) => ask(String(i)))
    const left = Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => ask(`left${i}`, leaving.signal)),
    )
    const last = ask('last')
    leaving.abort(new Error('left'))
    expect(await outcome(last)).toEqual({ fine: true })
    await outcome(Promise.all(first))
    const reasons = await left
    expect(reasons.every(({ status }) => status === 'rejected')).toBe(true)
    expect(sent).toHaveLength(5)
  })
})

describe('F16: a caller that leaves', () => {
  test('stops the platform at once and hears its own reason', async () => {
    const { ask, clock, sent } = setUp([hangs])
    const leaving = new AbortController()
    const asked = ask('1', leaving.signal)
    const heard = asked.catch((error: unknown) => error)
    await clock.advance(1)
    const reason = new Error('The browser is gone')
    leaving.abort(reason)
    expect(await heard).toBe(reason)
    await clock.advance(1)
    expect(sent[0]?.signal.aborted).toBe(true)
    await clock.advance(60_000)
    expect(sent).toHaveLength(1)
  })

  test('leaves the shared request to those who stay', async () => {
    const { ask, clock, sent, outcome } = setUp([
      async (request) => {
        await clock.sleep(50)
        return good(request)
      },
    ])
    const leaving = new AbortController()
    const one = ask('1', leaving.signal).catch(() => 'left')
    const two = ask('1')
    await clock.advance(10)
    leaving.abort()
    expect(await one).toBe('left')
    expect(await outcome(two)).toEqual({ fine: true })
    expect(sent).toHaveLength(1)
  })

  test('who has already left asks nobody', async () => {
    const { ask, sent } = setUp([good])
    await expect(ask('1', AbortSignal.abort('gone'))).rejects.toBe('gone')
    expect(sent).toHaveLength(0)
  })

  test('is not waited for while a retry is pending', async () => {
    const { ask, clock, sent } = setUp([busy({ 'retry-after': '5' })])
    const leaving = new AbortController()
    const heard = ask('1', leaving.signal).catch((error: unknown) => error)
    await clock.advance(1000)
    leaving.abort('gone')
    expect(await heard).toBe('gone')
    await clock.advance(60_000)
    expect(sent).toHaveLength(1)
  })
})

describe('what a failure tells', () => {
  test('the code and request id of the platform', async () => {
    const notiflows = { error: { code: 'not_found', request_id: 'req_7d1', message: secretKey } }
    const first = await setUp([json(notiflows, { status: 404 })]).failure()
    expect(first).toMatchObject({ platformCode: 'not_found', platformRequestId: 'req_7d1' })
    const napi = { trackingId: 'trk-5501', error: { code: 'invalid_request' } }
    const second = await setUp([json(napi, { status: 400 })]).failure()
    expect(second).toMatchObject({ platformCode: 'invalid_request', platformRequestId: 'trk-5501' })
    const header = json('x', { status: 400, headers: { 'x-request-id': 'abc-1' } })
    expect(await setUp([header]).failure()).toMatchObject({ platformRequestId: 'abc-1' })
  })

  test.each([
    secretKey,
    `x.${secretKey}`,
    Buffer.from(secretKey).toString('hex'),
    Buffer.from(`ab:${secretKey}`).toString('base64').replaceAll('=', ''),
    'two words',
    'x'.repeat(65),
    42,
    null,
  ])('A06: nothing of an upstream that echoes %s', async (echo) => {
    for (const status of [400, 401, 500]) {
      const { failure } = setUp([
        json(
          {
            trackingId: echo,
            message: echo,
            error: { code: echo, request_id: echo, message: echo },
          },
          { status, headers: { 'x-request-id': typeof echo === 'string' ? echo : 'x y' } },
        ),
      ])
      const error = await failure()
      expect(error).toMatchObject({ platformCode: null, platformRequestId: null })
      expect(`${error.message}${error.stack ?? ''}${JSON.stringify(error)}`).not.toContain(
        secretKey,
      )
      expect(error.cause).toBeUndefined()
    }
  })
})
