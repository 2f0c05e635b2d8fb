import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'

import { afterAll, describe, expect, test } from 'vitest'

import { systemClock } from '#src/platforms/clock.ts'
import { PlatformError } from '#src/platforms/platform.ts'
import { traces } from '#src/platforms/testing/traces.ts'

import { type Audit, AuditError, createAudit } from './audit.ts'
import { checkAudit } from './audit-check.ts'
import { codeOf, detailOf, factsOf, fakeGateway, host, problemOf } from './fakes.ts'

const path = '/api/environments/prod/reveal'
const email = 'ines.prado@orchard.test'

const root = mkdtempSync(join(tmpdir(), 'rollcall-reveal-'))
afterAll(() => rmSync(root, { recursive: true }))

type Deps = Parameters<typeof fakeGateway>[1]

/** A gateway that masks and knows one person, and what its audit log was told. */
const gatewayOf = (deps: Deps = {}, get?: () => Promise<never>) => {
  const events: Parameters<Audit['write']>[0][] = []
  const audit: Audit = {
    write: async (event) => {
      events.push(event)
    },
  }
  const gateway = fakeGateway(
    {
      get:
        get ??
        (async (id) => (id === 'nobody' ? null : detailOf(factsOf(id, { email, phone: null })))),
    },
    { mask: true, audit, ...deps },
  )
  const reveal = (body: unknown, init: RequestInit = {}) =>
    gateway.ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...Object(init.headers) },
    })
  return { ...gateway, reveal, events }
}

describe('a reveal', () => {
  test('answers one value in clear, read afresh, where everything else is masked', async () => {
    const { reveal, ask, calls } = gatewayOf()
    const masked = await ask('/api/environments/prod/user?id=ada')
    expect(await masked.text()).not.toContain(email)
    const response = await reveal({ id: 'ada', field: 'email' })
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ value: email })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await (await reveal({ id: 'ada', field: 'phone' })).json()).toEqual({ value: null })
    expect(calls.ids).toEqual(['ada', 'ada', 'ada'])
    expect([...calls.lists, ...calls.activities]).toEqual([])
  })

  test('is in the audit log with everything but the value (A15)', async () => {
    const { reveal, events } = gatewayOf()
    const id = 'a/b\n\u001B[31m%2F'
    const response = await reveal({ id, field: 'email' })
    expect(events).toEqual([
      {
        event: 'reveal',
        environment: 'prod',
        user: id,
        field: 'email',
        requestId: response.headers.get('x-request-id'),
        outcome: 'revealed',
      },
    ])
  })

  test('is in the audit log before it is answered', async () => {
    const steps: string[] = []
    const write = async () => {
      // Whoever did not wait for it would answer meanwhile.
      for (let turns = 0; turns < 20; turns += 1) await setImmediate()
      steps.push('written')
    }
    const { reveal } = gatewayOf({ audit: { write } })
    await reveal({ id: 'ada', field: 'email' })
    steps.push('answered')
    expect(steps).toEqual(['written', 'answered'])
  })

  test.each(['damaged', 'busy', 'ENOSPC'])(
    'is refused when nothing can be written (%s), and the log says why',
    async (reason) => {
      const write = () => Promise.reject(new AuditError(reason))
      for (const id of ['ada', 'nobody']) {
        const { reveal, lines } = gatewayOf({ audit: { write } })
        const response = await reveal({ id, field: 'email' })
        expect(response.status).toBe(503)
        expect(await problemOf(response.clone())).toMatchObject({
          type: '/problems/audit-unavailable',
        })
        expect(await response.text()).not.toContain('orchard')
        expect(lines).toContainEqual({
          level: 'error',
          event: 'audit-refused',
          requestId: 'request-1',
          error: reason,
        })
      }
    },
  )

  test('that comes to nothing is in the audit log too, with what was answered', async () => {
    const { reveal, events } = gatewayOf()
    expect(await codeOf(await reveal({ id: 'nobody', field: 'email' }))).toBe('unknown-user')
    expect(await codeOf(await reveal({ id: '..', field: 'phone' }))).toBe('bad-request')
    const failures = [new PlatformError('platform-timeout', 'x'), new Error('a bug')]
    for (const failure of failures) {
      const failing = gatewayOf({}, () => Promise.reject(failure))
      const code = await codeOf(await failing.reveal({ id: 'ada', field: 'email' }))
      events.push(...failing.events)
      expect(failing.events).toMatchObject([{ outcome: code }])
    }
    expect(events.map((event) => [event.event === 'reveal' && event.user, event.outcome])).toEqual([
      ['nobody', 'unknown-user'],
      ['..', 'bad-request'],
      ['ada', 'platform-timeout'],
      ['ada', 'internal'],
    ])
  })

  test('in an environment that is not there is none', async () => {
    const { ask, events } = gatewayOf()
    const response = await ask('/api/environments/other/reveal', {
      method: 'POST',
      body: JSON.stringify({ id: 'ada', field: 'email' }),
      headers: { 'content-type': 'application/json' },
    })
    expect(await codeOf(response)).toBe('unknown-environment')
    expect(events).toEqual([])
  })

  test('leaves no trace of the value on the disk or in the log (A07)', async () => {
    const directory = join(root, 'data')
    const { reveal, lines } = gatewayOf({ audit: createAudit(directory, systemClock) })
    for (const id of ['ada', 'nobody', 'ada']) await reveal({ id, field: 'email' })
    const files = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'))
    const all = `${files.join('\n')}${JSON.stringify(lines)}`
    expect(traces(email).filter((trace) => all.includes(trace))).toEqual([])
    expect(await checkAudit(directory)).toEqual({ ok: true, lines: 3 })
    expect(readdirSync(directory).toSorted()).toEqual(['audit.head', 'audit.log'])

    // And where the log was cut, nobody learns anything any more.
    writeFileSync(join(directory, 'audit.log'), files[1]?.split('\n').slice(0, 1).join('') ?? '')
    expect(await codeOf(await reveal({ id: 'ada', field: 'email' }))).toBe('audit-unavailable')
  })
})

describe('what is no reveal', () => {
  const good = { id: 'ada', field: 'email' }
  test.each([
    ['', ''],
    ['not JSON', '{"id":"ada","field":"email"'],
    ['not an object', 'null'],
    ['a list', [good]],
    ['without an id', { field: 'email' }],
    ['without a field', { id: 'ada' }],
    ['an empty id', { ...good, id: '' }],
    ['an id that is no text', { ...good, id: 7 }],
    ['half a character', '{"id":"\\ud800","field":"email"}'],
    ['several ids', { ...good, id: ['ada', 'bob'] }],
    ['several fields', { ...good, field: ['email', 'phone'] }],
    ['another setting', { ...good, all: true }],
    ['a push token', { ...good, field: 'pushTokens' }],
    ['a Slack token', { ...good, field: 'slackToken' }],
    ['a web push key', { ...good, field: 'facts.subscriptions' }],
    ['a client secret', { ...good, field: 'clientSecret' }],
    ['attributes', { ...good, field: 'attributes' }],
    ['what every object has', { ...good, field: '__proto__' }],
    ['what every object has', { ...good, field: 'constructor' }],
  ])('is refused before anybody is asked: %s', async (_, body) => {
    const { reveal, calls, events } = gatewayOf()
    const response = await reveal(body)
    const problem = await problemOf(response)
    expect(problem).toMatchObject({ type: '/problems/bad-request', status: 400 })
    expect(problem['detail']).toContain('"field": "email" or "phone"')
    expect([...calls.ids, ...events]).toEqual([])
  })

  test('is refused: bytes that are not UTF-8, a parameter, more than 64 KiB', async () => {
    const { ask, calls, reveal } = gatewayOf()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } }
    const bytes = Buffer.from('{"id":"\xff","field":"email"}', 'latin1')
    expect(await codeOf(await ask(path, { ...init, body: bytes }))).toBe('bad-request')
    const asked = await ask(`${path}?id=ada`, { ...init, body: JSON.stringify(good) })
    expect(await codeOf(asked)).toBe('bad-parameter')
    const long = { ...good, id: 'x'.repeat(70_000) }
    const headers = { 'transfer-encoding': 'chunked' }
    expect(await codeOf(await reveal(long, { headers }))).toBe('body-too-large')
    expect(calls.ids).toEqual([])
  })

  test.each([
    [405, { method: 'GET' }],
    [405, { method: 'PUT' }],
    [415, { headers: { 'content-type': 'text/plain' } }],
    [415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    [403, { headers: { origin: 'https://evil.example' } }],
    [403, { headers: { 'sec-fetch-site': 'same-site' } }],
    [421, { headers: { host: 'evil.example' } }],
    [401, { headers: { authorization: 'Bearer wrong' } }],
  ])('is refused with %i: %j (A03, A04)', async (status, init: RequestInit) => {
    const { reveal, calls, events } = gatewayOf({ token: 'the-token' })
    const headers = { authorization: 'Bearer the-token', ...Object(init.headers) }
    const body = init.method === 'GET' ? { body: null } : {}
    const response = await reveal(good, { ...init, ...body, headers })
    expect(response.status).toBe(status)
    expect(response.headers.get('allow')).toBe(status === 405 ? 'POST' : null)
    expect([...calls.ids, ...events]).toEqual([])
  })
})

test('the app itself may reveal, and where nothing is masked the audit log knows too', async () => {
  const { reveal, events } = gatewayOf({ mask: false, token: 'the-token' })
  const headers = {
    'sec-fetch-site': 'same-origin',
    origin: `http://${host}`,
    authorization: 'Bearer the-token',
    'content-type': 'application/json; charset=utf-8',
  }
  const response = await reveal({ id: 'ada', field: 'email' }, { headers })
  expect(await response.json()).toEqual({ value: email })
  expect(events).toHaveLength(1)
})
