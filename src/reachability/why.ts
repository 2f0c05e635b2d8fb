import { type Activity, type ActivityStatus, isAbout } from '#src/domain/activity.ts'
import type { Preference } from '#src/domain/preferences.ts'
import type { ChannelName, Reach, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import { type Told, untold } from '#src/domain/told.ts'
import type { UserFacts } from '#src/domain/user.ts'
import {
  type Why,
  type WhyConclusion,
  type WhyState,
  type WhyStep,
  whySteps,
} from '#src/domain/why.ts'

import { choicesOn } from './choices.ts'
import { type Circumstances, judgeChannel } from './judge.ts'
import { notesOn } from './person.ts'

/** The last messages, newest first and of all channels; `isWhole`: there were no others. */
export type Lately = { readonly rows: readonly Activity[]; readonly isWhole: boolean }

/** What an explanation rests on besides the user. */
export type Evidence = {
  readonly circumstances: Circumstances
  readonly preferences: Told<readonly Preference[]>
  readonly activity: Told<Lately>
}

type Found = { readonly state: WhyState; readonly reasons: readonly Reason[] }
/** `verdict`: on the channel itself, with nothing of what stands over it. */
type Case = Evidence & {
  readonly user: UserFacts
  readonly channel: ChannelName
  readonly verdict: Verdict
}
type Look = (given: Case) => Found

const notApplicable: Found = { state: 'not-applicable', reasons: [] }

const byReach: Readonly<Record<Reach, WhyState>> = {
  reachable: 'clear',
  'at-risk': 'doubt',
  blocked: 'stops',
  absent: 'stops',
  unknown: 'unknown',
}

type Effects = Readonly<Partial<Record<ReasonCode, WhyState>>>
const order: readonly WhyState[] = ['stops', 'doubt', 'unknown', 'clear']

/** The reasons among these that a step knows, and the worst that one of them means there. */
const among = (reasons: readonly Reason[], effects: Effects): Found => {
  const found = reasons.flatMap((reason) => {
    const state = effects[reason.code]
    return state === undefined ? [] : [{ state, reason }]
  })
  const state = order.find((one) => found.some((each) => each.state === one)) ?? 'clear'
  return { state, reasons: found.map(({ reason }) => reason) }
}

/** As `among`; nothing stops a channel there whose verdict says that something may arrive. */
const amongVerdict = (
  { reach, reasons }: Verdict,
  effects: Effects,
  isOfStep: (reason: Reason) => boolean = () => true,
): Found => {
  const found = among(reasons.filter(isOfStep), effects)
  const isStopped = reach === 'blocked' || reach === 'absent'
  return found.state === 'stops' && !isStopped ? { ...found, state: byReach[reach] } : found
}

const environment: Look = ({ user, channel, circumstances }) => {
  const { stage, switchedOff } = circumstances
  const at = 'environment'
  const switches: readonly Reason[] = switchedOff.told
    ? switchedOff.value.includes(channel)
      ? [{ code: 'switched-off', field: at }]
      : []
    : // A platform that has no switches has none that are off.
      switchedOff.why === 'platform'
      ? []
      : [{ code: 'switches-not-told', field: at, detail: switchedOff.why }]
  const reasons: readonly Reason[] = [
    ...switches,
    ...notesOn(user),
    ...(stage === 'test' ? [{ code: 'test-environment', field: at } as const] : []),
  ]
  return among(reasons, {
    'switched-off': 'stops',
    'switches-not-told': 'unknown',
    'only-an-id': 'doubt',
    'never-completed': 'doubt',
    // Said, because people look in the wrong one; whoever means this one is right.
    'test-environment': 'clear',
  })
}

const isOfSuppression = ({ field: path }: Reason) => path === 'channels.email.suppression'
const isOfConnection = ({ field: path }: Reason) => path.startsWith('channels.slack.connection')
const isOfAddress = (reason: Reason) => !isOfSuppression(reason) && !isOfConnection(reason)

const address: Look = ({ channel, verdict }) =>
  channel === 'push' || channel === 'webPush'
    ? notApplicable
    : amongVerdict(
        verdict,
        {
          'address-present': 'clear',
          'destination-present': 'clear',
          'no-address': 'stops',
          'no-destination': 'stops',
          'destination-malformed': 'stops',
          'address-malformed': 'stops',
          'address-dotless': 'doubt',
          'number-impossible': 'stops',
          'number-not-e164': 'stops',
          'number-american': 'clear',
          'number-invalid': 'doubt',
          'line-takes-no-sms': 'doubt',
          'field-unreadable': 'unknown',
          'slack-not-told': 'unknown',
        },
        isOfAddress,
      )

const suppression: Look = ({ channel, verdict }) =>
  channel === 'email'
    ? amongVerdict(
        verdict,
        {
          'field-unreadable': 'unknown',
          'suppressed-bounce': 'stops',
          'suppressed-complaint': 'stops',
          'suppression-stale': 'stops',
          'complaint-stale': 'stops',
          'suppression-not-told': 'unknown',
        },
        isOfSuppression,
      )
    : notApplicable

const choice: Look = ({ channel, preferences }) =>
  preferences.told
    ? among(
        choicesOn(channel, preferences.value).map(({ reason }) => reason),
        { 'opted-out': 'stops', 'opted-out-of-some': 'doubt', 'opted-out-of-all': 'doubt' },
      )
    : { state: 'unknown', reasons: [] }

const device: Look = ({ channel, verdict }) => {
  if (channel === 'email' || channel === 'sms') return notApplicable
  if (channel === 'slack')
    return amongVerdict(
      verdict,
      {
        'destination-without-connection': 'stops',
        'connection-failed': 'stops',
        'no-access-token': 'stops',
        'scope-missing': 'stops',
        'connection-lapses': 'doubt',
        'connection-lapsed': 'stops',
        'webhook-elsewhere': 'stops',
        'connection-not-told': 'unknown',
        'slack-not-told': 'unknown',
        'field-unreadable': 'unknown',
      },
      (reason) => isOfConnection(reason) || reason.code === 'slack-not-told',
    )
  // Where nothing is against it, what is not told is not well either.
  const isUntold =
    verdict.reach === 'reachable' && verdict.reasons.some(({ code }) => code.endsWith('-not-told'))
  return { state: isUntold ? 'unknown' : byReach[verdict.reach], reasons: verdict.reasons }
}

const byStatus: Readonly<Record<ActivityStatus, readonly [ReasonCode, WhyState]>> = {
  pending: ['last-pending', 'doubt'],
  sent: ['last-sent', 'clear'],
  delivered: ['last-delivered', 'clear'],
  seen: ['last-delivered', 'clear'],
  failed: ['last-failed', 'stops'],
  skipped: ['last-skipped', 'stops'],
  other: ['last-unrecognised', 'unknown'],
}

const field = 'activity'

const dayMs = 86_400_000

const deliveries: Look = ({ channel, activity, circumstances: { now } }) => {
  if (!activity.told)
    return {
      state: 'unknown',
      reasons: [{ code: 'activity-not-told', field, detail: activity.why }],
    }
  const { rows, isWhole } = activity.value
  const last = rows.find((one) => isAbout(one.channel, channel))
  if (last !== undefined) {
    const [code, state] = byStatus[last.status]
    // Taken up, and never handed to anybody: trouble of the platform or its channel (Notiflows §8).
    const days = last.at === null ? 0 : Math.floor((now - Date.parse(last.at)) / dayMs)
    if (last.status === 'pending' && days > 0)
      return { state, reasons: [{ code: 'pending-for-long', field, detail: days }] }
    return { state, reasons: [{ code, field, detail: last.failure?.code ?? last.statusRaw }] }
  }
  return isWhole
    ? { state: 'doubt', reasons: [{ code: 'nothing-sent', field }] }
    : { state: 'unknown', reasons: [{ code: 'nothing-among', field, detail: rows.length }] }
}

const looks: Readonly<Record<WhyStep['step'], Look>> = {
  environment,
  address,
  suppression,
  choice,
  device,
  deliveries,
}

/**
 * The first thing that stops it, or else the first that casts doubt, even where the last message arrived
 * all the same. What the platform does not tell is never counted as well, unless a message arrived.
 */
const conclude = (steps: readonly WhyStep[]): WhyConclusion => {
  const first = (state: WhyState) => steps.find((step) => step.state === state)?.step ?? null
  const stop = first('stops')
  if (stop !== null) return { code: 'stopped', step: stop }
  const doubt = first('doubt')
  if (doubt !== null) return { code: 'doubtful', step: doubt }
  const arrived = steps.some(({ reasons }) => reasons.some(({ code }) => code === 'last-delivered'))
  if (arrived) return { code: 'nothing-against', step: 'deliveries' }
  const unknown = first('unknown')
  return { code: unknown === null ? 'nothing-against' : 'not-known', step: unknown }
}

const mostShown = 5

/**
 * Why somebody did not get something on a channel: every step in its order, and one conclusion. Pure and
 * total. Rules: contracts NotificationAPI §10 and Notiflows §8.
 */
export const explain = (user: UserFacts, channel: ChannelName, evidence: Evidence): Why => {
  const verdict = judgeChannel(channel, user, {
    ...evidence.circumstances,
    switchedOff: untold('platform'),
    preferences: undefined,
  })
  const given = { ...evidence, user, channel, verdict }
  const steps = whySteps.map((step): WhyStep => {
    const { state, reasons } = looks[step](given)
    return { step, state, reasons }
  })
  const rows = evidence.activity.told ? evidence.activity.value.rows : []
  return {
    channel,
    steps,
    conclusion: conclude(steps),
    last: rows.filter((one) => isAbout(one.channel, channel)).slice(0, mostShown),
  }
}
