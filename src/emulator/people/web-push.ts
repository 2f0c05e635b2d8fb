import { createECDH } from 'node:crypto'

import type { Dice } from '#src/emulator/random/dice.ts'

const endpoint = (dice: Dice): string => {
  const roll = dice.below(100)
  if (roll < 58)
    return `https://fcm.googleapis.com/fcm/send/${dice.base64(11)}:APA91b${dice.base64(134)}`
  if (roll < 76) {
    return `https://updates.push.services.mozilla.com/wpush/v2/gAAAAAB${dice.base64(180)}`
  }
  if (roll < 92) return `https://web.push.apple.com/Q${dice.base64(126)}`
  return `https://wns2-by3p.notify.windows.com/w/?token=BQYAAA${dice.base64(130)}`
}

/** A browser's push subscription, as `JSON.stringify(subscription)` gives it, less its expiry. */
export const rollSubscription = (
  dice: Dice,
): { endpoint: string; keys: { p256dh: string; auth: string } } => ({
  endpoint: endpoint(dice),
  keys: { p256dh: publicKey(dice), auth: secret(dice) },
})

const howManyPoints = 256

/** The points of P-256 that belong to the first private keys, made when the first of them is asked for. */
const createPoints = (): readonly string[] => {
  const curve = createECDH('prime256v1')
  return Array.from({ length: howManyPoints }, (_, index) => {
    const secret = Buffer.alloc(32)
    secret.writeUInt32BE(index + 1, 28)
    curve.setPrivateKey(secret)
    return curve.getPublicKey('base64url')
  })
}

let points: readonly string[] | null = null

// Real ones, which a push service and Rollcall tell from 65 bytes of anything. That people share them does
// no harm: nothing is ever sent to them.
const publicKey = (dice: Dice): string => {
  points ??= createPoints()
  return points[dice.below(howManyPoints)] ?? ''
}

// Sixteen bytes are 22 digits, the last of which carries two bits.
const secret = (dice: Dice) => dice.base64(21) + dice.letters(1, 'AQgw')
