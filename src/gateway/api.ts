import type { ActivityPage } from '#src/domain/activity.ts'
import type { Environment } from '#src/domain/environment.ts'
import type { Json } from '#src/domain/json.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { Preference, TopicSubscription } from '#src/domain/preferences.ts'
import type { Problem } from '#src/domain/problem.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import type { Told, ToldList, Untold } from '#src/domain/told.ts'
import type { Fingerprint, User } from '#src/domain/user.ts'
import type { Why } from '#src/domain/why.ts'

// What the gateway answers, as types alone: the web imports these and nothing else of the gateway.

export type { Problem } from '#src/domain/problem.ts'

/** `GET /healthz` */
export type HealthAnswer = { readonly status: 'ok' }

/** `GET /api/environments`. With `privacy.mask`, every email address and phone number comes masked. */
export type EnvironmentsAnswer = {
  readonly environments: readonly Environment[]
  readonly privacy: { readonly mask: boolean }
}

/** `GET /api/environments/{env}/settings`: the channels that are switched off for everybody in it. */
export type SettingsAnswer = { readonly switchedOff: Told<readonly ChannelName[]> }

/**
 * `GET /api/environments/{env}/users`, with any of: `limit`, `after` or `before` (cursors); `createdAfter`,
 * `createdBefore`, `seenAfter`, `seenBefore` (instants, the first of a range included, the last not);
 * `reach=email:blocked|at-risk,push:at-risk` (all the channels, any reach of each); `device=ios|android`
 * (any platform of a device); `email=` (whatever its case) and `phone=` (whatever its spacing). What the environment's list does not tell is refused
 * (`/problems/unanswerable-filter`). Cursors hold under any filters. A user's `attributes` carry at most 4 KiB here; where fields
 * were left out, the key `…` says how many. The detail has them all.
 */
export type UsersAnswer = UserPage<User>

/**
 * `GET /api/environments/{env}/user?id=` and `GET /api/environments/{env}/users/{id}`. `raw` is the
 * platform's record with every secret replaced by its fingerprint. `preferences` are at most a
 * thousand, `subscriptions` the first hundred topics; `gaps` say what is left out. `compared`: among how
 * many users of the environment, this one included, others with the same address, number or device were
 * looked for.
 */
export type UserAnswer = {
  readonly user: User
  readonly raw: Json
  readonly preferences: ToldList<Preference>
  readonly subscriptions: ToldList<TopicSubscription>
  readonly compared: number
}

/**
 * `GET /api/environments/{env}/user/why?id=&channel=`: the steps to why something did not reach one
 * user on one channel, in order, and what follows from them.
 */
export type WhyAnswer = Why

/**
 * `POST /api/environments/{env}/find` with `{ "text": … }`, a raw push token or web push endpoint, an
 * email address or a phone number: who has it among the users that were loaded since Rollcall started,
 * the last hundred thousand of each environment. What was asked for never comes back; `fingerprint` is
 * that of the text, as it stands beside devices.
 */
export type FindAnswer = {
  readonly fingerprint: Fingerprint
  /** How many users were looked through. */
  readonly among: number
  /** Their ids, a hundred at most. */
  readonly users: readonly string[]
}

/**
 * `POST /api/environments/{env}/reveal` with `{ "id": …, "field": "email" | "phone" }`: that one value
 * in clear, read afresh, whether `privacy.mask` is set or not. Leaves a line in the audit log, and is
 * refused where none can be written (503, `/problems/audit-unavailable`).
 */
export type RevealAnswer = { readonly value: string | null }

/**
 * `GET /api/environments/{env}/export` with the filters of `GET …/users`: everybody who matches, as a file of
 * CSV that is written while it is read. `format=csv`, the only one. `columns=user,email,_plan` (ids of columns,
 * `_` before an attribute's key, each percent-encoded) for those fields, else every field. Safe for spreadsheets:
 * a byte order mark, every cell quoted, and an apostrophe before what would be a formula; `raw=1` for plain
 * RFC 4180. Instants are ISO 8601 in UTC. Masked where `privacy.mask` is set. One at a time: a second is refused
 * (429, `/problems/export-running`). Leaves a line in the audit log when it begins and when it ends, and is
 * refused where none can be written (503). What cannot be read to its end breaks off: the transfer ends with an
 * error, and never as a shorter file.
 *
 * `GET /api/environments/{env}/export/progress` says how far the export of the environment is, or how the last one ended. Its
 * `id` is the `x-request-id` of the file's answer.
 */
export type ExportAnswer = { readonly export: ExportProgress | null }
export type ExportProgress = {
  readonly id: string
  /** `stopped` by whoever asked. Only a `complete` one is whole. */
  readonly state: 'running' | 'complete' | 'stopped' | 'broken-off'
  /** How many users were looked at, and how many of them written. */
  readonly scanned: number
  readonly written: number
  /** Records without a usable id, which are in no list. */
  readonly leftOut: number
  /** Why it was broken off. */
  readonly problem: Problem | null
}

/**
 * `GET /api/environments/{env}/user/activity?id=&limit=&after=` and
 * `GET /api/environments/{env}/users/{id}/activity?limit=&after=`: what was sent to one user, newest
 * first, or why that is not told. `limit` 1 to 100, default 25. A cursor works for that user alone.
 */
export type ActivityAnswer =
  | ({ readonly told: true } & ActivityPage)
  | { readonly told: false; readonly why: Untold }
