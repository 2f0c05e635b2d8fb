import type { DeviceFacts } from '#src/domain/user.ts'

/**
 * The form of a push token. Apple's are bytes in hexadecimal, 32 of them today and "of variable length"
 * (UIKit, `didRegisterForRemoteNotificationsWithDeviceToken`). Read where tokens still are: behind
 * translation there are only fingerprints.
 */
export const tokenFormOf = (token: string): DeviceFacts['tokenForm'] =>
  /^(?:[\da-f]{2}){32,}$/iu.test(token) ? 'apns' : 'other'
