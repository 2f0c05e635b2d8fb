import { describe, expect, test } from 'vitest'
import { noGaps, toldList, untold } from '#src/domain/told.ts'
import type { NotificationApiCredential } from '#src/platforms/notificationapi/credential.ts'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { fingerprint, valueOf } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { routed } from '#src/platforms/testing/routed.ts'
import { hangs, json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'

const basic: NotificationApiCredential = {
  kind: 'basic',
  clientId: 'env_1',
  clientSecret: 'client-secret-1',
}
const path = '/env_1/users/a%2Fb/preferences'

function setUp(step: Step, credential = basic, user: object = { id: 'a/b' }) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, routed(['/users/a%2Fb', json(user)], [path, step]))
  const platform = createNotificationApi(
    { baseUrl: 'https://a.test', credential },
    { environment: 'e', fetch, fingerprint, clock, random: () => 0 },
  )
  const get = async () => {
    const outcome = await clock.during(platform.getUser('a/b', new AbortController().signal))
    if (outcome.status === 'rejected') throw outcome.reason
    if (outcome.value === null) throw new Error('No such user')
    return outcome.value
  }
  return { get, sent, clock }
}

const answer = {
  preferences: [
    { notificationId: 'order', channel: 'EMAIL', delivery: 'off' },
    { notificationId: 'order', channel: 'PUSH', delivery: 'instant' },
    {
      notificationId: 'price',
      channel: 'WEB_PUSH',
      delivery: 'weekly',
      subNotificationId: 'garden',
    },
    { notificationId: 'bare', channel: 'INAPP_WEB', delivery: 'daily', subNotificationId: 'part' },
    { notificationId: 'odd', channel: 'PIGEON', delivery: 'Off' },
    { notificationId: 'no-channel', delivery: 'off' },
    { notificationId: 'no-delivery', channel: 'SMS', delivery: null },
    { channel: 'SMS', delivery: 'off' },
    // Without its part it would be a choice about all of "price".
    { notificationId: 'price', channel: 'SMS', delivery: 'off', subNotificationId: 7 },
    null,
    'x',
  ],
  notifications: [
    { notificationId: 'order', title: 'Order confirmed', channels: ['EMAIL'] },
    { notificationId: 'price', title: 'Cheaper today' },
    7,
  ],
  subNotifications: [{ notificationId: 'price', subNotificationId: 'garden', title: 'Garden' }],
}

const many = (count: number) => ({
  preferences: Array.from({ length: count }, (_, i) => ({
    notificationId: `n${i}`,
    channel: 'SMS',
    delivery: 'off',
  })),
})

describe('preferences, which exist only on the legacy path (contract NotificationAPI §3)', () => {
  test('are read in the domain’s words', async () => {
    const { get, sent } = setUp(json(answer))
    const detail = await get()
    const gaps = { unreadable: 6, firstOnly: null }
    const choices = [
      {
        notification: 'order',
        name: 'Order confirmed',
        channel: 'email',
        enabled: false,
        delivery: null,
      },
      {
        notification: 'order',
        name: 'Order confirmed',
        channel: 'push',
        enabled: true,
        delivery: 'instant',
      },
      {
        notification: 'price / garden',
        name: 'Cheaper today / Garden',
        channel: 'webPush',
        enabled: true,
        delivery: 'weekly',
      },
      {
        notification: 'bare / part',
        name: null,
        channel: 'inApp',
        enabled: true,
        delivery: 'daily',
      },
      { notification: 'odd', name: null, channel: 'other', enabled: false, delivery: null },
    ]
    expect(detail.preferences).toEqual(toldList(choices, gaps))
    expect(detail.subscriptions).toEqual(untold('platform'))
    expect(sent.map(({ target }) => target)).toEqual(['/users/a%2Fb', path])
  })

  test.each<[NotificationApiCredential, string[]]>([
    [
      { kind: 'apiKey', apiKey: 'pingram_sk_1', envId: 'env_1' },
      ['/users/a%2Fb?envId=env_1', `${path}?envId=env_1`],
    ],
    [
      { kind: 'jwt', jwt: 'ey.j.w', envId: 'env_1' },
      ['/users/a%2Fb?envId=env_1', `${path}?envId=env_1`],
    ],
  ])(
    'are asked for with any credential that names its environment: $kind',
    async (credential, targets) => {
      const { get, sent } = setUp(json(answer), credential)
      expect((await get()).preferences.told).toBe(true)
      expect(sent.map(({ target }) => target)).toEqual(targets)
    },
  )

  test('are not asked for with a key that does not', async () => {
    const { get, sent } = setUp(json(answer), { kind: 'apiKey', apiKey: 'pingram_sk_1' })
    expect((await get()).preferences).toEqual(untold('credential'))
    expect(sent).toHaveLength(1)
  })

  test.each([
    [json({}, { status: 401 }), 'credential'],
    [json({}, { status: 403 }), 'credential'],
    // The host lacks the legacy path.
    [json({}, { status: 404 }), 'platform'],
    [json({}, { status: 500 }), 'failed'],
    [json({ message: 'hello' }), 'failed'],
    [json({ preferences: {} }), 'failed'],
    [hangs, 'failed'],
  ] as const)('that fail cost themselves alone', async (step, why) => {
    const { get, clock } = setUp(step)
    const begun = clock.now()
    const detail = await get()
    expect([detail.user.id, detail.preferences]).toEqual(['a/b', untold(why)])
    expect(clock.now() - begun).toBeLessThanOrEqual(4000)
  })

  test('beyond a thousand are cut, and it is said', async () => {
    const cut = (await setUp(json(many(1001))).get()).preferences
    expect(valueOf(cut)).toHaveLength(1000)
    expect(cut).toMatchObject({ gaps: { unreadable: 0, firstOnly: 1000 } })
    const whole = (await setUp(json(many(1000))).get()).preferences
    expect(valueOf(whole)).toHaveLength(1000)
    expect(whole).toMatchObject({ gaps: noGaps })
  })

  test('of which none can be read are not "no choices"', async () => {
    const unreadable = await setUp(json({ preferences: [null, {}] })).get()
    expect(unreadable.preferences).toEqual(untold('failed'))
    expect((await setUp(json({ preferences: [] })).get()).preferences).toEqual(toldList([]))
  })

  test('A07: repeat none of the user’s secrets', async () => {
    const token = 'CANARY-push-token-1'
    const body = {
      preferences: [{ notificationId: token, channel: 'SMS', delivery: token }],
      notifications: [{ notificationId: token, title: `for ${token}` }],
    }
    const { get } = setUp(json(body), basic, { id: 'a/b', pushTokens: [{ type: 'FCM', token }] })
    const detail = await get()
    expect(valueOf(detail.preferences)).toHaveLength(1)
    expect(JSON.stringify(detail)).not.toContain('CANARY')
  })
})
