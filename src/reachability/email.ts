import type { Reason } from '#src/domain/reach.ts'
import type { EmailChannel, UserFacts } from '#src/domain/user.ts'

import { isSameAddress, readSuppression } from './suppression.ts'
import { absent, blocks, notes, unknown, weigh, type Weighed } from './weigh.ts'

// Only what no mail server could take: nothing before or after the one @, or blanks. RFC 5321 allows far
// more than most checks do, and a false "malformed" would hide a reachable person.
const addressShape = /^[^\s@]+@[^\s@]+$/u

const suppressionField = 'channels.email.suppression'

/** A suppressed address is blocked before sending, whatever else is true of it (contract NotificationAPI §10). */
const suppressed = ({ email, facts }: UserFacts): readonly Weighed[] => {
  if (facts.suppression === undefined)
    // A platform that never tells of suppressions has not said that there is none (Notiflows §8).
    return [notes({ code: 'suppression-not-told', field: suppressionField })]
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
  if (email === null || email === '') {
    if (malformed.includes('email')) return { ...unknown('field-unreadable', 'email'), suppression }
    const none: Reason = { code: 'no-address', field: 'email' }
    const known = suppression === null ? [] : suppressed(user).map(({ reason }) => reason)
    return { ...absent(none, ...known), suppression }
  }
  const address = addressShape.test(email)
    ? notes({ code: 'address-present', field: 'email' })
    : blocks({ code: 'address-malformed', field: 'email' })
  const found = [...suppressed(user), address]
  // Of an address that is suppressed nobody needs to hear that it is there.
  const shown = suppression === null ? [address, ...suppressed(user)] : found.filter(isAgainst)
  return { ...weigh(shown), suppression }
}

const isAgainst = ({ reach }: Weighed): boolean => reach !== 'reachable'
