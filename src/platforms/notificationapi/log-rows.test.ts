import { describe, expect, test } from 'vitest'
import type { NotificationApiCredential } from '#src/platforms/notificationapi/credential.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'
import {
  apiKey,
  done,
  made,
  readOne,
  row,
  setUpLog as setUp,
} from '#src/platforms/testing/log-query.ts'
import { jsonDeep } from '#src/platforms/testing/scripted-fetch.ts'

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

  test('B03: ten thousand levels in one cost nothing', async () => {
    const logs = [row({ request: 'deep', email_sent_at: '2026-11-20T10:00:00Z', type: 'deep' })]
    const { activity } = await setUp([made, jsonDeep({ status: 'Complete', logs })]).read()
    expect(activity.map(({ status, malformed }) => [status, malformed])).toEqual([
      ['sent', ['type']],
    ])
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
