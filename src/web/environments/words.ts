import type { PlatformName } from '#src/domain/environment.ts'

export const platformLabels: Record<PlatformName, string> = {
  notificationapi: 'NotificationAPI',
  notiflows: 'Notiflows',
}
