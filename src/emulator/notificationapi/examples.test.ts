import { expect, test } from 'vitest'

import { basic, emulatorOf, get, napiKey, type NapiPage } from '#src/emulator/testing/call.ts'

// The worked examples of NotificationAPI's contract, §12, over the three people they show.
const orchard = () => emulatorOf({ users: 3 })

const ines = {
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
}

const token = 'eyJlIjoiZW52X3Byb2RfOWsyIiwidSI6ImN1c3QtMDA0MiJ9'

test('the first page is the one of the example', async () => {
  const { status, body } = await get(
    orchard(),
    '/notificationapi/users?limit=2&nextToken=',
    napiKey,
  )
  expect(status).toBe(200)
  expect(body).toEqual({
    users: [
      ines,
      {
        id: 'cust-0042',
        number: '+351210000042',
        lastSeenTime: '2026-03-12T08:00:00.000Z',
        pushTokens: [
          {
            type: 'APN',
            // Shortened to "9f3c…" in the contract.
            token: expect.stringMatching(/^9f3c[0-9a-f]{60}$/),
            device: { device_id: 'ph-7', platform: 'ios', app_id: 'test.orchard.shop' },
          },
        ],
      },
    ],
    lastEvaluatedKey: token,
    hasMore: true,
  })
})

test('the next page is the one of the example', async () => {
  const { body } = await get(
    orchard(),
    `/notificationapi/users?limit=2&nextToken=${token}`,
    napiKey,
  )
  expect(body).toEqual({ users: [{ id: 'cust-0311', slackChannel: '#ops' }], hasMore: false })
})

test('the Basic credential of the example is let in', async () => {
  const header = { authorization: 'Basic ZW52X3Byb2RfOWsyOmNsaWVudHNlY3JldC1hYmM=' }
  expect(header).toEqual(basic('env_prod_9k2:clientsecret-abc'))
  const { status, body } = await get<NapiPage>(
    orchard(),
    '/notificationapi/users?limit=50&nextToken=',
    header,
  )
  expect(status).toBe(200)
  expect(body.users).toHaveLength(3)
})

test('the errors are those of the examples', async () => {
  const emulator = orchard()
  const wrong = await get(emulator, '/notificationapi/users?limit=abc&nextToken=', napiKey)
  expect(wrong.status).toBe(400)
  expect(wrong.body).toEqual({
    trackingId: 'trk-5501',
    error: {
      code: 'invalid_request',
      message: 'limit must be a number',
      fix: 'send a whole number of 1 or more',
    },
  })
  const revoked = await get(emulator, '/notificationapi/users?limit=5&nextToken=', {
    authorization: 'Bearer pingram_sk_revoked',
  })
  expect(revoked.status).toBe(401)
  expect(revoked.body).toEqual({ message: 'Unauthorized' })
})

test('a person of the example is the same when asked for alone', async () => {
  const { body } = await get(orchard(), '/notificationapi/users/cust-0107', napiKey)
  expect(body).toEqual(ines)
})

test('an unknown person is a bare user, and asking does not create them', async () => {
  const emulator = orchard()
  const { status, body } = await get(emulator, '/notificationapi/users/no-such-person', napiKey)
  expect(status).toBe(200)
  expect(body).toEqual({ id: 'no-such-person' })
  const list = await get<NapiPage>(emulator, '/notificationapi/users?limit=9&nextToken=', napiKey)
  expect(list.body.users).toHaveLength(3)
})
