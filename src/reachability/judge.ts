import type { NationalNumbers, Stage } from '#src/domain/environment.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import type { Channels, User, UserFacts } from '#src/domain/user.ts'

import { type Choices, underChoices } from './choices.ts'
import { judgeEmail } from './email.ts'
import { notesOn } from './person.ts'
import { judgePush } from './push.ts'
import { judgeSlack } from './slack.ts'
import { judgeSms } from './sms.ts'
import { judgeWebPush } from './web-push.ts'

/** What a verdict rests on besides the user's own record. */
export type Circumstances = Choices & {
  readonly stage: Stage
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Whether the platform tells when somebody was last seen. */
  readonly lastSeen: boolean
  /** Which numbers the platform takes that are not E.164. */
  readonly nationalNumbers: NationalNumbers
  /** Whether a push without a device is skipped, and nothing shows that it was (contract Notiflows §8). */
  readonly skipsSilently: boolean
}

const judges: {
  readonly [C in ChannelName]: (user: UserFacts, circumstances: Circumstances) => Channels[C]
} = {
  email: judgeEmail,
  sms: judgeSms,
  push: judgePush,
  webPush: judgeWebPush,
  slack: judgeSlack,
}

/** The verdict on one channel: the one that `judge` gives, without the cost of the others. */
export const judgeChannel = <C extends ChannelName>(
  channel: C,
  user: UserFacts,
  circumstances: Circumstances,
): Channels[C] => underChoices(channel, judges[channel](user, circumstances), circumstances)

/**
 * Turns what a platform told about a user into a user with a verdict on every channel. Pure and total:
 * it never throws, whatever the strings inside hold.
 */
export const judge = (user: UserFacts, circumstances: Circumstances): User => {
  const on = <C extends ChannelName>(channel: C) => judgeChannel(channel, user, circumstances)
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
    attributes: user.attributes,
    malformed: user.malformed,
    channels: {
      email: on('email'),
      sms: on('sms'),
      push: on('push'),
      webPush: on('webPush'),
      slack: on('slack'),
    },
    notes: notesOn(user),
  }
}
