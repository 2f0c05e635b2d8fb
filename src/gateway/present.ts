import type { Environment } from '#src/domain/environment.ts'
import type { UserPage } from '#src/domain/page.ts'
import type { ChannelName, Reason } from '#src/domain/reach.ts'
import { told, type Told, untold } from '#src/domain/told.ts'
import type { User, UserFacts } from '#src/domain/user.ts'
import type { UserDetail } from '#src/platforms/platform.ts'
import { type Circumstances, judge } from '#src/reachability/judge.ts'

import type { EnvironmentsAnswer, SettingsAnswer, UserAnswer, UsersAnswer } from './api.ts'
import { mintCursor } from './cursor.ts'
import { clampDepth, clampFields, cutAttributes } from './json-limits.ts'
import { presentList, presentPreference, presentTopic } from './present-activity.ts'
import { presentChannels, presentReason } from './present-channels.ts'

// Answers are built field by field: what is not named here cannot leave.

export const presentEnvironment = (environment: Environment): Environment => ({
  id: environment.id,
  name: environment.name,
  stage: environment.stage,
  platform: environment.platform,
  emulated: environment.emulated,
  capabilities: {
    createdRange: environment.capabilities.createdRange,
    previousPage: environment.capabilities.previousPage,
    devices: environment.capabilities.devices,
    order: environment.capabilities.order,
    lastSeen: environment.capabilities.lastSeen,
    suppression: environment.capabilities.suppression,
    slack: environment.capabilities.slack,
    names: environment.capabilities.names,
    nationalNumbers: environment.capabilities.nationalNumbers,
    skipsSilently: environment.capabilities.skipsSilently,
  },
})

export const presentEnvironments = (
  environments: readonly Environment[],
  mask: boolean,
): EnvironmentsAnswer => ({
  environments: environments.map(presentEnvironment),
  privacy: { mask },
})

/** The switches of an environment as the API answers them. */
export const presentSettings = (switchedOff: Told<readonly ChannelName[]>): SettingsAnswer => ({
  switchedOff: switchedOff.told ? told([...switchedOff.value]) : untold(switchedOff.why),
})

const presentUser = (
  facts: UserFacts,
  attributes: User['attributes'],
  circumstances: Circumstances,
): User => {
  const user = judge(facts, circumstances)
  return {
    environment: user.environment,
    id: user.id,
    platformId: user.platformId,
    name: user.name,
    avatarUrl: user.avatarUrl,
    email: user.email,
    phone: user.phone,
    locale: user.locale,
    timezone: user.timezone,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    lastSeenAt: user.lastSeenAt,
    attributes,
    malformed: user.malformed,
    channels: presentChannels(user.channels),
    notes: user.notes,
  }
}

/** A page of a platform as the API answers it, its positions wrapped into cursors of this environment. */
export const presentUsers = (
  environment: string,
  found: UserPage<UserFacts>,
  circumstances: Circumstances,
): UsersAnswer => {
  const cursor = (direction: 'after' | 'before') => {
    const position = found.page[direction]
    return position === null || position === ''
      ? null
      : mintCursor(environment, direction, position)
  }
  return {
    users: found.users.map((facts) =>
      presentUser(facts, cutAttributes(facts.attributes), circumstances),
    ),
    page: { after: cursor('after'), before: cursor('before') },
    coverage: {
      scanned: found.coverage.scanned,
      matched: found.coverage.matched,
      complete: found.coverage.complete,
    },
    warnings: found.warnings.map(({ code, count }) => ({ code, count })),
  }
}

const withNotes = (user: User, notes: readonly Reason[]): User => ({
  ...user,
  notes: [...notes.map(presentReason), ...user.notes],
})

/** One user whole; `shared`, what is known of others beside what their own record says. */
export const presentDetail = (
  detail: UserDetail,
  circumstances: Circumstances,
  shared: readonly Reason[] = [],
  compared = 0,
): UserAnswer => ({
  user: withNotes(
    presentUser(detail.user, clampFields(detail.user.attributes), {
      ...circumstances,
      preferences: detail.preferences,
    }),
    shared,
  ),
  raw: clampDepth(detail.raw),
  preferences: presentList(detail.preferences, presentPreference),
  subscriptions: presentList(detail.subscriptions, presentTopic),
  compared,
})
