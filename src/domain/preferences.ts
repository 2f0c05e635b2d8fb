import type { ActivityChannel } from '#src/domain/activity.ts'

/** One choice of a person. `notification` null: it holds for all notifications. `channel` null: for all channels. */
export type Preference = {
  readonly notification: string | null
  readonly name: string | null
  readonly channel: ActivityChannel | null
  /** false: opted out. */
  readonly enabled: boolean
  /** How often, where the platform has it: instant, hourly, daily, weekly, monthly. */
  readonly delivery: string | null
}

/** A topic that the person is subscribed to. */
export type TopicSubscription = {
  readonly topic: string
  /** ISO 8601 UTC with milliseconds. */
  readonly since: string | null
  /** Fields of the platform's record that could not be read. */
  readonly malformed: readonly string[]
}
