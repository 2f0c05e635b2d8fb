import type { User, UserFacts } from '#src/domain/user.ts'

import { judgeEmail } from './email.ts'
import { judgePush } from './push.ts'
import { judgeSlack } from './slack.ts'
import { judgeSms } from './sms.ts'
import { judgeWebPush } from './web-push.ts'

/**
 * Turns what a platform told about a user into a user with a verdict on every channel. Pure and total:
 * it never throws, whatever the strings inside hold.
 */
export const judge = (user: UserFacts): User => ({
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
    email: judgeEmail(user),
    sms: judgeSms(user),
    push: judgePush(user),
    webPush: judgeWebPush(user),
    slack: judgeSlack(user),
  },
})
