import type { Channel, NotificationapiEnvironment } from '#src/emulator/environments.ts'
import { isoMilliseconds, seconds } from '#src/emulator/instants.ts'
import { hashText, type Dice } from '#src/emulator/random/dice.ts'

import { logPrefix, type Kind } from './kinds.ts'
import type { PushToken, User } from './wire.ts'

/** A `Log` (§3): which of its many fields there are depends on what happened. */
export type Log = {
  readonly trackingId: string
  readonly received_at: string
  readonly [field: string]: string | number
}

export type Sending = {
  readonly trackingId: string
  readonly accountId: string
  readonly environment: NotificationapiEnvironment
  readonly kind: Kind
  readonly user: User
  /** Epoch ms. */
  readonly at: number
  readonly isOff: (channel: Channel) => boolean
  /** Whether the platform may have had reasons of its own not to send, as it has now and then. */
  readonly isRoutedAway: boolean
  readonly dice: Dice
}

/** What the platform noted when it sent one notification to one person, channel by channel. */
export const describeSending = (sending: Sending): Log => {
  const { trackingId, accountId, environment, kind, user, at } = sending
  return {
    trackingId,
    accountId,
    type: kind.id,
    envId: environment.clientId,
    clientId: environment.clientId,
    user_id: user.id,
    ...(user.email === undefined ? {} : { user_email: user.email }),
    ...(user.number === undefined ? {} : { user_number: user.number }),
    received_at: isoMilliseconds(at),
    processed_at: isoMilliseconds(at + 180),
    ...Object.fromEntries(kind.channels.flatMap((channel) => onChannel(channel, sending))),
  }
}

/** Of 250 sendings on a channel one has each of these routings (§3), and nothing is sent, or not yet. */
const otherRoutings = ['OFF', 'BATCH', 'IGNORE', 'SCHEDULE', 'THROTTLED', 'DEDUPLICATED'] as const

type Fields = [field: string, value: string][]

const onChannel = (channel: Channel, sending: Sending): Fields => {
  const prefix = logPrefix[channel]
  const ignored = (reason: string): Fields => [
    [`${prefix}_routing`, 'IGNORE'],
    [`${prefix}_routing_reason`, reason],
  ]
  if (sending.environment.disableSending.includes(channel)) return ignored('IGNORE_BY_ENVIRONMENT')
  if (sending.isOff(channel)) return ignored('IGNORE_BY_PREFERENCES')
  if (sending.isRoutedAway) {
    const word = otherRoutings[hashText(`${sending.trackingId} ${channel}`) % 250]
    if (word === 'IGNORE') return ignored('IGNORE_BY_DEFAULT_DELIVERY')
    if (word !== undefined) return [[`${prefix}_routing`, word]]
  }
  const outcome = outcomes[channel](sending)
  return [
    [`${prefix}_routing`, 'SEND'],
    ...outcome.map(([field, value]): Fields[number] => [`${prefix}_${field}`, value]),
  ]
}

const sent = ({ at }: Sending): Fields => [
  ['sent_at', isoMilliseconds(at + 400)],
  ['delivered_at', isoMilliseconds(at + 2600)],
]
const failed = ({ at }: Sending, code: string, ...more: Fields): Fields => [
  ['failed_at', isoMilliseconds(at + 500)],
  ['failed_code', code],
  ...more,
]

const onEmail = (sending: Sending): Fields => {
  const { user, at } = sending
  if (user.email === undefined) return failed(sending, 'NO_ADDRESS')
  const status = user.emailSuppressionStatus
  if (status === undefined) return sent(sending)
  const since = 'timestamp' in status.details ? Date.parse(status.details.timestamp) : 0
  // Mail that went out before the address was blocked had arrived, as far as anybody knew.
  if (at + seconds(1) < since) return sent(sending)
  const code = status.reason === 'Bounce' ? 'SUPPRESSED_BOUNCE' : 'SUPPRESSED_COMPLAINT'
  const recipient: Fields = [['failed_recipient', user.email]]
  const diagnostic =
    'bouncedRecipients' in status.details
      ? status.details.bouncedRecipients[0]?.diagnosticCode
      : undefined
  if (diagnostic !== undefined) recipient.push(['failed_diagnostic_code', diagnostic])
  return failed(sending, code, ...recipient)
}

/** A token for Apple's other gateway: the fault of a debug build, or of a forgotten field (§10). */
const isForOtherGateway = ({ type, environment }: PushToken, stage: 'production' | 'test') =>
  type === 'APN' && (environment === 'production') !== (stage === 'production')

const onPush = (sending: Sending): Fields => {
  const { user, environment } = sending
  const tokens = user.pushTokens ?? []
  if (tokens.length === 0) return failed(sending, 'NO_ADDRESS')
  const bad = tokens.find((token) => isForOtherGateway(token, environment.stage))
  const good = tokens.find((token) => !isForOtherGateway(token, environment.stage))
  return [
    ...(good === undefined ? [] : [...sent(sending), ['sent_token', good.token] as Fields[number]]),
    ...(bad === undefined ? [] : failed(sending, 'INVALID_APN_TOKEN', ['failed_token', bad.token])),
  ]
}

const onWebPush = (sending: Sending): Fields => {
  const [first] = sending.user.webPushTokens ?? []
  if (first === undefined) return failed(sending, 'NO_ADDRESS')
  return sending.dice.chance(8)
    ? failed(sending, 'UNSUBSCRIBED_OR_EXPIRED', ['failed_token', first.sub.endpoint])
    : sent(sending)
}

const onSms = (sending: Sending): Fields => {
  const { number } = sending.user
  if (number === undefined) return failed(sending, 'NO_ADDRESS')
  return /^\+\d{7,15}$/.test(number) ? sent(sending) : failed(sending, 'INVALID_PHONE_NUMBER')
}

const onSlack = (sending: Sending): Fields => {
  const { slackChannel, slackToken } = sending.user
  if (slackChannel === undefined) return failed(sending, 'NO_ADDRESS')
  if (slackToken === undefined || !slackToken.ok) return failed(sending, 'INVALID_AUTH')
  if (slackToken.expires_in !== undefined && slackToken.refresh_token === undefined) {
    return failed(sending, 'TOKEN_EXPIRED')
  }
  return sending.dice.chance(10)
    ? failed(
        sending,
        sending.dice.pick(['CHANNEL_NOT_FOUND', 'NOT_IN_CHANNEL', 'CHANNEL_ARCHIVED']),
      )
    : sent(sending)
}

/** The feed is the platform's own: only the plan can stand in the way. */
const onInApp = (sending: Sending): Fields =>
  hashText(sending.trackingId) % 60 === 0 ? failed(sending, 'USAGE_LIMIT') : sent(sending)

const outcomes: Readonly<Record<Channel, (sending: Sending) => Fields>> = {
  EMAIL: onEmail,
  INAPP_WEB: onInApp,
  SMS: onSms,
  CALL: onSms,
  PUSH: onPush,
  WEB_PUSH: onWebPush,
  SLACK: onSlack,
}
