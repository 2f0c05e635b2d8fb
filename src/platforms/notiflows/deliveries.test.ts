import { describe, expect, test } from 'vitest'
import { noGaps, told, untold } from '#src/domain/told.ts'
import { createNotiflows } from '#src/platforms/notiflows/notiflows.ts'
import type { ActivityRequest } from '#src/platforms/platform.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, jsonDeep, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

function setUp(...steps: readonly Step[]) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const platform = createNotiflows(
    { baseUrl: 'https://a.test/admin', apiKey: 'pk_orchard', secretKey: 'sk_CANARY_orchard' },
    { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
  )
  const list = async (more: Partial<ActivityRequest> = {}) => {
    const { signal } = new AbortController()
    const request = { id: 'a/b c', limit: 25, after: null, signal, ...more }
    const outcome = await clock.during(platform.listActivity(request))
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  }
  const read = async (more: Partial<ActivityRequest> = {}) =>
    valueOf((await list(more)) ?? undefined)
  return { list, read, sent }
}

const page = (items: readonly unknown[], after: string | null = null) =>
  json({ items, page: { limit: 25, after, before: null, has_more_after: after !== null } })

const delivery = {
  id: 'd1',
  notification_id: 'n1',
  notiflow_id: 'flow-1',
  recipient_id: 'internal',
  status: 'sent',
  channel_type: 'mobile_push',
  channel_id: 'c1',
  topic: 'releases',
  created_at: '2026-03-10T11:00:00Z',
  updated_at: '2026-03-10T11:00:05Z',
  sent_at: '2026-03-10T11:00:02Z',
  seen_at: null,
  data: { note: 'not for us' },
}

describe('what was delivered to one user (contract Notiflows §2, §3)', () => {
  test('is told in the domain’s words', async () => {
    const { read, sent } = setUp(page([delivery]))
    expect(await read()).toEqual({
      activity: [
        {
          id: 'd1',
          at: '2026-03-10T11:00:00.000Z',
          channel: 'push',
          status: 'sent',
          statusRaw: 'sent',
          notification: 'flow-1',
          topic: 'releases',
          sentAt: '2026-03-10T11:00:02.000Z',
          deliveredAt: null,
          seenAt: null,
          failedAt: null,
          failure: null,
          malformed: [],
        },
      ],
      page: { after: null },
      gaps: noGaps,
    })
    expect(sent[0]?.target).toBe('/admin/users/a%2Fb%20c/deliveries?limit=25')
  })

  test.each([
    ['pending', 'pending'],
    ['processing', 'pending'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['failed', 'failed'],
    ['bounced', 'failed'],
    ['archived', 'other'],
    ['__proto__', 'other'],
  ])('the word %s is %s', async (word, status) => {
    const { activity } = await setUp(page([{ ...delivery, status: word }])).read()
    expect(activity[0]).toMatchObject({ status, statusRaw: word })
  })

  test.each([
    ['mobile_push', 'push'],
    ['web_push', 'webPush'],
    // Slack, Teams or another: a delivery does not tell.
    ['chat', 'chat'],
    ['in_app', 'inApp'],
    ['email', 'email'],
    ['sms', 'sms'],
    ['webhook', 'webhook'],
    ['pigeon', 'other'],
    [null, 'other'],
  ])('the channel %s is %s', async (channel_type, channel) => {
    const { activity } = await setUp(page([{ ...delivery, channel_type }])).read()
    expect(activity[0]?.channel).toBe(channel)
  })

  test.each(['seen_at', 'read_at', 'clicked_at'])('%s proves that it was seen', async (field) => {
    const time = '2026-03-10T12:00:00Z'
    const { activity } = await setUp(
      page([
        { ...delivery, [field]: time },
        { ...delivery, id: 'd2', [field]: time, status: 'failed' },
      ]),
    ).read()
    const seenAt = '2026-03-10T12:00:00.000Z'
    expect(activity.map(({ status, seenAt: seen }) => [status, seen])).toEqual([
      ['seen', seenAt],
      ['failed', seenAt],
    ])
  })

  test('goes on by the platform’s cursor, byte for byte', async () => {
    const { read, sent } = setUp(page([delivery], 'K 1+/='), page([{ ...delivery, id: 'd2' }]))
    const first = await read({ limit: 1 })
    expect(first.page.after).toBe('K 1+/=')
    const second = await read({ limit: 1, after: first.page.after })
    expect(second.page.after).toBeNull()
    expect(sent[1]?.target).toContain('limit=1&after=K%201%2B%2F%3D')
  })

  test('F07: a cursor that comes back is a loop', async () => {
    await expect(setUp(page([delivery], 'K')).read({ after: 'K' })).rejects.toMatchObject({
      code: 'cursor-loop',
    })
  })

  test.each(['', '\ud800'])('the position %j is none that it gave', async (after) => {
    const { list, sent } = setUp(page([]))
    await expect(list({ after })).rejects.toMatchObject({ code: 'bad-cursor' })
    expect(sent).toHaveLength(0)
  })

  test.each([
    [401, untold('credential')],
    [403, untold('credential')],
    [404, null],
  ])('an answer of %i is told as what it is', async (status, answer) => {
    expect(await setUp(json({}, { status })).list()).toEqual(answer)
  })

  test.each([
    [400, 'platform-rejected'],
    [500, 'platform-failed'],
  ])('%i is a failure', async (status, code) => {
    await expect(setUp(json({}, { status })).list()).rejects.toMatchObject({ code })
  })

  test('F06: what is no page is never "nothing was sent"', async () => {
    for (const body of [{}, { message: 'x' }, { items: 5 }])
      await expect(setUp(json(body)).list()).rejects.toMatchObject({
        code: 'platform-bad-response',
      })
    expect(await setUp(json({ items: null, page: {} })).list()).toEqual(
      told({ activity: [], page: { after: null }, gaps: noGaps }),
    )
  })
})

describe('B01, B02, B04: records of any shape', () => {
  test('each costs itself alone, and none is left out without a word', async () => {
    const { activity, gaps } = await setUp(
      page([null, 5, 'x', [], {}, { id: 7 }, { id: '__proto__', status: {} }, delivery, delivery]),
    ).read()
    // Twice the same is one; a record of nothing is still a record.
    expect(activity.map(({ id }) => id)).toEqual([
      `#${fingerprint('{}').hash}`,
      '7',
      '__proto__',
      'd1',
    ])
    expect(gaps).toEqual({ unreadable: 4, firstOnly: null })
  })

  test('a field that cannot be read is marked', async () => {
    const { activity } = await setUp(
      page([{ ...delivery, status: {}, sent_at: 'someday', seen_at: 7 }]),
    ).read()
    expect(activity[0]).toMatchObject({ status: 'other', sentAt: null, seenAt: null })
    expect(activity[0]?.malformed).toEqual(['status', 'seen_at', 'sent_at'])
  })

  test('those without an id are known by what is in them, on whatever page and place', async () => {
    const { id: _, ...nameless } = delivery
    const other = { ...nameless, topic: 'news' }
    const { read } = setUp(page([nameless, other], 'K'), page([other, nameless]))
    const first = (await read()).activity.map(({ id }) => id)
    const second = (await read({ after: 'K' })).activity.map(({ id }) => id)
    expect(new Set(first).size).toBe(2)
    expect(second).toEqual(first.toReversed())
  })

  test('B03: ten thousand levels in one cost nothing, with an id or without', async () => {
    const data = 'deep'
    const { id: _, ...nameless } = { ...delivery, data }
    const body = jsonDeep({ items: [{ ...delivery, data }, nameless], page: {} })
    const { activity } = await setUp(body).read()
    expect(activity).toHaveLength(2)
  })

  test('every field of every wrong type leaves the others alone', async () => {
    for (const name of Object.keys(delivery)) {
      for (const value of [0, true, [], {}, 'text', null]) {
        const { activity } = await setUp(page([{ ...delivery, [name]: value }])).read()
        expect(activity).toHaveLength(1)
        const kept = name === 'channel_type' ? activity[0]?.topic : activity[0]?.channel
        expect(kept).toBe(name === 'channel_type' ? 'releases' : 'push')
      }
    }
  })

  test('A06: no secret comes out, nor anything that is not named', async () => {
    const text = 'sk_CANARY_orchard'
    const { list } = setUp(
      page([
        { ...delivery, id: text, status: text, notiflow_id: text, topic: text, data: { text } },
        { ...delivery, api_token: 'CANARY-token-1234', topic: 'of CANARY-token-1234' },
      ]),
    )
    const answer = JSON.stringify(await list())
    expect(answer).not.toContain('CANARY')
    expect(answer).not.toContain('not for us')
  })
})
