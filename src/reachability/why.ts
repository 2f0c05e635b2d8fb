import { type Activity, type ActivityStatus, isAbout } from '#src/domain/activity.ts'
import type { Preference } from '#src/domain/preferences.ts'
import type { ChannelName, Reach, Reason, ReasonCode } from '#src/domain/reach.ts'
import type { Told } from '#src/domain/told.ts'
import type { User } from '#src/domain/user.ts'
import {
  type Why,
  type WhyConclusion,
  type WhyState,
  type WhyStep,
  whySteps,
} from '#src/domain/why.ts'

import type { Circumstances } from './judge.ts'
import { best } from './weigh.ts'

/** What an explanation rests on besides the user. `activity` newest first, of all channels. */
export type Evidence = {
  readonly circumstances: Pick<Circumstances, 'stage' | 'switchedOff'>
  readonly preferences: Told<readonly Preference[]>
  readonly activity: Told<readonly Activity[]>
}

type Found = { readonly state: WhyState; readonly reasons: readonly Reason[] }
type Look = (user: User, channel: ChannelName, evidence: Evidence) => Found

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

const environment: Look = ({ notes }, channel, { circumstances }) => {
  const { stage, switchedOff } = circumstances
  const isOff = switchedOff.told && switchedOff.value.includes(channel)
  const reasons: readonly Reason[] = [
    ...(isOff ? [{ code: 'switched-off', field: 'environment' } as const] : []),
    ...notes,
    ...(stage === 'test' ? [{ code: 'test-environment', field: 'environment' } as const] : []),
  ]
  return among(reasons, {
    'switched-off': 'stops',
    'only-an-id': 'doubt',
    'never-completed': 'doubt',
    // Said, because people look in the wrong one; whoever means this one is right.
    'test-environment': 'clear',
  })
}

const isOfSuppression = ({ field: path }: Reason) => path === 'channels.email.suppression'
const isOfAddress = (reason: Reason) => !isOfSuppression(reason)

const address: Look = ({ channels }, channel) =>
  channel === 'push' || channel === 'webPush'
    ? notApplicable
    : among(channels[channel].reasons.filter(isOfAddress), {
        'address-present': 'clear',
        'destination-present': 'clear',
        'no-address': 'stops',
        'no-destination': 'stops',
        'address-malformed': 'stops',
        'address-dotless': 'doubt',
        'number-impossible': 'stops',
        'number-not-e164': 'doubt',
        'number-american': 'clear',
        'number-invalid': 'doubt',
        'line-takes-no-sms': 'doubt',
        'field-unreadable': 'unknown',
        'slack-not-told': 'unknown',
      })

const suppression: Look = ({ channels }, channel) =>
  channel === 'email'
    ? among(channels.email.reasons.filter(isOfSuppression), {
        'field-unreadable': 'unknown',
        'suppressed-bounce': 'stops',
        'suppressed-complaint': 'stops',
        'suppression-stale': 'stops',
        'complaint-stale': 'stops',
        'suppression-not-told': 'unknown',
      })
    : notApplicable

const choice: Look = ({ channels }, channel, { preferences }) =>
  preferences.told
    ? among(channels[channel].reasons, { 'opted-out': 'stops', 'opted-out-of-some': 'doubt' })
    : { state: 'unknown', reasons: [] }

const device: Look = ({ channels }, channel) => {
  if (channel === 'email' || channel === 'sms') return notApplicable
  if (channel === 'slack')
    return among(channels.slack.reasons, {
      'destination-without-connection': 'stops',
      'connection-failed': 'stops',
      'no-access-token': 'stops',
      'scope-missing': 'stops',
      'connection-lapses': 'doubt',
      'connection-not-told': 'unknown',
      'slack-not-told': 'unknown',
    })
  const verdict = channels[channel]
  const places: readonly { readonly reach: Reach }[] =
    channel === 'push' ? channels.push.devices : channels.webPush.subscriptions
  const own = new Set<ReasonCode>(['switched-off', 'opted-out', 'opted-out-of-some'])
  const reasons = verdict.reasons.filter(({ code }) => !own.has(code))
  const notTold = reasons.some(({ code }) => code.endsWith('-not-told'))
  const state = notTold ? 'unknown' : byReach[best(places.map(({ reach }) => reach))]
  return { state, reasons }
}

const byStatus: Readonly<Record<ActivityStatus, readonly [ReasonCode, WhyState]>> = {
  pending: ['last-pending', 'doubt'],
  sent: ['last-sent', 'clear'],
  delivered: ['last-delivered', 'clear'],
  seen: ['last-delivered', 'clear'],
  failed: ['last-failed', 'stops'],
  skipped: ['last-skipped', 'stops'],
  other: ['last-sent', 'unknown'],
}

const field = 'activity'

const deliveries: Look = (_user, channel, { activity }) => {
  if (!activity.told)
    return {
      state: 'unknown',
      reasons: [{ code: 'activity-not-told', field, detail: activity.why }],
    }
  const last = activity.value.find((one) => isAbout(one.channel, channel))
  if (last === undefined) return { state: 'doubt', reasons: [{ code: 'nothing-sent', field }] }
  const [code, state] = byStatus[last.status]
  return { state, reasons: [{ code, field, detail: last.failure?.code ?? last.statusRaw }] }
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
 * The first thing that stops it, or else the first that casts doubt, unless the last message arrived all
 * the same. What the platform does not tell is never counted as well.
 */
const conclude = (steps: readonly WhyStep[]): WhyConclusion => {
  const first = (state: WhyState) => steps.find((step) => step.state === state)?.step ?? null
  const stop = first('stops')
  if (stop !== null) return { code: 'stopped', step: stop }
  const arrived = steps.some(({ reasons }) => reasons.some(({ code }) => code === 'last-delivered'))
  if (arrived) return { code: 'nothing-against', step: 'deliveries' }
  const doubt = first('doubt')
  if (doubt !== null) return { code: 'doubtful', step: doubt }
  const unknown = first('unknown')
  return { code: unknown === null ? 'nothing-against' : 'not-known', step: unknown }
}

const mostShown = 5

/**
 * Why somebody did not get something on a channel: every step in its order, and one conclusion. Pure and
 * total. Rules: contracts NotificationAPI §10 and Notiflows §8.
 */
export const explain = (user: User, channel: ChannelName, evidence: Evidence): Why => {
  const steps = whySteps.map((step): WhyStep => {
    const { state, reasons } = looks[step](user, channel, evidence)
    return { step, state, reasons }
  })
  const told = evidence.activity.told ? evidence.activity.value : []
  return {
    channel,
    steps,
    conclusion: conclude(steps),
    last: told.filter((one) => isAbout(one.channel, channel)).slice(0, mostShown),
  }
}
