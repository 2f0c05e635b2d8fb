import type { PlatformName, Stage } from '#src/domain/environment.ts'
import type { Json, JsonObject } from '#src/domain/json.ts'
import type { ChannelName, Reach, Reason, ReasonCode } from '#src/domain/reach.ts'
import { told, untold, type Told, type Untold } from '#src/domain/told.ts'
import type { User, UserFacts } from '#src/domain/user.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { notificationApiCapabilities } from '#src/platforms/notificationapi/notificationapi.ts'
import { readPreferences as readNotificationApi } from '#src/platforms/notificationapi/preferences.ts'
import type { Settings } from '#src/platforms/notiflows/channel-settings.ts'
import { notiflowsCapabilities } from '#src/platforms/notiflows/notiflows.ts'
import { readPreferences as readNotiflows } from '#src/platforms/notiflows/preferences.ts'
import { readId, type WireRecord } from '#src/platforms/record.ts'
import { listAside } from '#src/platforms/side-question.ts'
import { translators } from '#src/platforms/testing/translators.ts'
import { type Circumstances, judge } from '#src/reachability/judge.ts'

/** What one user has set up on one channel of Notiflows (contract Notiflows §3, `ChannelSettings`). */
export type SettingGiven = {
  readonly type: 'mobile_push' | 'chat'
  readonly provider?: string
  readonly settings: unknown
}

/** What a platform sent of one person, and what it was sent in. */
export type Given = {
  readonly platform: PlatformName
  readonly record: WireRecord
  /** Of Notiflows, for which each user is asked. Left out as in a list; a word: why they were not told. */
  readonly settings?: readonly SettingGiven[] | Untold
  /** The platform's own answer to a question for preferences. Left out as in a list. */
  readonly preferences?: JsonObject
  /** `production` unless said. */
  readonly stage?: Stage
  readonly switchedOff?: Told<readonly ChannelName[]>
}

/** A reason by its code, and by its detail where that matters. */
export type Said = ReasonCode | readonly [code: ReasonCode, detail: Json]

/** One record of the wire, and the verdict and reasons expected of one channel. */
export type VerdictCase = Given & {
  readonly title: string
  readonly channel: ChannelName
  readonly reach: Reach
  readonly reasons: readonly Said[]
  /** The verdicts on the devices or browsers themselves, in their order. */
  readonly each?: readonly Reach[]
}

/** One record of the wire, and what is to be noted of the person. */
export type NoteCase = Given & { readonly title: string; readonly notes: readonly Said[] }

/** The moment at which all cases play. */
export const now = Date.parse('2026-11-22T12:00:00Z')

/** The moment that was so many days before. */
export const daysAgo = (days: number): string => new Date(now - days * 86_400_000).toISOString()

const { notificationApi, notiflows } = translators()
const nothingSought = createNeedles([])

function settingsOf({ settings }: Given): Settings | undefined {
  if (settings === undefined) return undefined
  if (typeof settings === 'string') return { push: untold(settings), chat: untold(settings) }
  const all = settings.map(({ type, provider = null, settings: inner }, index) => ({
    channel: { id: `channel-${index}`, type, provider },
    record: { provider, settings: inner },
  }))
  const ofType = (type: SettingGiven['type']) =>
    told(all.filter((one) => one.channel.type === type))
  return { push: ofType('mobile_push'), chat: ofType('chat') }
}

/** The facts that the platform's own adapter reads in it, and what they are to be judged under. */
export function readGiven(given: Given): { facts: UserFacts; circumstances: Circumstances } {
  const { platform, record, stage = 'production', switchedOff = untold('platform') } = given
  const isNotiflows = platform === 'notiflows'
  const translator = isNotiflows ? notiflows : notificationApi
  const readPreferences = isNotiflows ? readNotiflows : readNotificationApi
  const settings = settingsOf(given)
  const id = readId(record[isNotiflows ? 'external_id' : 'id'], nothingSought) ?? 'u'
  const preferences =
    given.preferences === undefined
      ? undefined
      : listAside(told(given.preferences), (answer) =>
          readPreferences(answer, translator.guardFor(record, settings)),
        )
  const { lastSeen, nationalNumbers, skipsSilently } = isNotiflows
    ? notiflowsCapabilities
    : notificationApiCapabilities
  return {
    facts: translator.toUser(record, id, settings),
    circumstances: {
      stage,
      now,
      lastSeen,
      nationalNumbers,
      skipsSilently,
      switchedOff,
      preferences,
    },
  }
}

/** The user as the gateway would have them. */
export function userOf(given: Given): User {
  const { facts, circumstances } = readGiven(given)
  return judge(facts, circumstances)
}

/** Reasons in the form in which the cases give them: with a detail where `expected` has one. */
export const asSaid = (reasons: readonly Reason[], expected: readonly Said[]): readonly Said[] =>
  reasons.map(({ code, detail }, index) =>
    Array.isArray(expected[index]) ? [code, detail ?? null] : code,
  )
