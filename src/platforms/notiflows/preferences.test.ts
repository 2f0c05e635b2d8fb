import { describe, expect, test } from 'vitest'
import { toldList, untold } from '#src/domain/told.ts'
import {
  preferences,
  setUpUser,
  subscriptions,
  user,
  userRoute,
  usual,
} from '#src/platforms/testing/notiflows-user.ts'
import { valueOf } from '#src/platforms/testing/deps.ts'
import { broken, json } from '#src/platforms/testing/scripted-fetch.ts'

const choice = (
  notification: string | null,
  name: string | null,
  channel: string | null,
  enabled: boolean,
) => ({
  notification,
  name,
  channel,
  enabled,
  delivery: null,
})

describe('preferences and subscriptions', () => {
  test('are read in the domain’s words (§3)', async () => {
    const { get } = setUpUser([
      userRoute,
      [
        '/admin/users/cust-0311/preferences',
        json({
          channel_types: {
            email: false,
            mobile_push: true,
            chat: true,
            in_app: true,
            pager: false,
            sms: 'no',
          },
          notiflows: {
            'flow-1': { enabled: false, name: 'Weekly digest', channel_types: { web_push: false } },
            'flow-2': { channel_types: { email: true } },
            'flow-3': 'x',
            'flow-4': { enabled: 1, channel_types: { sms: null, email: [] } },
            'flow-5': null,
          },
        }),
      ],
      [
        '/admin/users/cust-0311/subscriptions',
        json({
          items: [
            {
              id: 's1',
              topic_name: 'releases',
              user_id: user.id,
              created_at: '2026-03-01T10:00:00Z',
            },
            { topic_name: 'news', created_at: 'someday' },
            { topic_name: '' },
            null,
          ],
          page: { limit: 100, after: 'more', has_more_after: true },
        }),
      ],
    ])
    const detail = await get()
    const choices = [
      choice(null, null, 'email', false),
      choice(null, null, 'push', true),
      choice(null, null, 'chat', true),
      choice(null, null, 'inApp', true),
      choice(null, null, 'other', false),
      choice('flow-1', 'Weekly digest', null, false),
      choice('flow-1', 'Weekly digest', 'webPush', false),
      choice('flow-2', null, 'email', true),
    ]
    // Of channel_types `sms`, of notiflows `flow-3` and two answers of `flow-4`.
    expect(detail.preferences).toEqual(toldList(choices, { unreadable: 4, firstOnly: null }))
    const topics = [
      { topic: 'releases', since: '2026-03-01T10:00:00.000Z', malformed: [] },
      { topic: 'news', since: null, malformed: ['created_at'] },
    ]
    // The page goes on, and only its four entries were read.
    expect(detail.subscriptions).toEqual(toldList(topics, { unreadable: 2, firstOnly: 4 }))
  })

  test('take one page of a hundred topics', async () => {
    const { get, targets } = setUpUser(usual)
    await get()
    expect(targets('subscriptions')).toEqual(['/admin/users/cust-0311/subscriptions?limit=100'])
  })

  test.each([
    [{ after: 'more', has_more_after: true }, 100],
    [{ after: 'more' }, 100],
    [{ after: null, has_more_after: true }, 100],
    [{ after: null, has_more_after: false }, null],
    [{ after: '' }, null],
    [{}, null],
  ])('whose page says %j are the first %s', async (page, firstOnly) => {
    const items = Array.from({ length: 100 }, (_, i) => ({ topic_name: `t${i}` }))
    const { get } = setUpUser([
      userRoute,
      preferences,
      ['/admin/users/cust-0311/subscriptions', json({ items, page })],
    ])
    const { subscriptions: topics } = await get()
    expect(valueOf(topics)).toHaveLength(100)
    expect(topics).toMatchObject({ gaps: { unreadable: 0, firstOnly } })
  })

  test('beyond a thousand choices are cut, and it is said', async () => {
    const notiflows = Object.fromEntries(
      Array.from({ length: 1001 }, (_, i) => [`f${i}`, { enabled: false }]),
    )
    const { get } = setUpUser([
      userRoute,
      ['/admin/users/cust-0311/preferences', json({ channel_types: {}, notiflows })],
      subscriptions,
    ])
    const { preferences: choices } = await get()
    expect(valueOf(choices)).toHaveLength(1000)
    expect(choices).toMatchObject({ gaps: { unreadable: 0, firstOnly: 1000 } })
  })

  test.each([
    { channel_types: 'x', notiflows: {} },
    { channel_types: {}, notiflows: ['x'] },
    { channel_types: { sms: 'no' } },
  ])('of which none can be read, as in %j, are not "no choices"', async (body) => {
    const { get } = setUpUser([
      userRoute,
      ['/admin/users/cust-0311/preferences', json(body)],
      subscriptions,
    ])
    expect((await get()).preferences).toEqual(untold('failed'))
  })

  test('that fail for ever do not take the users away with them', async () => {
    const down = json({}, { status: 500 })
    const { get } = setUpUser([
      userRoute,
      ['/admin/users/cust-0311/preferences', down],
      ['/admin/users/cust-0311/subscriptions', down],
    ])
    for (let i = 0; i < 5; i += 1) expect((await get()).user.email).toBe('rui@orchard.test')
  })

  test.each([
    [json({}, { status: 403 }), 'credential'],
    [json({}, { status: 500 }), 'failed'],
    [json({}, { status: 404 }), 'failed'],
    [json({ message: 'hello' }), 'failed'],
    [broken, 'failed'],
  ] as const)('that fail cost themselves alone', async (step, why) => {
    const one = setUpUser([userRoute, ['/admin/users/cust-0311/preferences', step], subscriptions])
    const first = await one.get()
    expect([first.preferences, first.subscriptions]).toEqual([untold(why), toldList([])])
    const two = setUpUser([userRoute, preferences, ['/admin/users/cust-0311/subscriptions', step]])
    const second = await two.get()
    expect([second.preferences.told, second.subscriptions]).toEqual([true, untold(why)])
  })
})
