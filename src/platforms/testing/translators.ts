import type { Json } from '#src/domain/json.ts'
import type { UserFacts } from '#src/domain/user.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { createTranslator as createNotificationApi } from '#src/platforms/notificationapi/translate.ts'
import { createTranslator as createNotiflows } from '#src/platforms/notiflows/translate.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'

export type Translate = {
  readonly name: string
  readonly toUser: (record: Readonly<Record<string, unknown>>) => UserFacts
  readonly toRaw: (record: Readonly<Record<string, unknown>>) => Json
}

/** Both translators, for environment `e` and with these credentials; the id is taken as `u`. */
export function translators(...credentials: readonly string[]): {
  notificationApi: Translate
  notiflows: Translate
} {
  const make = (name: string, create: typeof createNotificationApi): Translate => {
    const { toUser, toRaw } = create('e', fingerprint, createNeedles(credentials))
    return { name, toUser: (record) => toUser(record, 'u'), toRaw }
  }
  return {
    notificationApi: make('NotificationAPI', createNotificationApi),
    notiflows: make('Notiflows', createNotiflows),
  }
}
