import { expect, test } from 'vitest'
import type { Activity } from '#src/domain/activity.ts'
import type { ChannelName, Reason } from '#src/domain/reach.ts'
import type { WhyConclusion, WhyState, WhyStep } from '#src/domain/why.ts'
import { whySteps } from '#src/domain/why.ts'
import { conclusionInWords, stateInWords } from './why-words.ts'

type Found = Partial<Record<WhyStep['step'], readonly [WhyState, ...Reason[]]>>

const arrived: Activity = {
  id: 'm',
  at: '2026-11-19T08:00:00.000Z',
  channel: 'slack',
  status: 'delivered',
  statusRaw: null,
  notification: null,
  topic: null,
  sentAt: null,
  deliveredAt: '2026-11-20T08:00:00.000Z',
  seenAt: null,
  failedAt: null,
  failure: null,
  malformed: [],
}

const concluded = (channel: ChannelName, code: WhyConclusion['code'], found: Found) => {
  const steps = whySteps.map((step): WhyStep => {
    const [state, ...reasons] = found[step] ?? ['clear']
    return { step, state, reasons }
  })
  const step = whySteps.find((name) => found[name] !== undefined) ?? null
  return conclusionInWords({ channel, steps, conclusion: { code, step }, last: [arrived] }, 'UTC')
}

test.each<[ChannelName, WhyConclusion['code'], Found, string]>([
  [
    'push',
    'stopped',
    { environment: ['stops', { code: 'switched-off', field: 'environment' }] },
    'Push is switched off for everybody in this environment.',
  ],
  [
    'email',
    'stopped',
    { choice: ['stops', { code: 'opted-out', field: 'preferences' }] },
    'They chose not to get email: they opted out.',
  ],
  [
    'sms',
    'stopped',
    { address: ['stops', { code: 'no-address', field: 'phone' }] },
    'There is nowhere to send SMS to: no number.',
  ],
  [
    'email',
    'stopped',
    { deliveries: ['stops', { code: 'last-failed', field: 'activity', detail: 'NO_ADDRESS' }] },
    'The last message failed: there was no address.',
  ],
  [
    'email',
    'doubtful',
    { deliveries: ['doubt', { code: 'nothing-sent', field: 'activity' }] },
    'Nothing was sent to them on this channel lately.',
  ],
  [
    'sms',
    'doubtful',
    {
      address: ['doubt', { code: 'number-not-e164', field: 'phone' }],
      deliveries: ['clear', { code: 'last-delivered', field: 'activity' }],
    },
    'The last message arrived on 20 Nov 2026; still, the number may not take it: the number is not in international form.',
  ],
  [
    'sms',
    'doubtful',
    {
      address: ['doubt', { code: 'number-not-e164', field: 'phone' }],
      deliveries: ['clear', { code: 'last-sent', field: 'activity' }],
    },
    'The number may not take it: the number is not in international form.',
  ],
  [
    'sms',
    'not-known',
    {
      environment: ['unknown', { code: 'switches-not-told', field: 'x', detail: 'credential' }],
      deliveries: ['unknown', { code: 'nothing-among', field: 'activity', detail: 100 }],
    },
    'Nothing speaks against SMS, and not everything can be known here: the credential may not read whether the channel is switched off; not among the last 100 messages to them.',
  ],
  [
    'email',
    'not-known',
    {
      deliveries: ['unknown', { code: 'last-unrecognised', field: 'activity', detail: 'held' }],
    },
    'Nothing speaks against email, and not everything can be known here: the platform calls the last message “held”, which Rollcall does not know.',
  ],
  [
    'email',
    'not-known',
    {
      suppression: ['unknown', { code: 'suppression-not-told', field: 'x', detail: 'platform' }],
      choice: ['unknown'],
    },
    'Nothing speaks against email, and not everything can be known here: this platform does not tell about bounces; their choices are not told.',
  ],
  [
    'slack',
    'nothing-against',
    { deliveries: ['clear', { code: 'last-delivered', field: 'activity' }] },
    'Nothing speaks against Slack messages, and the last message arrived on 20 Nov 2026.',
  ],
  [
    'slack',
    'nothing-against',
    {},
    'Nothing speaks against Slack messages: whatever can be looked at is well.',
  ],
])(
  'an operator reads of %s, %s, why, or that it cannot be known',
  (channel, code, found, words) => {
    expect(concluded(channel, code, found)).toBe(words)
  },
)

test('a message that did not arrive is not said to stop anything', () => {
  expect(stateInWords({ step: 'deliveries', state: 'stops' })).toBe('did not arrive')
  expect(stateInWords({ step: 'choice', state: 'stops' })).toBe('stops it')
})
