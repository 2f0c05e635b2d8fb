import { describe, expect, test } from 'vitest'
import { createNotificationApi } from '#src/platforms/notificationapi/notificationapi.ts'
import { told } from '#src/domain/told.ts'
import { fingerprint, isoDate, listRequest, valueOf } from '#src/platforms/testing/deps.ts'
import { createFakeClock } from '#src/platforms/testing/fake-clock.ts'
import { json, scriptedFetch, type Step } from '#src/platforms/testing/scripted-fetch.ts'
import type { NotificationApiCredential } from '#src/platforms/notificationapi/credential.ts'

const apiKey: NotificationApiCredential = { kind: 'apiKey', apiKey: 'pingram_sk_demo_prod' }

function setUp(steps: readonly Step[], credential: NotificationApiCredential = apiKey) {
  const clock = createFakeClock()
  const { fetch, sent } = scriptedFetch(clock, ...steps)
  const platform = createNotificationApi(
    { baseUrl: 'https://api.example.test/notificationapi/', credential },
    { environment: 'prod', fetch, fingerprint, clock, random: () => 0 },
  )
  return { platform, sent, clock }
}

// Contract NotificationAPI §12, as it stands there.
const firstPage = {
  users: [
    {
      id: 'cust-0107',
      email: 'ines@orchard.test',
      timezone: 'Europe/Lisbon',
      createdAt: '2026-01-04T09:12:00.000Z',
      updatedAt: '2026-03-11T17:40:21.004Z',
      emailSuppressionStatus: {
        reason: 'Bounce',
        details: {
          bounceType: 'Permanent',
          bounceSubType: 'NoEmail',
          timestamp: '2026-03-11T17:40:19.000Z',
          feedbackId: 'fb-01',
          bouncedRecipients: [
            {
              emailAddress: 'ines@orchard.test',
              action: 'failed',
              status: '5.1.1',
              diagnosticCode: 'smtp; 550 no such mailbox',
            },
          ],
        },
      },
    },
    {
      id: 'cust-0042',
      number: '+351210000042',
      lastSeenTime: '2026-03-12T08:00:00.000Z',
      pushTokens: [
        {
          type: 'APN',
          token: '9f3c…',
          device: { device_id: 'ph-7', platform: 'ios', app_id: 'test.orchard.shop' },
        },
      ],
    },
  ],
  lastEvaluatedKey: 'eyJlIjoiZW52X3Byb2RfOWsyIiwidSI6ImN1c3QtMDA0MiJ9',
  hasMore: true,
}
const lastPage = { users: [{ id: 'cust-0311', slackChannel: '#ops' }], hasMore: false }

describe('the worked examples of the contract (§12)', () => {
  test('reads both pages, and asks for them as the vendor expects', async () => {
    const { platform, sent } = setUp([json(firstPage), json(lastPage)])

    const first = await platform.listUsers(listRequest({ limit: 2 }))
    const [ines, push] = first.users
    expect(ines).toEqual({
      environment: 'prod',
      id: 'cust-0107',
      platformId: null,
      name: null,
      avatarUrl: null,
      email: 'ines@orchard.test',
      phone: null,
      locale: null,
      timezone: 'Europe/Lisbon',
      createdAt: '2026-01-04T09:12:00.000Z',
      updatedAt: '2026-03-11T17:40:21.004Z',
      lastSeenAt: null,
      attributes: {},
      malformed: [],
      facts: {
        suppression: firstPage.users[0]?.emailSuppressionStatus,
        devices: told([]),
        subscriptions: told([]),
        slack: told({ destination: null, connection: told(null) }),
      },
    })
    expect(push?.phone).toBe('+351210000042')
    expect(push?.lastSeenAt).toBe('2026-03-12T08:00:00.000Z')
    expect(push?.facts.suppression).toBeNull()
    expect(valueOf(push?.facts.devices)).toEqual([
      {
        type: 'APN',
        token: fingerprint('9f3c…'),
        tokenForm: 'malformed',
        deviceId: 'ph-7',
        appId: 'test.orchard.shop',
        adId: null,
        platform: 'ios',
        manufacturer: null,
        model: null,
        apnsEnvironment: 'sandbox',
        environmentRaw: null,
      },
    ])
    expect(first.coverage).toEqual({ scanned: 2, matched: 2, complete: false })
    expect(first.page.before).toBeNull()
    expect(first.warnings).toEqual([])

    const position = first.page.after ?? ''
    const second = await platform.listUsers(
      listRequest({ limit: 2, from: { direction: 'after', position } }),
    )
    expect(valueOf(second.users[0]?.facts.slack)).toEqual({
      destination: '#ops',
      connection: told(null),
    })
    expect(second.page).toEqual({ after: null, before: null })
    expect(second.coverage).toEqual({ scanned: 1, matched: 1, complete: true })

    expect(sent.map(({ target }) => target)).toEqual([
      '/notificationapi/users?limit=2&nextToken=',
      '/notificationapi/users?limit=2&nextToken=eyJlIjoiZW52X3Byb2RfOWsyIiwidSI6ImN1c3QtMDA0MiJ9',
    ])
    expect(sent[0]?.headers.get('authorization')).toBe('Bearer pingram_sk_demo_prod')
  })

  test('sends each kind of credential as the contract writes it', async () => {
    const basic = setUp([json(lastPage)], {
      kind: 'basic',
      clientId: 'env_prod_9k2',
      clientSecret: 'clientsecret-abc',
    })
    await basic.platform.listUsers(listRequest({ limit: 50 }))
    expect(basic.sent[0]?.headers.get('authorization')).toBe(
      'Basic ZW52X3Byb2RfOWsyOmNsaWVudHNlY3JldC1hYmM=',
    )
    expect(basic.sent[0]?.target).toBe('/notificationapi/users?limit=50&nextToken=')

    const jwt = setUp([json(lastPage), json({ id: 'a' })], {
      kind: 'jwt',
      jwt: 'eyJhbGciOi',
      envId: 'env_prod_9k2',
    })
    await jwt.platform.listUsers(listRequest({ limit: 50 }))
    await jwt.platform.getUser('a', new AbortController().signal)
    expect(jwt.sent.map(({ target }) => target)).toEqual([
      '/notificationapi/users?limit=50&nextToken=&envId=env_prod_9k2',
      '/notificationapi/users/a?envId=env_prod_9k2',
      '/notificationapi/env_prod_9k2/users/a/preferences?envId=env_prod_9k2',
    ])
    expect(jwt.sent[0]?.headers.get('authorization')).toBe('Bearer eyJhbGciOi')
  })

  test('gives a bare user for an id that nobody knows', async () => {
    const { platform } = setUp([json({ id: 'no-such-person' })])
    const detail = await platform.getUser('no-such-person', new AbortController().signal)
    expect(detail?.user.id).toBe('no-such-person')
    expect(detail?.user.email).toBeNull()
    expect(detail?.raw).toEqual({ id: 'no-such-person' })
  })
})

test('B04: ids stay what they are, byte for byte, whatever they look like', async () => {
  const ids = [
    '__proto__',
    'constructor',
    'toString',
    ' a ',
    'a/b',
    '../x',
    'é\u0000\u202e',
    'x'.repeat(10_240),
  ]
  const { platform } = setUp([json({ users: ids.map((id) => ({ id })), hasMore: false })])
  const { users, warnings } = await platform.listUsers(listRequest())
  expect(users.map(({ id }) => id)).toEqual(ids)
  expect(warnings).toEqual([])
})

test('an id that is the push token too stays, since only it can be asked for', async () => {
  const token = 'fcm-token-CANARY-1'
  const record = { id: token, email: `${token}@a.test`, pushTokens: [{ type: 'FCM', token }] }
  const { platform } = setUp([json({ users: [record], hasMore: false })])
  const { users } = await platform.listUsers(listRequest())
  expect(users[0]?.id).toBe(token)
  expect(users[0]?.email).toBe('[redacted]')
})

test('an answer without an id is no user', async () => {
  const { platform } = setUp([json({ message: 'Internal' })])
  await expect(platform.getUser('a', new AbortController().signal)).rejects.toMatchObject({
    code: 'platform-bad-response',
  })
})

test('finds users by creation date by reading on, and never gives more than asked for', async () => {
  const users = [1, 2, 3, 4, 5, 6].map((day) => ({
    id: `u${day}`,
    createdAt: `2026-01-0${day}T00:00:00.000Z`,
  }))
  const { platform, sent } = setUp([json({ users, hasMore: false })])
  const created = {
    after: isoDate('2026-01-02T00:00:00Z'),
    before: isoDate('2026-01-06T00:00:00Z'),
  }

  const first = await platform.listUsers(listRequest({ limit: 3, created }))
  expect(first.users.map(({ id }) => id)).toEqual(['u2', 'u3', 'u4'])
  expect(first.coverage).toEqual({ scanned: 4, matched: 3, complete: false })
  const second = await platform.listUsers(
    listRequest({
      limit: 3,
      created,
      from: { direction: 'after', position: first.page.after ?? '' },
    }),
  )
  expect(second.users.map(({ id }) => id)).toEqual(['u5'])
  expect(second.coverage).toEqual({ scanned: 2, matched: 1, complete: true })
  expect(sent[0]?.target).toBe('/notificationapi/users?limit=1000&nextToken=')
})
