import { describe, expect, test } from 'vitest'
import { noGaps, told, untold } from '#src/domain/told.ts'
import type { NotificationApiCredential } from '#src/platforms/notificationapi/credential.ts'
import {
  apiKey,
  done,
  made,
  row,
  running,
  setUpLog as setUp,
} from '#src/platforms/testing/log-query.ts'
import { hangs, json } from '#src/platforms/testing/scripted-fetch.ts'

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
