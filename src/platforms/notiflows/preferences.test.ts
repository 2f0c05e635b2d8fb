import { describe, expect, test } from 'vitest'
import { told, untold } from '#src/domain/told.ts'
import {
  preferences,
  setUpUser,
  subscriptions,
  user,
  userRoute,
  usual,
} from '#src/platforms/testing/notiflows-user.ts'
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
    expect(detail.preferences).toEqual(
      told([
        choice(null, null, 'email', false),
        choice(null, null, 'push', true),
        choice(null, null, 'slack', true),
        choice(null, null, 'inApp', true),
        choice(null, null, 'other', false),
        choice('flow-1', 'Weekly digest', null, false),
        choice('flow-1', 'Weekly digest', 'webPush', false),
        choice('flow-2', null, 'email', true),
      ]),
    )
    expect(detail.subscriptions).toEqual(
      told([
        { topic: 'releases', since: '2026-03-01T10:00:00.000Z' },
        { topic: 'news', since: null },
      ]),
    )
  })

  test('take one page of a hundred topics', async () => {
    const { get, targets } = setUpUser(usual)
    await get()
    expect(targets('subscriptions')).toEqual(['/admin/users/cust-0311/subscriptions?limit=100'])
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
    expect([first.preferences, first.subscriptions]).toEqual([untold(why), told([])])
    const two = setUpUser([userRoute, preferences, ['/admin/users/cust-0311/subscriptions', step]])
    const second = await two.get()
    expect([second.preferences.told, second.subscriptions]).toEqual([true, untold(why)])
  })
})
