import { days, hours, isoMilliseconds, minutes } from '#src/emulator/instants.ts'
import { rollApnsToken, rollFcmToken } from '#src/emulator/people/devices.ts'
import { rollSubscription } from '#src/emulator/people/web-push.ts'

import { fixtureDice, times, type Fixture } from './fixture.ts'
import { slackFixtures } from './fixtures-slack.ts'
import { suppressionFixtures } from './fixtures-suppression.ts'
import type { PushToken } from './wire.ts'

/**
 * The fixture people of NotificationAPI. The first three are those of the worked example (§12), to
 * the letter and to the day; everybody else's dates are relative to `now` (epoch ms).
 */
export const notificationapiFixtures = (now: number): Fixture[] => [
  ...exampleFixtures(),
  ...suppressionFixtures(now),
  ...channelFixtures(now),
  ...deviceFixtures(now),
  ...slackFixtures(now),
  ...identityFixtures(now),
]

const exampleFixtures = (): Fixture[] => [
  {
    description: 'email bounced, Permanent/NoEmail (worked example)',
    user: {
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
  },
  {
    description: 'number and one iPhone, APN with no environment (worked example)',
    user: {
      id: 'cust-0042',
      number: '+351210000042',
      lastSeenTime: '2026-03-12T08:00:00.000Z',
      pushTokens: [
        {
          type: 'APN',
          token: `9f3c${fixtureDice('cust-0042').hex(60)}`,
          device: { device_id: 'ph-7', platform: 'ios', app_id: 'test.orchard.shop' },
        },
      ],
    },
  },
  {
    description: 'a Slack channel and no Slack token (worked example)',
    user: { id: 'cust-0311', slackChannel: '#ops' },
  },
]

const channelFixtures = (now: number): Fixture[] => [
  {
    description: 'email only',
    user: {
      id: 'demo-email-only',
      email: 'noor.haddad@example.org',
      timezone: 'Asia/Amman',
      ...times(now, days(210), days(3)),
    },
  },
  {
    description: 'number only',
    user: {
      id: 'demo-sms-only',
      number: '+442079460958',
      timezone: 'Europe/London',
      ...times(now, days(95), hours(7)),
    },
  },
  {
    description: 'a number that is not E.164',
    user: { id: 'demo-number-not-e164', number: '020 7946 0123', ...times(now, days(33)) },
  },
  {
    description: 'web push in two browsers, and nothing else',
    user: {
      id: 'demo-two-browsers',
      webPushTokens: [
        { sub: rollSubscription(fixtureDice('demo-two-browsers 1')) },
        { sub: rollSubscription(fixtureDice('demo-two-browsers 2')) },
      ],
      ...times(now, days(61), hours(2)),
    },
  },
  {
    description: 'a timezone that is not an IANA zone',
    user: {
      id: 'demo-timezone-unknown',
      email: 'vesna.maric@example.net',
      timezone: 'Central European Time',
      ...times(now, days(400), days(20)),
    },
  },
  {
    description: 'last seen two years ago',
    user: {
      id: 'demo-seen-two-years-ago',
      email: 'bram.wiersma@example.com',
      timezone: 'Europe/Amsterdam',
      pushTokens: [android('demo-seen-two-years-ago', 'SM-G991B', 'samsung')],
      createdAt: isoMilliseconds(now - days(1000)),
      updatedAt: isoMilliseconds(now - days(731)),
      lastSeenTime: isoMilliseconds(now - days(730)),
    },
  },
]

const deviceFixtures = (now: number): Fixture[] => [
  apnFixture(now, 'demo-apn-production', 'production', 'APN for the production gateway'),
  apnFixture(now, 'demo-apn-no-environment', undefined, 'APN with no environment: sandbox'),
  apnFixture(now, 'demo-apn-sandbox', 'sandbox', 'APN for the sandbox gateway'),
  apnFixture(now, 'demo-apn-undefined', 'undefined', 'APN, environment the word "undefined"'),
  apnFixture(now, 'demo-apn-unknown-word', 'staging', 'APN, environment neither word'),
  {
    description: 'FCM with two tokens on one device',
    user: {
      id: 'demo-two-tokens-one-device',
      email: 'ayodele.bello@example.org',
      pushTokens: [pixel('first'), pixel('second')],
      ...times(now, days(140), hours(30)),
    },
  },
  ...['demo-handed-over-a', 'demo-handed-over-b'].map((id, at) => ({
    description: 'one push token under two users: a telephone handed over',
    user: {
      id,
      email: `handed.over.${at + 1}@example.com`,
      pushTokens: [android('demo-handed-over', 'SM-S921B', 'samsung')],
      ...times(now, days(300 - at * 200), days(1 + at)),
    },
  })),
  {
    description: 'FCM on an iPhone (Firebase on iOS, legitimate)',
    user: {
      id: 'demo-fcm-on-ios',
      pushTokens: [
        {
          ...android('demo-fcm-on-ios', 'iPhone 16', 'Apple'),
          device: {
            device_id: 'ph-21',
            platform: 'ios',
            manufacturer: 'Apple',
            model: 'iPhone 16',
          },
        },
      ],
      ...times(now, days(45), minutes(50)),
    },
  },
]

const identityFixtures = (now: number): Fixture[] => [
  { description: 'only an id', user: { id: 'demo-only-id' } },
  ...[
    'demo/with/slashes',
    'demo with spaces',
    'demo%25percent%2F',
    'demo+plus',
    'demo-ünïcödé-日本語-🍎',
  ].map((id, at) => ({
    description: 'an id that has to be percent-encoded',
    user: { id, email: `encoded.id.${at + 1}@example.net`, ...times(now, days(12 + at)) },
  })),
]

const apnFixture = (
  now: number,
  id: string,
  environment: string | undefined,
  description: string,
): Fixture => ({
  description,
  user: {
    id,
    pushTokens: [
      {
        type: 'APN',
        token: rollApnsToken(fixtureDice(id)),
        device: {
          device_id: `ph-${id.length}`,
          app_id: 'test.orchard.shop',
          platform: 'ios',
          manufacturer: 'Apple',
          model: 'iPhone 15 Pro',
        },
        ...(environment === undefined ? {} : { environment }),
      },
    ],
    ...times(now, days(75), hours(5)),
  },
})

/** Each time another token of the same telephone. */
const pixel = (which: string): PushToken => ({
  type: 'FCM',
  token: rollFcmToken(fixtureDice(`demo-two-tokens-one-device ${which}`)),
  device: {
    device_id: 'ph-12',
    app_id: 'test.orchard.shop.mobile',
    platform: 'android',
    manufacturer: 'Google',
    model: 'Pixel 9',
  },
})

const android = (chances: string, model: string, manufacturer: string): PushToken => ({
  type: 'FCM',
  token: rollFcmToken(fixtureDice(chances)),
  device: {
    device_id: fixtureDice(`${chances} device`).uuid(),
    app_id: 'test.orchard.shop.mobile',
    platform: 'android',
    manufacturer,
    model,
  },
})
