import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'

import { channelNames, reachValues, reasonCodes, type ChannelName } from '#src/domain/reach.ts'
import { told, untold } from '#src/domain/told.ts'
import type { ChannelFacts, User } from '#src/domain/user.ts'
import { type Circumstances, judge } from '#src/reachability/judge.ts'
import { explain } from '#src/reachability/why.ts'

import { anyGiven, whys } from './verdict-cases/any-given.ts'
import { readGiven, userOf, type Given } from './verdict-cases/case.ts'

// What holds of every record, however mangled (checks B02, B07, B09): through the platform's own adapter
// and the judgement, under all circumstances.

const numRuns = Number(process.env['FUZZ_RUNS'] ?? 500)
vi.setConfig({ testTimeout: 60_000 + numRuns * 20 })

/** Of every person that a platform may send. */
const always = (holds: (given: Given) => void): void =>
  fc.assert(fc.property(anyGiven, holds), { numRuns })

const mayArrive = (reach: string): boolean => reach === 'reachable' || reach === 'at-risk'

describe('whatever a platform sends', () => {
  test('every channel has a verdict with reasons, each with a code and a place in the answer', () => {
    always((given) => {
      const user = userOf(given)
      for (const name of channelNames) {
        const { reach, reasons } = user.channels[name]
        expect(reachValues).toContain(reach)
        expect(reasons).not.toEqual([])
        const said = reasons.map(({ code, field }) => `${code} of ${field}`)
        expect(said).toEqual([...new Set(said)])
        expect(reasons.filter(({ field }) => !fieldsOf[name].test(field))).toEqual([])
      }
      for (const { code, field, detail } of reasonsOf(user)) {
        expect(reasonCodes).toContain(code)
        expect([field, isPlace(user, field)]).toEqual([field, true])
        expect(code.endsWith('-not-told') && !whys.some((why) => why === detail)).toBe(false)
      }
    })
  })

  test('no email or text message arrives without an address, and none that is suppressed', () => {
    always((given) => {
      const { email, phone, channels } = userOf(given)
      // By the wire too, which alone knows what was sent.
      const { platform, record } = given
      const number = record[platform === 'notiflows' ? 'phone' : 'number']
      const has = {
        email:
          /.@./su.test(email ?? '') &&
          email === record['email'] &&
          channels.email.suppression === null,
        sms: /\p{Nd}/u.test(phone ?? '') && phone === number,
      }
      const names = ['email', 'sms'] as const
      expect(names.filter((name) => mayArrive(channels[name].reach) && !has[name])).toEqual([])
    })
  })

  test('what stands in a record is never told as nothing, readable or not', () => {
    always((given) => {
      const { channels } = userOf(given)
      const { platform, record } = given
      const isNotiflows = platform === 'notiflows'
      const sources = {
        email: record['email'],
        sms: record[isNotiflows ? 'phone' : 'number'],
        push: isNotiflows ? null : record['pushTokens'],
        webPush: isNotiflows ? null : record['webPushTokens'],
        slack: isNotiflows ? null : record['slackChannel'],
      }
      const absent = channelNames.filter((name) => channels[name].reach === 'absent')
      expect(absent.filter((name) => !isNothing(sources[name]))).toEqual([])
    })
  })

  test('push and web push do as well as their best device or browser, and no better', () => {
    always((given) => {
      const { push, webPush } = userOf(given).channels
      for (const [{ reach, reasons }, places] of [
        [push, push.devices],
        [webPush, webPush.subscriptions],
      ] as const) {
        const reaches = new Set(places.map((place) => place.reach))
        const best = (['reachable', 'at-risk'] as const).find((one) => reaches.has(one))
        // Worse by what stands over the channel alone: blocked, or at risk of wanting nothing of it.
        const isRisked = reasons[0]?.code === 'opted-out-of-all'
        expect(
          places.length === 0
            ? ['absent', 'unknown', 'blocked']
            : [isRisked ? 'at-risk' : best, 'blocked'],
        ).toContain(reach)
      }
    })
  })

  test('nothing arrives in Slack without a destination, and a connection where it is the person’s', () => {
    always((given) => {
      const { reach, destination, connection } = userOf(given).channels.slack
      const isConnected =
        connection?.ok === true &&
        connection.error === null &&
        (connection.hasAccessToken || connection.webhookChannel !== null)
      const has = /\S/u.test(destination ?? '') && (given.platform === 'notiflows' || isConnected)
      expect(mayArrive(reach) && !has).toBe(false)
    })
  })

  test('nothing arrives on a channel that is switched off or opted out of', () => {
    always((given) => {
      const { facts, circumstances } = readGiven(given)
      const { channels } = judge(facts, circumstances)
      for (const name of channelNames.filter((channel) => isOff(channel, circumstances)))
        expect(['blocked', 'absent']).toContain(channels[name].reach)
    })
  })

  test('why and the verdict agree on what stops a channel', () => {
    always((given) => {
      const { facts, circumstances } = readGiven(given)
      const { channels } = judge(facts, circumstances)
      for (const name of channelNames) {
        const { steps, conclusion } = explain(facts, name, {
          circumstances,
          preferences: circumstances.preferences ?? told([]),
          activity: told({ rows: [], isWhole: true }),
        })
        const isStopped = ['blocked', 'absent'].includes(channels[name].reach)
        const stops = steps.filter(({ state }) => state === 'stops').map(({ step }) => step)
        expect([name, conclusion.code === 'stopped', stops.length > 0]).toEqual([
          name,
          isStopped,
          isStopped,
        ])
      }
    })
  })

  test('judging twice says the same twice, and changes nothing', () => {
    always((given) => {
      const { facts, circumstances } = readGiven(given)
      const before = structuredClone([given, facts, circumstances])
      const first = judge(facts, circumstances)
      expect(judge(facts, circumstances)).toEqual(first)
      expect(userOf(given)).toEqual(first)
      expect([given, facts, circumstances]).toEqual(before)
    })
  })

  test('where a device or browser stands in its list makes no difference', () => {
    always((given) => {
      const { facts, circumstances } = readGiven(given)
      const { push, webPush } = judge(facts, circumstances).channels
      const turned = judge({ ...facts, facts: reversed(facts.facts) }, circumstances).channels
      expect([turned.push.reach, turned.webPush.reach]).toEqual([push.reach, webPush.reach])
      expect(turned.push.devices.map(placeless)).toEqual(push.devices.map(placeless).toReversed())
      expect(turned.webPush.subscriptions.map(placeless)).toEqual(
        webPush.subscriptions.map(placeless).toReversed(),
      )
    })
  })

  test('what is not told is not known, and no other channel is judged by it', () => {
    always((given) => {
      const { facts, circumstances } = readGiven(given)
      const under = { ...circumstances, switchedOff: untold('platform'), preferences: undefined }
      const known = judge(facts, under).channels
      for (const [fact, name] of hideable) {
        const hidden = { ...facts, facts: { ...facts.facts, [fact]: untold('failed') } }
        const found = judge(hidden, under).channels
        expect([name, found[name].reach]).toEqual([name, 'unknown'])
        expect({ ...found, [name]: null }).toEqual({ ...known, [name]: null })
      }
    })
  })
})

const isNothing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** What a verdict may rest on, besides what stands over every channel. */
const fieldsOf: Record<ChannelName, RegExp> = {
  email: /^(?:environment|preferences|email|channels\.email\.suppression)$/u,
  sms: /^(?:environment|preferences|phone)$/u,
  push: /^(?:environment|preferences|lastSeenAt|channels\.push\.devices(?:\.\d+\.\w+)?)$/u,
  webPush: /^(?:environment|preferences|channels\.webPush\.subscriptions(?:\.\d+\.\w+)?)$/u,
  slack: /^(?:environment|preferences|channels\.slack(?:\.\w+){0,2})$/u,
}

const hideable = [
  ['devices', 'push'],
  ['subscriptions', 'webPush'],
  ['slack', 'slack'],
] as const

/** Every reason of a user, wherever it stands. */
const reasonsOf = ({ channels, notes }: User) => [
  ...notes,
  ...Object.values(channels).flatMap(({ reasons }) => reasons),
  ...channels.push.devices.flatMap(({ reasons }) => reasons),
  ...channels.webPush.subscriptions.flatMap(({ reasons }) => reasons),
]

/** Whether a path names something in the answer; choices stand beside the user there. */
const isPlace = (user: User, field: string): boolean =>
  field === 'preferences' ||
  field.split('.').reduce<unknown>((inner, name) => Reflect.get(Object(inner), name), user) !==
    undefined

const isOff = (name: ChannelName, { switchedOff, preferences }: Circumstances): boolean =>
  (switchedOff.told && switchedOff.value.includes(name)) ||
  (preferences?.told === true &&
    preferences.value.some(
      (choice) => !choice.enabled && choice.notification === null && choice.channel === name,
    ))

const reversed = ({ devices, subscriptions, ...rest }: ChannelFacts): ChannelFacts => ({
  ...rest,
  devices: devices.told ? told(devices.value.toReversed()) : devices,
  subscriptions: subscriptions.told ? told(subscriptions.value.toReversed()) : subscriptions,
})

/** A device without its number in the list, which its reasons name. */
const placeless = <T extends Pick<User['channels']['push'], 'reasons'>>({
  reasons,
  ...rest
}: T) => ({
  ...rest,
  reasons: reasons.map(({ field, ...reason }) => ({
    ...reason,
    field: field.replace(/\.\d+/u, ''),
  })),
})
