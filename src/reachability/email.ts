import type { Reason } from '#src/domain/reach.ts'
import type { EmailChannel, UserFacts } from '#src/domain/user.ts'

import { isSameAddress, readSuppression } from './suppression.ts'
import { absent, blocks, notes, unreadable, weigh, type Weighed } from './weigh.ts'

// Only what no mail server could take: nothing before or after the one @, blanks, control characters, a
// domain of over 255 (RFC 5321 §4.1.2, §4.5.3.1.2); in quotes the mailbox may hold a blank and an @ too.
// That allows far more than most checks do, because a false "malformed" would hide a reachable person.
const addressShape = /^(?:[^\s@\p{Cc}]+|"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+")@[^\s@\p{Cc}]{1,255}$/u

const suppressionField = 'channels.email.suppression'

/** A suppressed address is blocked before sending, whatever else is true of it (contract NotificationAPI §10). */
const suppressed = ({ email, facts, malformed }: UserFacts): readonly Weighed[] => {
  if (malformed.some((path) => /^emailSuppressionStatus(?:\.|$)/u.test(path)))
    // There is one, and what it does nobody can tell.
    return [unreadable(suppressionField)]
  if (facts.suppression === undefined)
    // A platform that never tells of suppressions has not said that there is none (Notiflows §8).
    return [notes({ code: 'suppression-not-told', field: suppressionField, detail: 'platform' })]
  if (facts.suppression === null) return []
  const known = readSuppression(facts.suppression, email)
  const code = facts.suppression.reason === 'Bounce' ? 'suppressed-bounce' : 'suppressed-complaint'
  const isStale =
    email !== null && known.recipient !== null && !isSameAddress(email, known.recipient)
  return [
    blocks({ code, field: suppressionField, detail: { ...known } }),
    ...(isStale
      ? [blocks({ code: 'suppression-stale', field: suppressionField, detail: known.recipient })]
      : []),
  ]
}

/** The verdict on email. */
export const judgeEmail = (user: UserFacts): EmailChannel => {
  const { email, facts, malformed } = user
  const suppression = facts.suppression ?? null
  const known = suppressed(user)
  const address = addressOf(email, malformed)
  if (address === null) {
    const none: Reason = { code: 'no-address', field: 'email' }
    const reasons = suppression === null ? [] : known.map(({ reason }) => reason)
    return { ...absent(none, ...reasons), suppression }
  }
  // Of an address that is suppressed nobody needs to hear that it is there.
  const found = suppression === null ? [address, ...known] : [...known, address].filter(isAgainst)
  return { ...weigh(found), suppression }
}

/** What is to be said of the address itself; null when there is none. */
const addressOf = (email: string | null, malformed: readonly string[]): Weighed | null => {
  const field = 'email'
  if (email === null || email === '') return malformed.includes(field) ? unreadable(field) : null
  return addressShape.test(email)
    ? notes({ code: 'address-present', field })
    : blocks({ code: 'address-malformed', field })
}

const isAgainst = ({ reach }: Weighed): boolean => reach !== 'reachable'
