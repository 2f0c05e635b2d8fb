import type { Stage } from '#src/domain/environment.ts'
import type { ChannelName, Verdict } from '#src/domain/reach.ts'
import type { User, UserFacts } from '#src/domain/user.ts'

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
}

/**
 * Turns what a platform told about a user into a user with a verdict on every channel. Pure and total:
 * it never throws, whatever the strings inside hold.
 */
export const judge = (user: UserFacts, circumstances: Circumstances): User => {
  const under = <T extends Verdict>(channel: ChannelName, verdict: T): T =>
    underChoices(channel, verdict, circumstances)
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
      email: under('email', judgeEmail(user)),
      sms: under('sms', judgeSms(user)),
      push: under('push', judgePush(user, circumstances)),
      webPush: under('webPush', judgeWebPush(user)),
      slack: under('slack', judgeSlack(user)),
    },
    notes: notesOn(user, circumstances.lastSeen),
  }
}
