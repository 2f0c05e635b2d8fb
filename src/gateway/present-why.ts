import type { ChannelName } from '#src/domain/reach.ts'
import type { Told } from '#src/domain/told.ts'
import type { UserDetail } from '#src/platforms/platform.ts'
import type { Circumstances } from '#src/reachability/judge.ts'
import { explain, type Lately } from '#src/reachability/why.ts'

import type { WhyAnswer } from './api.ts'
import { presentOne } from './present-activity.ts'
import { presentReason } from './present-channels.ts'

/** Why somebody was not reached on a channel, field by field as everything that leaves. */
export const presentWhy = (
  { user, preferences }: UserDetail,
  channel: ChannelName,
  circumstances: Circumstances,
  activity: Told<Lately>,
): WhyAnswer => {
  const why = explain(user, channel, { circumstances, preferences, activity })
  return {
    channel: why.channel,
    steps: why.steps.map(({ step, state, reasons }) => ({
      step,
      state,
      reasons: reasons.map(presentReason),
    })),
    conclusion: { code: why.conclusion.code, step: why.conclusion.step },
    last: why.last.map(presentOne),
  }
}
