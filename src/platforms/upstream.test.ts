import { describe, expect, test } from 'vitest'
import type { Json } from '#src/domain/json.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json } from '#src/platforms/testing/scripted-fetch.ts'
import { fail, good, noSignal, secretKey, setUp } from '#src/platforms/testing/upstream.ts'
import { createUpstream, type Upstream } from '#src/platforms/upstream.ts'

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
