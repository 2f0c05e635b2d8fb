import { isoMilliseconds } from '#src/emulator/instants.ts'
import { ageOf, recentBetween, shareOf } from '#src/emulator/people/ages.ts'
import { rollApnsToken, rollFcmToken, rollHandset } from '#src/emulator/people/devices.ts'
import { rollEmail, rollPerson, rollPhone } from '#src/emulator/people/person.ts'
import { rollConnection, rollRefusal, rollSlackChannel } from '#src/emulator/people/slack.ts'
import { rollBounce, rollComplaint } from '#src/emulator/people/suppression.ts'
import { rollSubscription } from '#src/emulator/people/web-push.ts'
import { Dice, hashText } from '#src/emulator/random/dice.ts'

import type { EmailSuppressionStatus, PushToken, User } from './wire.ts'

export type RecordOptions = {
  readonly clientId: string
  readonly stage: 'production' | 'test'
  /** Nothing happened after this, epoch ms. */
  readonly now: number
  readonly idOf: (index: number) => string
}

/**
 * Makes the records of one environment's generated people: gives a function from (index, count) to a
 * user, the same for the same arguments whoever asks and whenever.
 */
export const createRecords = ({ clientId, stage, now, idOf }: RecordOptions) => {
  const seed = hashText(clientId)
  return (index: number, count: number): User => {
    const dice = new Dice(seed, index)
    const person = rollPerson(dice)
    const createdAt = Math.floor(now - ageOf(1 - shareOf(index, count, dice.unit())))
    const bare = dice.chance(0.8)
    const hasEmail = !bare && dice.chance(92)
    const hasNumber = !bare && dice.chance(hasEmail ? 48 : 75)
    const user: User = { id: idOf(index) }
    const email = hasEmail ? rollEmail(dice, person, index) : ''
    if (hasEmail) user.email = email
    if (hasNumber) user.number = rollPhone(dice, person)
    const pushTokens = bare ? [] : rollPushTokens(dice, stage)
    if (pushTokens.length > 0) user.pushTokens = pushTokens
    const browsers = bare ? 0 : pickCount(dice, [80, 95, 99])
    if (browsers > 0) {
      user.webPushTokens = Array.from({ length: browsers }, () => ({ sub: rollSubscription(dice) }))
    }
    if (!bare && dice.chance(78)) user.timezone = dice.pick(person.country.zones)
    if (!bare && dice.chance(4)) {
      user.slackChannel = rollSlackChannel(dice)
      const fate = dice.below(100)
      if (fate < 75) user.slackToken = rollConnection(dice)
      else if (fate < 88) user.slackToken = rollRefusal(dice)
    }
    if (!bare && dice.chance(pushTokens.length + browsers > 0 ? 96 : 62)) {
      user.lastSeenTime = isoMilliseconds(recentBetween(dice, createdAt, now))
    }
    const suppressedAt = recentBetween(dice, createdAt, now)
    const suppressed = hasEmail && dice.chance(3.3)
    const updatedAt = suppressed
      ? Math.min(now, suppressedAt + 2004)
      : dice.chance(30)
        ? createdAt
        : recentBetween(dice, createdAt, now)
    // The times are read-only and not promised (§4): those who came before they were kept have none.
    if (!dice.chance(1.5)) {
      user.updatedAt = isoMilliseconds(updatedAt)
      user.createdAt = isoMilliseconds(createdAt)
    }
    if (suppressed) user.emailSuppressionStatus = rollSuppression(dice, email, suppressedAt)
    return user
  }
}

/** The first number that a roll of a hundred stays below; cumulative percentages. */
const pickCount = (dice: Dice, bounds: readonly number[]): number => {
  const roll = dice.unit() * 100
  const found = bounds.findIndex((bound) => roll < bound)
  return found === -1 ? bounds.length : found
}

const rollSuppression = (dice: Dice, email: string, at: number): EmailSuppressionStatus => {
  // A few have moved to another address since: a stale suppression (§10).
  const address = dice.chance(6) ? `old.${email}` : email
  return dice.chance(82)
    ? { reason: 'Bounce', details: rollBounce(dice, address, at) }
    : { reason: 'Complaint', details: rollComplaint(dice, address, at) }
}

const rollPushTokens = (dice: Dice, stage: 'production' | 'test'): PushToken[] => {
  const count = pickCount(dice, [56, 84, 95, 99])
  const tokens: PushToken[] = []
  for (let at = 0; at < count; at += 1) {
    const previous = tokens.at(-1)
    const token = rollPushToken(dice, stage)
    // Sometimes it is the same telephone again, its old token never cleaned up (§10).
    if (previous?.type === token.type && dice.chance(15)) token.device = { ...previous.device }
    tokens.push(token)
  }
  return tokens
}

const rollPushToken = (dice: Dice, stage: 'production' | 'test'): PushToken => {
  const handset = rollHandset(dice)
  // Firebase on iOS is legitimate and not rare (§10).
  const apn = handset.platform === 'ios' && dice.chance(85)
  const device: PushToken['device'] = { device_id: dice.uuid() }
  if (dice.chance(88)) {
    device.app_id = handset.platform === 'ios' ? 'test.orchard.shop' : 'test.orchard.shop.mobile'
  }
  if (dice.chance(30)) device.ad_id = dice.uuid()
  if (dice.chance(93)) {
    device.platform = handset.platform
    device.manufacturer = handset.manufacturer
    device.model = handset.model
  }
  if (!apn) return { type: 'FCM', token: rollFcmToken(dice), device }
  const token: PushToken = { type: 'APN', token: rollApnsToken(dice), device }
  const gateway = rollGateway(dice, stage)
  if (gateway !== null) token.environment = gateway
  return token
}

/** `environment` of an APN token: the right word for most, another or none for some (§4, §10). */
const rollGateway = (dice: Dice, stage: 'production' | 'test'): string | null => {
  const roll = dice.below(100)
  const right = stage === 'production' ? 'production' : 'sandbox'
  const wrong = stage === 'production' ? 'sandbox' : 'production'
  if (roll < 86) return right
  if (roll < 92) return wrong
  return roll < 98 ? null : 'undefined'
}
