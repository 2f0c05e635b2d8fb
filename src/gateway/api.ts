import type { ActivityPage } from '#src/domain/activity.ts'
import type { Environment } from '#src/domain/environment.ts'
import type { Json } from '#src/domain/json.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import type { Told, Untold } from '#src/domain/told.ts'
import type { User } from '#src/domain/user.ts'

// What the gateway answers, as types alone: the web imports these and nothing else of the gateway.

export type { Problem } from '#src/domain/problem.ts'

/** `GET /healthz` */
export type HealthAnswer = { readonly status: 'ok' }

/** `GET /api/environments` */
export type EnvironmentsAnswer = { readonly environments: readonly Environment[] }

/** `GET /api/environments/{env}/settings`: the channels that are switched off for everybody in it. */
export type SettingsAnswer = { readonly switchedOff: Told<readonly ChannelName[]> }

/**
 * `GET /api/environments/{env}/users`. A user's `attributes` carry at most 4 KiB here; where fields
 * were left out, the key `…` says how many. The detail has them all.
 */
export type UsersAnswer = UserPage<User>

/**
 * `GET /api/environments/{env}/user?id=` and `GET /api/environments/{env}/users/{id}`. `raw` is the
 * platform's record with every secret replaced by its fingerprint. `subscriptions` are the first
 * hundred topics.
 */
export type UserAnswer = {
  readonly user: User
  readonly raw: Json
  readonly preferences: Told<readonly Preference[]>
  readonly subscriptions: Told<readonly TopicSubscription[]>
}

/**
 * `GET /api/environments/{env}/user/activity?id=&limit=&after=` and
 * `GET /api/environments/{env}/users/{id}/activity?limit=&after=`: what was sent to one user, newest
 * first, or why that is not told. `limit` 1 to 100, default 25. A cursor works for that user alone.
 */
export type ActivityAnswer =
  | ({ readonly told: true } & ActivityPage)
  | { readonly told: false; readonly why: Untold }
