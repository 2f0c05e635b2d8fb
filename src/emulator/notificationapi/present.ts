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

/** A user on the wire, where a field may also be null. */
export type WireUser = { readonly [Field in keyof User]: User[Field] | null }

const allNull: Readonly<Record<string, null>> = Object.fromEntries(
  optionalFields.map((field) => [field, null]),
)

/** A user as it is written on the wire: fields without a value omitted (§11), or null by the switch. */
export const presentUser = (
  user: User,
  { unset }: Pick<NotificationapiSwitches, 'unset'>,
): WireUser => (unset === 'omitted' ? user : { ...allNull, ...user })
