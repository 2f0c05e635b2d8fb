import type { NotificationapiSwitches } from '#src/emulator/switches.ts'

import type { EmailSuppressionStatus, PushToken, User } from './wire.ts'

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

type Rest = Omit<User, 'id' | 'emailSuppressionStatus'>

/** A user on the wire, where a field may also be null, and the details of a suppression any object. */
export type WireUser = { readonly [Field in keyof Rest]?: Rest[Field] | null } & {
  readonly id: string
  readonly emailSuppressionStatus?: { readonly reason: string; readonly details: object } | null
}

export type PresentSwitches = Pick<
  NotificationapiSwitches,
  'unset' | 'emptyCollections' | 'suppressionDetails' | 'otherTokenEnvironment'
>

const allNull: Readonly<Record<string, null>> = Object.fromEntries(
  optionalFields.map((field) => [field, null]),
)

const whenEmpty: Readonly<
  Record<PresentSwitches['emptyCollections'], Pick<WireUser, 'pushTokens' | 'webPushTokens'>>
> = {
  omitted: {},
  list: { pushTokens: [], webPushTokens: [] },
  null: { pushTokens: null, webPushTokens: null },
}

/**
 * A user as it is written on the wire: fields without a value omitted, lists without members too (§11), the
 * details of a suppression in the shape of Amazon SES (§4); each otherwise by its switch.
 */
export const presentUser = (user: User, switches: PresentSwitches): WireUser => {
  const { unset, emptyCollections, suppressionDetails, otherTokenEnvironment } = switches
  const { emailSuppressionStatus: status, pushTokens } = user
  return {
    ...(unset === 'null' ? allNull : {}),
    ...whenEmpty[emptyCollections],
    ...user,
    ...(status === undefined || suppressionDetails === 'ses'
      ? {}
      : { emailSuppressionStatus: { ...status, details: detailsOf(status, suppressionDetails) } }),
    ...(pushTokens === undefined || otherTokenEnvironment !== 'drop'
      ? {}
      : { pushTokens: pushTokens.map(withKnownEnvironment) }),
  }
}

const detailsOf = (
  { reason, details }: EmailSuppressionStatus,
  form: 'wrapped' | 'empty',
): object => {
  if (form === 'empty') return {}
  if ('bounce' in details) return details
  return reason === 'Bounce' ? { bounce: details } : { complaint: details }
}

/** Whether a token's environment is one of the two words that mean something (§4). */
export const isKnownEnvironment = (environment: string | undefined): boolean =>
  environment === undefined || environment === 'production' || environment === 'sandbox'

const withKnownEnvironment = (token: PushToken): PushToken => {
  const { environment, ...rest } = token
  return isKnownEnvironment(environment) ? token : rest
}
