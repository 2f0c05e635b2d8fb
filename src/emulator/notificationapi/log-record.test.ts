import { expect, test } from 'vitest'

import type { Channel } from '#src/emulator/environments.ts'
import { Dice } from '#src/emulator/random/dice.ts'
import { napiEnvironment } from '#src/emulator/testing/environments.ts'

import { describeSending } from './log-record.ts'

const sendTo = (stage: 'production' | 'test', gateway: string | undefined, off?: Channel) =>
  describeSending({
    trackingId: 'trk-1',
    accountId: 'acct',
    environment: { ...napiEnvironment('Empty'), stage },
    kind: { id: 'new_message', title: 'New message', channels: ['PUSH'] },
    user: {
      id: 'ada',
      pushTokens: [
        {
          type: 'APN',
          token: 'aa',
          device: { device_id: 'ph-1' },
          ...(gateway === undefined ? {} : { environment: gateway }),
        },
      ],
    },
    at: Date.UTC(2026, 10, 22),
    isOff: (channel) => channel === off,
    isRoutedAway: false,
    dice: new Dice(1, 1),
  })

test.each([
  ['production', 'production', 'aa'],
  ['production', 'sandbox', undefined],
  ['production', undefined, undefined],
  ['production', 'undefined', undefined],
  ['test', 'sandbox', 'aa'],
  ['test', undefined, 'aa'],
  // The mirror fault: a store build in an environment for testing (§10).
  ['test', 'production', undefined],
] as const)('in %s, a token for %s: sent by %s', (stage, gateway, token) => {
  const log = sendTo(stage, gateway)
  expect(log['mobile_push_sent_token']).toBe(token)
  expect(log['mobile_push_failed_token']).toBe(token === undefined ? 'aa' : undefined)
  expect(log['mobile_push_failed_code']).toBe(token === undefined ? 'INVALID_APN_TOKEN' : undefined)
})

test('what a person does not want is not tried', () => {
  expect(sendTo('production', 'sandbox', 'PUSH')).toMatchObject({
    mobile_push_routing: 'IGNORE',
    mobile_push_routing_reason: 'IGNORE_BY_PREFERENCES',
  })
  expect(sendTo('production', 'sandbox', 'PUSH')).not.toHaveProperty('mobile_push_failed_at')
})
