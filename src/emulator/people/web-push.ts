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

// An uncompressed point is 65 bytes and begins with 4: `B`, then a digit with two high zeros. The
// last of its 87 digits carries four bits, so its two low bits are zero.
const publicKey = (dice: Dice) =>
  `B${dice.letters(1, 'ABCDEFGHIJKLMNOP')}${dice.base64(84)}${dice.letters(1, 'AEIMQUYcgkosw048')}`

// Sixteen bytes are 22 digits, the last of which carries two bits.
const secret = (dice: Dice) => dice.base64(21) + dice.letters(1, 'AQgw')
