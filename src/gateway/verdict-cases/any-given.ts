import * as fc from 'fast-check'

import { channelNames } from '#src/domain/reach.ts'
import { told, untold, type Untold } from '#src/domain/told.ts'
import { auth, full, point } from '#src/platforms/testing/full-user.ts'

import type { Given } from './case.ts'
import { mangled } from './mangle.ts'

/** Why something may not be told. */
export const whys: readonly Untold[] = ['platform', 'credential', 'not-configured', 'failed']
// Mostly left alone, since what is switched off is blocked whatever else is.
const switched = fc.oneof(
  { weight: 1, arbitrary: fc.subarray([...channelNames]).map(told) },
  { weight: 3, arbitrary: fc.constantFrom(...whys).map(untold) },
)

const iphone = { ...full.pushTokens[0], token: '9f3c'.repeat(16) }
const android = {
  type: 'FCM',
  token: 'eDq1:APA91bFirebaseMadeThisOne',
  device: { device_id: 'ph-7', platform: 'android' },
}
const firefox = {
  sub: {
    endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABFirefox',
    keys: { p256dh: point.toString('base64url'), auth: auth.toString('base64url') },
  },
}
/** With several of everything, and nothing against any of it, so that what is mangled decides. */
const { emailSuppressionStatus: suppression, ...unsuppressed } = full
const ines = {
  ...unsuppressed,
  number: '+351912000200',
  lastSeenTime: '2026-11-20T08:00:00.000Z',
  pushTokens: [iphone, android],
  webPushTokens: [...full.webPushTokens, firefox],
}

const ofNotificationApi: fc.Arbitrary<Given> = fc.record(
  {
    platform: fc.constant('notificationapi'),
    record: fc.oneof(mangled(ines), mangled({ ...ines, emailSuppressionStatus: suppression })),
    preferences: mangled({
      preferences: [
        { notificationId: 'order', channel: 'EMAIL', delivery: 'off' },
        { notificationId: 'order', channel: 'PUSH', delivery: 'instant', subNotificationId: 's' },
      ],
      notifications: [{ notificationId: 'order', title: 'Order' }],
    }),
    stage: fc.constantFrom('production', 'test'),
    switchedOff: switched,
  },
  { requiredKeys: ['platform', 'record'] },
)

const rui = {
  id: '019cd366-1e78-7b4e-9a01-3c5d7e9f1a2b',
  external_id: 'cust-0311',
  email: 'rui@orchard.test',
  first_name: 'Rui',
  last_name: 'Costa',
  phone: '+351912000200',
  avatar: 'https://orchard.test/rui.png',
  locale: 'pt-PT',
  timezone: 'Europe/Lisbon',
  custom_fields: { tier: 'gold' },
  created_at: '2026-03-09T16:20:11Z',
  updated_at: '2026-03-09T16:20:11Z',
}
const setting = fc.oneof(
  fc.record({
    type: fc.constant('mobile_push'),
    provider: fc.constantFrom('apns', 'fcm', 'expo', ''),
    settings: mangled({ device_tokens: [iphone.token, android.token] }),
  }),
  fc.record({
    type: fc.constant('chat'),
    provider: fc.constant('slack'),
    settings: mangled({ slack_channel_id: 'C024BE91L' }),
  }),
)
const ofNotiflows: fc.Arbitrary<Given> = fc.record(
  {
    platform: fc.constant('notiflows'),
    record: mangled(rui),
    settings: fc.oneof(
      { weight: 4, arbitrary: fc.array(setting, { minLength: 1, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.constantFrom([], ...whys) },
    ),
    preferences: mangled({
      channel_types: { email: true, sms: true, mobile_push: true, chat: false },
      notiflows: { f1: { enabled: false, channel_types: { email: false }, name: 'Order' } },
    }),
    stage: fc.constantFrom('production', 'test'),
    switchedOff: switched,
  },
  { requiredKeys: ['platform', 'record'] },
)

/** What either platform may send of one person, and in what circumstances. */
export const anyGiven = fc.oneof(ofNotificationApi, ofNotiflows)
