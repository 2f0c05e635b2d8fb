import type { PlatformName } from '#src/domain/environment.ts'

/** What the platforms call themselves. */
export const platformLabels: Record<PlatformName, string> = {
  notificationapi: 'NotificationAPI',
  notiflows: 'Notiflows',
}
