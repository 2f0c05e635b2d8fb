import { describe, expect, test } from 'vitest'
import { noGaps, told, untold } from '#src/domain/told.ts'
import type { NotificationApiCredential } from '#src/platforms/notificationapi/credential.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import type { ActivityRequest } from '#src/platforms/platform.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { hangs, json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

const apiKey: NotificationApiCredential = { kind: 'apiKey', apiKey: 'pingram_sk_CANARY_1' }

function setUp(steps: readonly Step[], credential = apiKey) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const platform = createNotificationApi(
    { baseUrl: 'https://a.test', credential },
    { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
  )
  const list = async (more: Partial<ActivityRequest> = {}) => {
    const { signal } = new AbortController()
    const request = { id: 'ada', limit: 25, after: null, signal, ...more }
    const outcome = await clock.during(platform.listActivity(request))
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
  const read = async (more: Partial<ActivityRequest> = {}) =>
    valueOf((await list(more)) ?? undefined)
  const targets = () => sent.map(({ method, target }) => `${method} ${target}`)
  return { platform, list, read, sent, clock, targets }
}

const made = json({ queryId: 'qry-1' })
const done = (...logs: readonly unknown[]) => json({ status: 'Complete', logs })
const running = json({ status: 'Running' })

const row = (more: object) => ({
  trackingId: 't1',
  type: 'order_confirmation',
  user_id: 'ada',
  received_at: '2026-11-20T10:00:00.000Z',
  ...more,
})
const readOne = async (more: object) => (await setUp([made, done(row(more))]).read()).activity

describe('a query of the log (contract NotificationAPI §3)', () => {
  test('is made for one user and thirty days, in seconds', async () => {
    const { read, sent, targets, clock } = setUp([made, done()])
    const now = Math.floor(clock.date() / 1000)
    expect(await read()).toEqual({ activity: [], page: { after: null }, gaps: noGaps })
    expect(targets()).toEqual(['POST /logs/query', 'GET /logs/query/qry-1'])
    expect(sent[0]?.body).toEqual({
      userFilter: 'ada',
      dateRangeFilter: [now - 30 * 24 * 3600, now + 3600],
    })
  })

  test.each<[NotificationApiCredential, string[] | undefined]>([
    [apiKey, undefined],
    [{ ...apiKey, envId: 'env_1' }, ['env_1']],
    [{ kind: 'jwt', jwt: 'ey.j.w', envId: 'env_2' }, ['env_2']],
    [{ kind: 'basic', clientId: 'env_3', clientSecret: 'secret-3' }, ['env_3']],
  ])('names the environment where it is known: %j', async (credential, envIdFilter) => {
    const { read, sent } = setUp([made, done()], credential)
    await read()
    expect(Object(sent[0]?.body).envIdFilter).toEqual(envIdFilter)
  })

  test('is asked after until it is answered, ever more slowly', async () => {
    const { read, sent } = setUp([
      made,
      ...Array.from({ length: 6 }, () => running),
      done(row({ email_sent_at: 'x' })),
    ])
    expect((await read()).activity).toHaveLength(1)
    const gaps = sent.slice(2).map(({ at }, i) => at - (sent[i + 1]?.at ?? 0))
    expect(gaps).toEqual([250, 500, 1000, 2000, 2000, 2000])
  })

  test('that is never answered ends within 15 s', async () => {
    const { list, clock } = setUp([made, running])
    const begun = clock.now()
    await expect(list()).rejects.toMatchObject({ code: 'platform-timeout' })
    expect(clock.now() - begun).toBeLessThanOrEqual(15_000)
    const slow = setUp([(sent) => slow.clock.sleep(9000).then(() => made(sent)), hangs])
    const start = slow.clock.now()
    await expect(slow.list()).rejects.toMatchObject({ code: 'platform-timeout' })
    expect(slow.clock.now() - start).toBeLessThanOrEqual(15_000)
  })

  test.each([
    [{ status: 'Complete' }, 0],
    [{ status: 'SUCCEEDED', logs: null }, 0],
    [{ logs: [row({})] }, 1],
    [{ status: 'Ready', logs: [row({})] }, 1],
    [{ status: 7, logs: [] }, 0],
  ])('%j is an answer', async (body, count) => {
    const { read, sent } = setUp([made, json(body)])
    expect((await read()).activity).toHaveLength(count)
    expect(sent).toHaveLength(2)
  })

  test('rows that come while it runs may be the first of more', async () => {
    const first = json({ status: 'Running', logs: [row({})] })
    const both = done(row({}), row({ trackingId: 't2' }))
    expect((await setUp([made, first, both]).read()).activity).toHaveLength(2)
    // When nothing more comes in time, they are better than nothing.
    expect((await setUp([made, first]).read()).activity).toHaveLength(1)
  })

  test.each(['Failed', 'ERROR', 'Cancelled', 'Timeout'])('%s is a failure', async (status) => {
    const { list } = setUp([made, json({ status, logs: [] })])
    await expect(list()).rejects.toMatchObject({ code: 'platform-failed' })
  })

  test('so is a query that says why it failed, which is not repeated', async () => {
    const { list } = setUp([made, json({ status: 'x', error: 'CANARY' })])
    await expect(list()).rejects.toThrow(/^The platform could not search its log$/)
  })

  test.each([
    [401, untold('credential')],
    [403, untold('credential')],
    [404, untold('platform')],
  ])('a query that is answered %i is not told', async (status, answer) => {
    const { list, sent } = setUp([json({}, { status })])
    expect(await list()).toEqual(answer)
    expect(sent).toHaveLength(1)
  })

  test('one that may be made and not read is not told either; one that is lost is a failure', async () => {
    expect(await setUp([made, json({}, { status: 403 })]).list()).toEqual(untold('credential'))
    await expect(setUp([made, json({}, { status: 404 })]).list()).rejects.toMatchObject({
      code: 'platform-rejected',
    })
  })

  test.each([
    {},
    { queryId: '' },
    { queryId: 7 },
    { queryId: 'x'.repeat(1025) },
    { queryId: '.' },
    { queryId: '..' },
    { queryId: 'of pingram_sk_CANARY_1' },
  ])('F06, A06: %j is no query', async (body) => {
    await expect(setUp([json(body)]).list()).rejects.toMatchObject({
      code: 'platform-bad-response',
    })
  })

  test('a caller who leaves ends the asking', async () => {
    const caller = new AbortController()
    const { platform, sent, clock } = setUp([made, running])
    const reason = new Error('gone')
    const work = platform.listActivity({ id: 'ada', limit: 5, after: null, signal: caller.signal })
    const outcome = work.catch((error: unknown) => error)
    await clock.advance(1000)
    caller.abort(reason)
    expect(await outcome).toBe(reason)
    const count = sent.length
    await clock.advance(10_000)
    expect(sent).toHaveLength(count)
  })
})

describe('pages, which the platform has none of', () => {
  const rows = Array.from({ length: 7 }, (_, i) =>
    row({
      trackingId: `t${i}`,
      received_at: `2026-11-0${7 - i}T00:00:00.000Z`,
      sms_sent_at: 'x',
      email_sent_at: 'x',
    }),
  )

  test('are places in one finished answer: nothing twice, nothing lost', async () => {
    const { read, targets } = setUp([made, done(...rows)])
    const ids: string[] = []
    let after: string | null = null
    let calls = 0
    do {
      const page = await read({ limit: 3, after })
      ids.push(...page.activity.map(({ id }) => id))
      after = page.page.after
      calls += 1
    } while (after !== null)
    expect(ids).toEqual(
      rows.flatMap(({ trackingId }) => [`${trackingId}:email`, `${trackingId}:sms`]),
    )
    expect(calls).toBe(5)
    // One query for all of them.
    expect(targets().filter((target) => target.startsWith('POST'))).toHaveLength(1)
  })

  test.each([
    '',
    'x',
    '[]',
    '["q"]',
    '["q",0]',
    '["q",-1]',
    '["q",1.5]',
    '["",1]',
    '[1,1]',
    // Ids that would lead to another path, or nowhere.
    '[".",1]',
    '["..",1]',
    String.raw`["\ud800",1]`,
  ])('the place %j is none that we gave', async (after) => {
    const { list, sent } = setUp([made, done()])
    await expect(list({ after })).rejects.toMatchObject({ code: 'bad-cursor' })
    expect(sent).toHaveLength(0)
  })

  test('F09: a query that the platform has forgotten is told as such', async () => {
    const { list } = setUp([json({}, { status: 404 })])
    await expect(list({ after: '["q",5]' })).rejects.toMatchObject({ code: 'bad-cursor' })
  })

  test('a place behind the end is the end', async () => {
    expect(await setUp([done(...rows)]).list({ after: '["q",99]' })).toEqual(
      told({ activity: [], page: { after: null }, gaps: noGaps }),
    )
  })

  test('are newest first, whatever the platform’s order; unreadable times last', async () => {
    const { activity } = await setUp([
      made,
      done(
        row({ trackingId: 'none', received_at: 'someday' }),
        row({ trackingId: 'old', received_at: '2026-11-01T00:00:00Z' }),
        row({ trackingId: 'new', received_at: '2026-11-09T00:00:00+02:00' }),
        row({ trackingId: 'tie', received_at: '2026-11-08T22:00:00Z' }),
      ),
    ]).read()
    expect(activity.map(({ id }) => id)).toEqual(['new', 'tie', 'old', 'none'])
  })

  test('B03: of a log without end five thousand rows are read, and it is said', async () => {
    const many = Array.from({ length: 6000 }, (_, i) => row({ trackingId: `t${i}` }))
    const last = await setUp([done(...many)]).read({ limit: 100, after: '["q",4950]' })
    expect([last.activity.length, last.page.after]).toEqual([50, null])
    expect(last.gaps).toEqual({ unreadable: 0, firstOnly: 5000 })
    const whole = await setUp([made, done(...many.slice(0, 5000))]).read()
    expect(whole.gaps).toEqual(noGaps)
  })
})

describe('one row, one activity for each channel', () => {
  test('with what became of it there', async () => {
    const token = 'apn-token-CANARY-1'
    const activity = await readOne({
      email_routing: 'SEND',
      email_sent_at: '2026-11-20T10:00:01.000Z',
      email_failed_at: '2026-11-20T10:00:05.000Z',
      email_failed_code: 'PERMANENT_NO_EMAIL_BOUNCE',
      email_failed_recipient: 'ada@orchard.test',
      email_failed_diagnostic_code: 'smtp; 550 no such mailbox',
      mobile_push_failed_at: '2026-11-20T10:00:02.000Z',
      mobile_push_failed_code: 'INVALID_APN_TOKEN',
      mobile_push_failed_token: token,
      sms_routing: 'IGNORE',
      sms_routing_reason: 'IGNORE_BY_PREFERENCES',
    })
    const common = {
      at: '2026-11-20T10:00:00.000Z',
      notification: 'order_confirmation',
      topic: null,
      sentAt: null,
      deliveredAt: null,
      seenAt: null,
      failedAt: null,
      malformed: [],
    }
    const nothing = { code: null, recipient: null, diagnostic: null, device: null }
    expect(activity).toEqual([
      {
        ...common,
        id: 't1:email',
        channel: 'email',
        status: 'failed',
        statusRaw: 'SEND',
        sentAt: '2026-11-20T10:00:01.000Z',
        failedAt: '2026-11-20T10:00:05.000Z',
        failure: {
          ...nothing,
          code: 'PERMANENT_NO_EMAIL_BOUNCE',
          recipient: 'ada@orchard.test',
          diagnostic: 'smtp; 550 no such mailbox',
        },
      },
      {
        ...common,
        id: 't1:sms',
        channel: 'sms',
        status: 'skipped',
        statusRaw: 'IGNORE',
        failure: { ...nothing, code: 'IGNORE_BY_PREFERENCES' },
      },
      {
        ...common,
        id: 't1:mobile_push',
        channel: 'push',
        status: 'failed',
        statusRaw: null,
        failedAt: '2026-11-20T10:00:02.000Z',
        failure: { ...nothing, code: 'INVALID_APN_TOKEN', device: fingerprint(token) },
      },
    ])
  })

  const time = '2026-11-20T10:00:01.000Z'
  test.each([
    [{ email_sent_at: time }, 'sent'],
    [{ email_sent_at: time, email_delivered_at: time }, 'delivered'],
    [{ email_delivered_at: time, email_opened_at: time }, 'seen'],
    [{ email_clicked_at: time }, 'seen'],
    [{ email_opened_at: time, email_failed_code: 'COMPLAINT_ABUSE' }, 'failed'],
    [{ email_routing: 'SEND' }, 'pending'],
    [{ email_routing: 'BATCH' }, 'pending'],
    [{ email_routing: 'SCHEDULE' }, 'pending'],
    [{ email_routing: 'OFF' }, 'skipped'],
    [{ email_routing: 'IGNORE', email_routing_reason: 'IGNORE_BY_ENVIRONMENT' }, 'skipped'],
    [{ email_routing: 'THROTTLED' }, 'skipped'],
    [{ email_routing: 'DEDUPLICATED' }, 'skipped'],
    [{ email_routing: 'PIGEON' }, 'other'],
    [{ email_preview: 'Hello' }, 'other'],
    [{}, 'pending'],
    [{ ignored: 'TEST' }, 'skipped'],
    [{ failed_code: 'MISSING_NOTIFICATION_TYPE' }, 'failed'],
  ])('%j is %s', async (more, status) => {
    expect((await readOne(more)).map((each) => each.status)).toEqual([status])
  })

  test('every channel has its prefix, and none is taken for another', async () => {
    const activity = await readOne({
      email_sent_at: time,
      sms_sent_at: time,
      mobile_push_sent_at: time,
      web_push_sent_at: time,
      slack_sent_at: time,
      inapp_sent_at: time,
      call_sent_at: time,
      user_email: 'a@b.test',
      push_sent_at: time,
      email_failed_at: null,
    })
    expect(activity.map(({ channel }) => channel)).toEqual([
      'email',
      'sms',
      'push',
      'webPush',
      'slack',
      'inApp',
      'call',
    ])
  })

  test('rows of somebody else are left out; ids match byte for byte', async () => {
    const { activity } = await setUp([
      made,
      done(
        row({ user_id: 'ada2' }),
        row({ trackingId: 't2', user_id: 'Ada' }),
        row({ trackingId: 't3' }),
        { trackingId: 't4' },
        row({ trackingId: 't5', user_id: 7 }),
      ),
    ]).read()
    expect(activity.map(({ id }) => id)).toEqual(['t3', 't4'])
  })

  test('rows of another environment are left out, though the platform ignored the filter', async () => {
    const rows = done(
      row({ trackingId: 'theirs', envId: 'env_2' }),
      row({ trackingId: 'alike', envId: 'ENV_1' }),
      row({ trackingId: 'ours', envId: 'env_1' }),
      row({ trackingId: 'silent' }),
      row({ trackingId: 'none', envId: null }),
      row({ trackingId: 'empty', envId: '' }),
    )
    const ids = async (credential: NotificationApiCredential) =>
      (await setUp([made, rows], credential).read()).activity.map(({ id }) => id)
    const ours = ['ours', 'silent', 'none', 'empty']
    expect(await ids({ ...apiKey, envId: 'env_1' })).toEqual(ours)
    expect(await ids({ kind: 'jwt', jwt: 'ey.j.w', envId: 'env_1' })).toEqual(ours)
    expect(await ids({ kind: 'basic', clientId: 'env_1', clientSecret: 'secret-1' })).toEqual(ours)
    // A key of one environment does not tell us which: there is nothing to compare with.
    expect(await ids(apiKey)).toHaveLength(6)
  })
})

describe('B01, B02: rows of any shape', () => {
  const odd = [
    null,
    5,
    'x',
    [],
    {},
    row({ trackingId: 7 }),
    row({ trackingId: {} }),
    row({ email_sent_at: {}, email_failed_code: [], sms_sent_at: 'someday' }),
    row({}),
  ]

  test('each costs itself alone, and none is left out without a word', async () => {
    const { activity, gaps } = await setUp([made, done(...odd)]).read()
    expect(activity.map(({ id }) => id)).toEqual(['7', '#6', 't1:email', 't1:sms', 't1', '#4'])
    expect(gaps).toEqual({ unreadable: 4, firstOnly: null })
  })

  test('a field that cannot be read is marked where it is missing', async () => {
    const { activity } = await setUp([made, done(...odd)]).read()
    const marks = Object.fromEntries(activity.map(({ id, malformed }) => [id, malformed]))
    expect(marks).toEqual({
      7: [],
      '#6': [],
      't1:email': ['email_sent_at', 'email_failed_code'],
      't1:sms': ['sms_sent_at'],
      t1: [],
      '#4': [],
    })
    const whole = await readOne({ received_at: 7, type: [], mobile_push_failed_token: {} })
    expect(whole[0]?.malformed).toEqual(['mobile_push_failed_token', 'received_at', 'type'])
  })

  test('what was left out is counted once, however many pages are read', async () => {
    const { read } = setUp([made, done(...odd)])
    const first = await read({ limit: 2 })
    const second = await read({ limit: 2, after: first.page.after })
    expect([first.gaps.unreadable, second.gaps.unreadable]).toEqual([4, 0])
  })

  test('A06, A07: no token or credential comes out, wherever its copies stand', async () => {
    const token = 'CANARY-token-9f3c'
    const logs = row({
      trackingId: 'pingram_sk_CANARY_1',
      type: `for ${token}`,
      web_push_failed_token: token,
      web_push_failed_code: token,
      web_push_failed_diagnostic_code: `gone: ${Buffer.from(token).toString('base64')}`,
      mobile_push_sent_token: 'CANARY-other-1',
      email_failed_diagnostic_code: 'CANARY-other-1',
      request: '{"secret":"CANARY"}',
    })
    const answer = JSON.stringify(await setUp([made, done(logs)]).list())
    expect(answer).not.toMatch(/CANARY/)
    expect(answer).not.toContain(Buffer.from(token).toString('base64').slice(2, -4))
    expect(answer).toContain(fingerprint(token).hash)
  })
})
