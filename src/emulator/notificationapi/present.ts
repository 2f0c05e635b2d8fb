import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import type { User } from './wire.ts'

const optionalFields = [
  'email',
  'number',
  'pushTokens',
  'webPushTokens',
  'timezone',
  'slackChannel',
  'slackToken',
  'lastSeenTime',
  'updatedAt',
  'createdAt',
  'emailSuppressionStatus',
] as const satisfies readonly (keyof User)[]

const allNull = Object.fromEntries(optionalFields.map((field) => [field, null]))

/** A user as it is written on the wire: fields without a value omitted (§11), or null by the switch. */
export const presentUser = (user: User, { unset }: Pick<NotificationapiSwitches, 'unset'>): User =>
  unset === 'omitted' ? user : { ...allNull, ...user }
