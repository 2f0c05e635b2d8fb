import type { DeviceFacts } from '#src/domain/user.ts'

// Firebase's tokens have some 140 characters and begin with an installation id of 11, which apps have been
// known to send in their place.
const shortest = 16

/**
 * The form of a push token. Apple's are bytes in hexadecimal, 32 of them today and "of variable length"
 * (UIKit, `didRegisterForRemoteNotificationsWithDeviceToken`). Read where tokens still are: behind
 * translation there are only fingerprints.
 */
export const tokenFormOf = (token: string): DeviceFacts['tokenForm'] => {
  if (/^(?:[\da-f]{2}){32,}$/iu.test(token)) return 'apns'
  return token.trim().length < shortest || /^\[object \w+\]$/u.test(token) ? 'malformed' : 'other'
}
