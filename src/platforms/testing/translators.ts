import type { Json } from '#src/domain/json.ts'
import type { UserFacts } from '#src/domain/user.ts'
import type { Guard } from '#src/platforms/guard.ts'
import { createNeedles } from '#src/platforms/needles.ts'
import { createTranslator as createNotificationApi } from '#src/platforms/notificationapi/translate.ts'
import type { Settings } from '#src/platforms/notiflows/channel-settings.ts'
import { createTranslator as createNotiflows } from '#src/platforms/notiflows/translate.ts'
import type { WireRecord } from '#src/platforms/record.ts'
import { fingerprint } from '#src/platforms/testing/deps.ts'

/** `settings` are those of Notiflows; NotificationAPI has none beside the record. */
export type Translate = {
  readonly name: string
  readonly toUser: (record: WireRecord, id?: string, settings?: Settings) => UserFacts
  readonly toRaw: (record: WireRecord, settings?: Settings) => Json
  readonly guardFor: (record: WireRecord, settings?: Settings) => Guard
}

/** Both translators, for environment `e` and with these credentials; without an id it is taken as `u`. */
export function translators(...credentials: readonly string[]): {
  notificationApi: Translate
  notiflows: Translate
} {
  const make = (name: string, create: typeof createNotiflows): Translate => {
    const { toUser, ...rest } = create('e', fingerprint, createNeedles(credentials))
    return {
      name,
      toUser: (record, id = 'u', settings) => toUser(record, id, settings),
      ...rest,
    }
  }
  return {
    notificationApi: make('NotificationAPI', createNotificationApi),
    notiflows: make('Notiflows', createNotiflows),
  }
}
