import type { Activity, ActivityPage } from '#src/domain/activity.ts'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import { type Gaps, type Told, toldList, type ToldList, untold } from '#src/domain/told.ts'

import type { ActivityAnswer } from './api.ts'
import { activityOf, mintCursor } from './cursor.ts'
import { presentFingerprint } from './present-channels.ts'

// Field by field, as everything that leaves.

const presentGaps = ({ unreadable, firstOnly }: Gaps): Gaps => ({ unreadable, firstOnly })

export const presentList = <T, U>(answer: ToldList<T>, present: (entry: T) => U): ToldList<U> =>
  answer.told ? toldList(answer.value.map(present), presentGaps(answer.gaps)) : untold(answer.why)

export const presentPreference = (preference: Preference): Preference => ({
  notification: preference.notification,
  name: preference.name,
  channel: preference.channel,
  enabled: preference.enabled,
  delivery: preference.delivery,
})

export const presentTopic = (subscription: TopicSubscription): TopicSubscription => ({
  topic: subscription.topic,
  since: subscription.since,
  malformed: subscription.malformed,
})

const presentFailure = (failure: NonNullable<Activity['failure']>): Activity['failure'] => ({
  code: failure.code,
  recipient: failure.recipient,
  diagnostic: failure.diagnostic,
  device: failure.device === null ? null : presentFingerprint(failure.device),
})

export const presentOne = (activity: Activity): Activity => ({
  id: activity.id,
  at: activity.at,
  channel: activity.channel,
  status: activity.status,
  statusRaw: activity.statusRaw,
  notification: activity.notification,
  topic: activity.topic,
  sentAt: activity.sentAt,
  deliveredAt: activity.deliveredAt,
  seenAt: activity.seenAt,
  failedAt: activity.failedAt,
  failure: activity.failure === null ? null : presentFailure(activity.failure),
  malformed: activity.malformed,
})

/** What was sent to one user, the platform's position wrapped into a cursor of this environment and user. */
export const presentActivity = (
  environment: string,
  user: string,
  found: Told<ActivityPage>,
): ActivityAnswer => {
  if (!found.told) return { told: false, why: found.why }
  const { activity, page, gaps } = found.value
  const isEnd = page.after === null || page.after === ''
  return {
    told: true,
    activity: activity.map(presentOne),
    page: { after: isEnd ? null : mintCursor(environment, activityOf(user), page.after ?? '') },
    gaps: presentGaps(gaps),
  }
}
