import { describe, expect, test } from 'vitest'

import { told, untold, type Untold } from '#src/domain/told.ts'
import type { ChannelFacts, DeviceFacts, UserFacts } from '#src/domain/user.ts'

import { type Circumstances, judge as judgeUnder } from './judge.ts'

const plain: Circumstances = {
  stage: 'production',
  now: Date.parse('2026-11-22T12:00:00Z'),
  lastSeen: true,
  nationalNumbers: 'us',
  skipsSilently: false,
  switchedOff: untold('platform'),
}
const judge = (user: UserFacts) => judgeUnder(user, plain)

const nothingTold: ChannelFacts = {
  suppression: undefined,
  devices: untold('platform'),
  subscriptions: untold('platform'),
  slack: untold('platform'),
}

type Given = Partial<Pick<UserFacts, 'email' | 'phone'>> & Partial<ChannelFacts>

const userWith = ({ email = null, phone = null, ...facts }: Given): UserFacts => ({
  environment: 'prod',
  id: 'ada',
  platformId: null,
  name: null,
  avatarUrl: null,
  email,
  phone,
  locale: null,
  timezone: null,
  createdAt: null,
  updatedAt: null,
  lastSeenAt: '2026-11-20T08:00:00.000Z',
  attributes: {},
  malformed: [],
  facts: { ...nothingTold, ...facts },
})

const device: DeviceFacts = {
  type: 'FCM',
  token: { last4: '', hash: '0123456789abcdef' },
  tokenForm: 'other',
  deviceId: null,
  appId: null,
  adId: null,
  platform: null,
  manufacturer: null,
  model: null,
  apnsEnvironment: null,
  environmentRaw: null,
}
const isUnrecognised = (locale: string) =>
  judge({ ...userWith({}), locale }).notes.some(({ code }) => code === 'locale-unrecognised')
const lineOf = (phone: string) => judge(userWith({ phone })).channels.sms.lineType
const entry = (deviceId: string, hash: string) => ({
  ...device,
  deviceId,
  token: { last4: '', hash },
})

const whys: readonly Untold[] = ['platform', 'credential', 'not-configured', 'failed']

describe('a verdict on each channel', () => {
  test('an empty address is none', () => {
    const { email, sms } = judge(userWith({ email: '', phone: '' })).channels
    expect([email.reach, sms.reach]).toEqual(['absent', 'absent'])
  })

  test('says of a language the same each time, however long it is', () => {
    const codes = ['en', 'pt_PT', 'en-', '', '!', `en-x-${'a-'.repeat(60)}a`, 'zz-'.repeat(60)]
    const expected = [false, false, true, false, true, false, true]
    expect([codes.map(isUnrecognised), codes.map(isUnrecognised)]).toEqual([expected, expected])
  })

  test('names the country of a number', () => {
    expect(judge(userWith({ phone: '+351210000042' })).channels.sms.country).toBe('PT')
    expect(judge(userWith({ phone: '+12025550123' })).channels.sms.country).toBe('US')
    expect(judge(userWith({ phone: '+44 20 7946 0958' })).channels.sms.country).toBe('GB')
    expect(judge(userWith({ phone: '+999999999' })).channels.sms.country).toBeNull()
  })

  test('names what a number is used for', () => {
    expect(lineOf('+351912000200')).toBe('mobile')
    expect(lineOf('+12025550123')).toBe('fixed-line-or-mobile')
    expect(lineOf('+18005550123')).toBe('toll-free')
    expect(lineOf('+44 20 7946 0958')).toBe('fixed-line')
    expect(lineOf('(202) 555-0123')).toBe('fixed-line-or-mobile')
    expect([lineOf('+15551234567'), lineOf('+1202555012'), lineOf('020 7946 0123')]).toEqual([
      null,
      null,
      null,
    ])
  })

  test.each(whys)('says why something was not told: %s', (why) => {
    const facts = { devices: untold(why), subscriptions: untold(why), slack: untold(why) }
    const { push, webPush, slack } = judge(userWith(facts)).channels
    expect([push.devices, webPush.subscriptions]).toEqual([[], []])
    for (const verdict of [push, webPush, slack]) {
      expect(verdict.reach).toBe('unknown')
      expect(verdict.reasons.map(({ detail }) => detail)).toEqual([why])
    }
  })

  test('a destination over the project’s own connection never reads as never connected', () => {
    const slack = told({ destination: 'C024BE91L', connection: untold('platform') })
    expect(judge(userWith({ slack })).channels.slack).toEqual({
      reach: 'reachable',
      form: 'channel-id',
      reasons: [
        { code: 'destination-present', field: 'channels.slack.destination', detail: 'channel-id' },
        { code: 'connection-not-told', field: 'channels.slack.connection', detail: 'platform' },
      ],
      destination: 'C024BE91L',
      connection: null,
    })
    const none = told({ destination: null, connection: untold('platform') })
    expect(judge(userWith({ slack: none })).channels.slack.reach).toBe('absent')
  })
})

test('every token of a device that has several says so, also one that stands there twice', () => {
  const devices = told([entry('a', '1'), entry('b', '1'), entry('a', '2')])
  const { push } = judge(userWith({ devices })).channels
  expect(push.devices.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
    ['token-repeated', 'tokens-share-device'],
    ['token-repeated'],
    ['tokens-share-device'],
  ])
  expect(push.devices[0]?.reasons.map(({ detail }) => detail)).toEqual([2, 2])
})
