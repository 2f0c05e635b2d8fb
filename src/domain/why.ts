import type { Activity } from '#src/domain/activity.ts'
import type { ChannelName, Reason } from '#src/domain/reach.ts'

/**
 * What is looked at, in this order, to find why somebody did not get something on a channel: whether
 * this is the environment, whether there is an address, whether the platform blocks it, whether the
 * person opted out, whether their devices, browsers or workspace can be used, and what came of the
 * last messages.
 */
export const whySteps = [
  'environment',
  'address',
  'suppression',
  'choice',
  'device',
  'deliveries',
] as const
export type WhyStepName = (typeof whySteps)[number]

/**
 * `clear`: nothing against it. `stops`: nothing arrives because of this. `doubt`: it may not arrive
 * because of this. `unknown`: the platform did not tell. `not-applicable`: this channel has no such step.
 */
export type WhyState = 'clear' | 'stops' | 'doubt' | 'unknown' | 'not-applicable'

export type WhyStep = {
  readonly step: WhyStepName
  readonly state: WhyState
  readonly reasons: readonly Reason[]
}

/**
 * `stopped`: `step` is why. `doubtful`: `step` may be why. `not-known`: nothing is against it in what
 * the platform tells, and it does not tell all. `nothing-against`: everything was told, and is well, or
 * the last message arrived and nothing casts doubt.
 */
export type WhyConclusion = {
  readonly code: 'stopped' | 'doubtful' | 'not-known' | 'nothing-against'
  readonly step: WhyStepName | null
}

export type Why = {
  readonly channel: ChannelName
  readonly steps: readonly WhyStep[]
  readonly conclusion: WhyConclusion
  /** The last messages on this channel that the conclusion rests on, newest first, five at most. */
  readonly last: readonly Activity[]
}
