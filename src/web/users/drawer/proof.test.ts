import { expect, test } from 'vitest'
import { proofsOf } from './proof.ts'

test.each([
  ['email', 'email', ['email', 'email', 'profile']],
  ['phone', 'sms', ['sms', 'sms', 'profile']],
  ['channels.email.suppression', 'email', ['email', 'email', 'profile']],
  ['channels.push.devices.1.apnsEnvironment', 'push', ['push.1', 'push', 'push', 'profile']],
  ['channels.push.devices.12', null, ['push.12', 'push', 'profile']],
  [
    'channels.webPush.subscriptions.0.keys',
    'webPush',
    ['webPush.0', 'webPush', 'webPush', 'profile'],
  ],
  ['channels.slack.connection', 'slack', ['slack', 'slack', 'profile']],
  ['environment', 'push', ['push', 'profile']],
  ['preferences', 'email', ['preferences', 'email', 'profile']],
  ['timezone', null, ['profile']],
  ['lastSeenAt', null, ['profile']],
  ['channels."]', null, ['profile']],
  ['', null, ['profile']],
])('what rests on the field %s of %s is proved there, or near by', (field, channel, proofs) => {
  expect(proofsOf(field, channel)).toEqual(proofs)
})
