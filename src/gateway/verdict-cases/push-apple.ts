import type { Reach } from '#src/domain/reach.ts'

import { daysAgo, type Said, type VerdictCase } from './case.ts'

// One iPhone each: which of Apple's gateways it is for, in which environment, and what its token looks
// like (contract NotificationAPI §10, §11, §14).

const hex = '9f3c'.repeat(16)

const iphone = (more: object) => ({
  lastSeenTime: daysAgo(1),
  pushTokens: [
    { type: 'APN', token: hex, device: { device_id: 'ph-7', platform: 'ios' }, ...more },
  ],
})

const inProduction = (
  title: string,
  more: object,
  reach: Reach,
  ...reasons: readonly Said[]
): VerdictCase => ({
  title,
  platform: 'notificationapi',
  record: iphone(more),
  channel: 'push',
  reach,
  reasons: [
    ['device-present', { devices: 1, reachable: reach === 'reachable' ? 1 : 0 }],
    ...reasons,
  ],
  each: [reach],
})

const inTest = (
  title: string,
  more: object,
  reach: Reach,
  ...reasons: readonly Said[]
): VerdictCase => ({ ...inProduction(title, more, reach, ...reasons), stage: 'test' })

/** Of the gateway that it should be for, so that only what is told beside it counts. */
const right = { environment: 'production' }

export const applePushCases: readonly VerdictCase[] = [
  inProduction('for the live gateway', right, 'reachable'),
  inProduction('for no gateway, which is the sandbox', {}, 'at-risk', [
    'apns-sandbox-in-production',
    null,
  ]),
  inProduction('an environment that is null', { environment: null }, 'at-risk', [
    'apns-sandbox-in-production',
    null,
  ]),
  inProduction('an environment that is empty', { environment: '' }, 'at-risk', [
    'apns-sandbox-in-production',
    null,
  ]),
  inProduction('for the sandbox', { environment: 'sandbox' }, 'at-risk', [
    'apns-sandbox-in-production',
    'sandbox',
  ]),
  inProduction('for the word “undefined”', { environment: 'undefined' }, 'at-risk', [
    'apns-sandbox-in-production',
    'undefined',
  ]),
  inProduction('for a gateway that Apple does not have', { environment: 'staging' }, 'at-risk', [
    'apns-environment-unrecognised',
    'staging',
  ]),
  inProduction('for the live gateway in capitals', { environment: 'PRODUCTION' }, 'at-risk', [
    'apns-environment-unrecognised',
    'PRODUCTION',
  ]),
  inProduction('with an environment that is no text', { environment: true }, 'at-risk', [
    'apns-environment-unrecognised',
    null,
  ]),

  inTest(
    'for the live gateway, in a test environment',
    right,
    'at-risk',
    'apns-production-in-test',
  ),
  inTest('for no gateway, in a test environment', {}, 'reachable'),
  inTest('for the sandbox, in a test environment', { environment: 'sandbox' }, 'reachable'),
  inTest(
    'for the word “undefined”, in a test environment',
    { environment: 'undefined' },
    'reachable',
  ),
  inTest('for an unknown gateway, in a test environment', { environment: 'dev' }, 'at-risk', [
    'apns-environment-unrecognised',
    'dev',
  ]),
  inTest(
    'with an environment that is no text, in a test environment',
    { environment: 1 },
    'at-risk',
    ['apns-environment-unrecognised', null],
  ),

  inProduction('a type in small letters (§14)', { ...right, type: 'apn' }, 'reachable'),
  inProduction('a token in capitals', { ...right, token: hex.toUpperCase() }, 'reachable'),
  inProduction(
    'a token longer than those of today',
    { ...right, token: hex.repeat(2) },
    'reachable',
  ),
  inProduction('a token of odd length', { ...right, token: hex.slice(1) }, 'at-risk', [
    'token-form',
    'APN',
  ]),
  inProduction('a token that was cut short', { ...right, token: hex.slice(0, 32) }, 'at-risk', [
    'token-form',
    'APN',
  ]),
  inProduction(
    'a token as iOS once printed it, in brackets and blanks',
    { ...right, token: `<${'9f3c9f3c '.repeat(8).trim()}>` },
    'at-risk',
    ['token-form', 'APN'],
  ),
  inProduction('a token in base64', { ...right, token: `${'nzyf'.repeat(10)}nw==` }, 'at-risk', [
    'token-form',
    'APN',
  ]),
  inProduction(
    'a token of Firebase under Apple’s type',
    { ...right, token: 'eDq1:APA91bFirebaseMadeThisOne' },
    'at-risk',
    ['token-form', 'APN'],
  ),

  inProduction(
    'on Android',
    { ...right, device: { platform: 'android' } },
    'blocked',
    'apn-on-android',
  ),
  inProduction(
    'on Android in a capital',
    { ...right, device: { platform: 'Android' } },
    'blocked',
    'apn-on-android',
  ),
  inProduction(
    'on Android, for the sandbox and with a token of Firebase: the worst first',
    { token: 'eDq1:APA91bFirebaseMadeThisOne', device: { platform: 'android' } },
    'blocked',
    'apn-on-android',
    'apns-sandbox-in-production',
    'token-form',
  ),
  ...['Android 14', 'android-tv', ' ANDROID'].map((platform) =>
    inProduction(
      `on “${platform}”`,
      { ...right, device: { platform } },
      'blocked',
      'apn-on-android',
    ),
  ),
  ...['web', 'Windows', 'windows 11', 'linux', 'Chrome', 'HarmonyOS'].map((platform) =>
    inProduction(`on “${platform}”`, { ...right, device: { platform } }, 'blocked', [
      'apn-off-apple',
      platform,
    ]),
  ),
  ...['macOS', 'watchOS', 'visionOS', 'react-native', 'not android'].map((platform) =>
    inProduction(`on “${platform}”`, { ...right, device: { platform } }, 'reachable'),
  ),
  inProduction('on an iPad', { ...right, device: { platform: 'iPadOS' } }, 'reachable'),
  inProduction('with nothing known of the device', { ...right, device: null }, 'reachable'),
  inProduction('with a device that is no object', { ...right, device: 'iPhone' }, 'reachable'),
]
