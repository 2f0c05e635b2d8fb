import { describe, expect, test } from 'vitest'

import type { NotificationapiSwitches } from '#src/emulator/switches.ts'
import { basic, call, emulatorOf, get, napiKey, now, walkNapi } from '#src/emulator/testing/call.ts'
import { bearer, napiAccount, napiServer } from '#src/emulator/testing/environments.ts'

type Log = { readonly trackingId: string; readonly received_at: string; [field: string]: unknown }
type Result = { status: string; logs?: Log[]; message?: string }

const emulatorWith = (notificationapi: Partial<NotificationapiSwitches> = {}, users = 200) =>
  emulatorOf({ users, switches: { notificationapi } })
type Emulator = ReturnType<typeof emulatorWith>
const emulator = emulatorWith()

const start = async (body: unknown, headers = napiKey, on: Emulator = emulator) =>
  Object((await call(on, 'POST', '/notificationapi/logs/query', headers, body)).body).queryId
const poll = async (queryId: string, headers = napiKey, on: Emulator = emulator) =>
  get<Result>(on, `/notificationapi/logs/query/${queryId}`, headers)
const query = async (body: unknown, headers = napiKey, on: Emulator = emulator) => {
  const queryId = await start(body, headers, on)
  await poll(queryId, headers, on)
  const answer = await poll(queryId, headers, on)
  return answer.body.logs ?? []
}
const logsOf = (id: string, more: object = {}, headers = napiKey) =>
  query({ userFilter: id, ...more }, headers)

const envs = async (body: object, headers: Record<string, string>) =>
  new Set((await query(body, Object(headers))).map((log) => log['envId']))
const codesOf = async (id: string, channel: string, headers = napiKey) =>
  new Set(
    (await logsOf(id, { channelFilter: [channel] }, headers)).map(
      (log) => log[`${channel}_failed_code`] ?? log[`${channel}_routing_reason`],
    ),
  )

describe('a log query (§3)', () => {
  test('gives an id, runs for a while, then is complete', async () => {
    const queryId = await start({ userFilter: 'cust-0107' })
    expect((await poll(queryId)).body).toEqual({ status: 'Running' })
    const { body } = await poll(queryId)
    expect(body.status).toBe('Complete')
    expect(body.logs?.length).toBeGreaterThan(0)
  })

  test('in other words and after more polls, by the switches', async () => {
    const on = emulatorWith({ logStatusWords: 'upper-case', logQueryPolls: 2 })
    const queryId = await start({}, napiKey, on)
    const words = []
    for (let at = 0; at < 3; at += 1) words.push((await poll(queryId, napiKey, on)).body.status)
    expect(words).toEqual(['RUNNING', 'RUNNING', 'COMPLETE'])
  })

  test('is unknown to other accounts and other ids: 404', async () => {
    expect((await poll('qry-999')).status).toBe(404)
    expect((await poll('qry-999')).body).toEqual({ message: 'Not Found' })
  })

  test.each([
    ['no JSON', '{'],
    ['an unknown channel', { channelFilter: ['fax'] }],
    ['a date range of one', { dateRangeFilter: [1] }],
    ['a number for a user', { userFilter: 7 }],
  ])('%s: 400', async (_, body) => {
    const answer = await call(emulator, 'POST', '/notificationapi/logs/query', napiKey, body)
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ error: { code: 'invalid_request' } })
  })

  test('filters by user, notification, channel, status and dates', async () => {
    const all = await query({})
    expect(all.length).toBeGreaterThan(300)
    const times = all.map((log) => log.received_at)
    expect(times).toEqual(times.toSorted().toReversed())
    const some = all[10]
    expect(await query({ userFilter: String(some?.['user_id']) })).toContainEqual(some)
    const digests = await query({ notificationFilter: ['weekly_digest'] })
    expect(digests).toEqual(all.filter((log) => log['type'] === 'weekly_digest'))
    expect(await query({ notificationFilter: ['no_such_thing'] })).toEqual([])
    const slack = await query({ channelFilter: ['slack'] })
    expect(slack).toEqual(all.filter((log) => log['slack_routing'] !== undefined))
    const failed = await query({ statusFilter: 'failed' })
    expect(failed).toEqual(
      all.filter((log) => Object.keys(log).some((field) => field.endsWith('_failed_at'))),
    )
    const from = Math.floor((now - 5 * 86_400_000) / 1000)
    const to = from + 86_400
    const within = all.filter(({ received_at: at }) => {
      const seconds = Date.parse(at) / 1000
      return seconds >= from && seconds <= to
    })
    expect(within.length).toBeGreaterThan(5)
    expect(await query({ dateRangeFilter: [from, to] })).toEqual(within)
    expect(
      await query(
        { dateRangeFilter: [from * 1000, to * 1000] },
        napiKey,
        emulatorWith({ logDates: 'milliseconds' }),
      ),
    ).toEqual(within)
  })

  test('takes the legacy form, on the legacy path too', async () => {
    const { body } = await call(
      emulator,
      'POST',
      '/notificationapi/env_prod_9k2/logs/query',
      napiServer('Production'),
      {
        dateRangeFilter: { startTime: 0, endTime: now / 1000 },
        userFilter: ['cust-0107', 'cust-0042'],
      },
    )
    const path = `/notificationapi/env_prod_9k2/logs/query/${Object(body).queryId}`
    await get(emulator, path, napiServer('Production'))
    const { logs = [] } = (await get<Result>(emulator, path, napiServer('Production'))).body
    expect(new Set(logs.map((log) => log['user_id']))).toEqual(new Set(['cust-0107', 'cust-0042']))
  })

  test('sees the environments of its credential only', async () => {
    expect(await envs({}, napiKey)).toEqual(new Set(['env_prod_9k2']))
    expect(await envs({ userFilter: 'cust-0107' }, bearer(napiAccount.jwt))).toEqual(
      new Set(['env_prod_9k2', 'env_stag_4m7']),
    )
    const named = { envIdFilter: ['env_stag_4m7'] }
    expect(await envs(named, bearer(napiAccount.apiKey))).toEqual(new Set(['env_stag_4m7']))
    const path = '/notificationapi/logs/query'
    expect((await call(emulator, 'POST', path, napiKey, named)).status).toBe(401)
    expect((await call(emulator, 'POST', path, basic('env_stag_4m7:me'), {})).status).toBe(401)
  })

  test('tells at ten million people what it tells at any size, as quickly', async () => {
    const large = emulatorWith({}, 10_000_000)
    expect(await query({}, napiKey, large)).toHaveLength(1000)
    expect((await query({ userFilter: 'cust-0107' }, napiKey, large)).length).toBeGreaterThan(0)
    expect(await query({ statusFilter: 'never' }, napiKey, large)).toEqual([])
  })
})

const epochOf = (time: unknown) => (typeof time === 'string' ? Date.parse(time) : 0)

describe('why somebody was not reached (§9)', () => {
  test.each([
    ['cust-0107', 'email', 'SUPPRESSED_BOUNCE'],
    ['demo-complaint', 'email', 'SUPPRESSED_COMPLAINT'],
    ['cust-0042', 'email', 'NO_ADDRESS'],
    ['demo-apn-no-environment', 'mobile_push', 'INVALID_APN_TOKEN'],
    ['demo-apn-sandbox', 'mobile_push', 'INVALID_APN_TOKEN'],
    ['demo-slack-no-token', 'slack', 'INVALID_AUTH'],
    ['demo-slack-not-ok', 'slack', 'INVALID_AUTH'],
    ['demo-slack-lapsing', 'slack', 'TOKEN_EXPIRED'],
    ['demo-number-not-e164', 'sms', 'INVALID_PHONE_NUMBER'],
  ])('%s by %s: %s', async (id, channel, code) => {
    const codes = await codesOf(id, channel)
    codes.delete('IGNORE_BY_PREFERENCES')
    expect(codes).toEqual(new Set([code]))
  })

  test('a bounced address is named, with what its server said', async () => {
    const [log] = await logsOf('cust-0107', { channelFilter: ['email'], statusFilter: 'failed' })
    expect(log).toMatchObject({
      user_email: 'ines@orchard.test',
      email_failed_recipient: 'ines@orchard.test',
      email_failed_diagnostic_code: 'smtp; 550 no such mailbox',
      email_failed_at: expect.stringMatching(/Z$/),
      email_routing: 'SEND',
      envId: 'env_prod_9k2',
    })
  })

  test('a sandbox token in production fails by name, beside one that works', async () => {
    const { body: user } = await get(emulator, '/notificationapi/users/cust-0200', napiKey)
    const [good, sandbox] = Object(user).pushTokens
    const logs = await logsOf('cust-0200', { channelFilter: ['mobile_push'], statusFilter: 'sent' })
    expect(logs.length).toBeGreaterThan(0)
    expect(logs[0]).toMatchObject({
      mobile_push_sent_token: good.token,
      mobile_push_failed_token: sandbox.token,
    })
  })

  test('an environment that may not send a channel ignores it for everybody', async () => {
    const codes = await codesOf('demo-apn-production', 'mobile_push', Object(napiServer('Staging')))
    expect(codes).toEqual(new Set(['IGNORE_BY_ENVIRONMENT']))
  })

  test('somebody opted out of a notification is not sent it', async () => {
    const on = emulatorWith({}, 3000)
    const ignored = (await query({ statusFilter: 'ignored' }, napiKey, on)).find(
      (log) => log['email_routing_reason'] === 'IGNORE_BY_PREFERENCES',
    )
    const id = encodeURIComponent(String(ignored?.['user_id']))
    const path = `/notificationapi/env_prod_9k2/users/${id}/preferences`
    const { body } = await get(on, path, napiServer('Production'))
    expect(ignored).toBeDefined()
    expect(Object(body).preferences).toContainEqual({
      notificationId: ignored?.['type'],
      channel: 'EMAIL',
      delivery: 'off',
    })
  })

  test('nobody is sent anything before they came, nor after now', async () => {
    const created = new Map(
      (await walkNapi(emulator)).flatMap((page) =>
        page.users.map((user) => [user.id, epochOf(user['createdAt'])]),
      ),
    )
    for (const log of await query({})) {
      const since = created.get(String(log['user_id']))
      expect(since).toBeDefined()
      expect(Date.parse(log.received_at)).toBeGreaterThanOrEqual(since ?? now)
      expect(Date.parse(log.received_at)).toBeLessThanOrEqual(now)
    }
  })
})

describe('other ways to the logs (§3)', () => {
  test('the tail is the last hundred', async () => {
    const { body } = await get<{ logs: Log[] }>(emulator, '/notificationapi/logs/tail', napiKey)
    expect(body.logs).toEqual((await query({})).slice(0, 100))
  })

  test('up to 25 by tracking id, joined by commas', async () => {
    const [a, b] = await query({})
    const [c] = await logsOf('cust-0107')
    const path = `/notificationapi/logs/${a?.trackingId},${b?.trackingId},nothing,${c?.trackingId}`
    const { body } = await get<{ logs: Log[] }>(emulator, path, napiKey)
    expect(body.logs).toEqual([a, b, c])
    const many = Array.from({ length: 26 }, (_, at) => `t${at}`).join(',')
    expect((await get(emulator, `/notificationapi/logs/${many}`, napiKey)).status).toBe(400)
  })

  test('retention', async () => {
    const { body } = await get(emulator, '/notificationapi/logs/retention', napiKey)
    expect(body).toEqual({ retentionInDays: 30 })
  })

  test('the message feed is paged by its own names', async () => {
    type Feed = { messages: { trackingId: string }[]; nextCursor?: string }
    const whole = (await query({})).slice(0, 70).map((log) => log.trackingId)
    const read: string[] = []
    let cursor = ''
    for (let page = 0; page < 7; page += 1) {
      const path = `/notificationapi/logs?limit=10&cursor=${cursor}`
      const { body } = await get<Feed>(emulator, path, napiKey)
      read.push(...body.messages.map((message) => message.trackingId))
      cursor = body.nextCursor ?? ''
    }
    expect(read).toEqual(whole)
    expect((await get(emulator, '/notificationapi/logs?cursor=%21', napiKey)).status).toBe(400)
  })

  test.each(['/logs', '/logs/tail', '/logs/retention', '/logs/t1'])(
    '%s: servers only',
    async (path) => {
      expect((await get(emulator, `/notificationapi${path}`)).status).toBe(401)
      const own = basic('env_stag_4m7:me')
      expect((await get(emulator, `/notificationapi${path}`, own)).status).toBe(401)
    },
  )
})
