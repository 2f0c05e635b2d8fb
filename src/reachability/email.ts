import type { Reason } from '#src/domain/reach.ts'
import type { EmailChannel, UserFacts } from '#src/domain/user.ts'

// Only what no mail server could take: nothing before or after the one @, or blanks. RFC 5321 allows far
// more than most checks do, and a false "malformed" would hide a reachable person.
const addressShape = /^[^\s@]+@[^\s@]+$/u

/** The verdict on email. A suppressed address is blocked before sending, whatever else is true of it. */
export const judgeEmail = ({ email, facts }: UserFacts): EmailChannel => {
  const suppression = facts.suppression ?? null
  const suppressed: readonly Reason[] =
    suppression === null
      ? []
      : [
          {
            code: suppression.reason === 'Bounce' ? 'suppressed-bounce' : 'suppressed-complaint',
            field: 'channels.email.suppression',
          },
        ]
  if (email === null || email === '') {
    return {
      reach: 'absent',
      reasons: [{ code: 'no-address', field: 'email' }, ...suppressed],
      suppression,
    }
  }
  if (suppression !== null) return { reach: 'blocked', reasons: suppressed, suppression }
  if (!addressShape.test(email)) {
    return {
      reach: 'blocked',
      reasons: [{ code: 'address-malformed', field: 'email' }],
      suppression,
    }
  }
  const present: Reason = { code: 'address-present', field: 'email' }
  return {
    reach: 'reachable',
    // A platform that never tells of suppressions has not said that there is none (Notiflows §8).
    reasons:
      facts.suppression === undefined
        ? [present, { code: 'suppression-not-told', field: 'channels.email.suppression' }]
        : [present],
    suppression,
  }
}
