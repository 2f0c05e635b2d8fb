import type { Reason } from '#src/domain/reach.ts'
import type { EmailChannel, UserFacts } from '#src/domain/user.ts'

import { addressForm } from './address.ts'
import { isSameAddress, readSuppression } from './suppression.ts'
import { absent, blocks, notes, risks, unreadable, weigh, type Weighed } from './weigh.ts'

const suppressionField = 'channels.email.suppression'
// A platform that never tells of suppressions has not said that there is none (Notiflows §8).
const notTold = [
  notes({ code: 'suppression-not-told', field: suppressionField, detail: 'platform' }),
]

/** A suppressed address is blocked before sending, whatever else is true of it (contract NotificationAPI §10). */
const suppressed = ({ email, facts, malformed }: UserFacts): readonly Weighed[] => {
  if (malformed.some((path) => /^emailSuppressionStatus(?:\.|$)/u.test(path)))
    // There is one, and what it does nobody can tell.
    return [unreadable(suppressionField)]
  if (facts.suppression === undefined) return notTold
  if (facts.suppression === null) return []
  const known = readSuppression(facts.suppression, email)
  // Whoever complained is still the same person under another address, and is to be asked first (§10).
  const [code, stale] =
    facts.suppression.reason === 'Bounce'
      ? (['suppressed-bounce', 'suppression-stale'] as const)
      : (['suppressed-complaint', 'complaint-stale'] as const)
  const isStale =
    email !== null && known.recipient !== null && !isSameAddress(email, known.recipient)
  return [
    blocks({ code, field: suppressionField, detail: { ...known } }),
    ...(isStale ? [blocks({ code: stale, field: suppressionField, detail: known.recipient })] : []),
  ]
}

const field = 'email'
const noAddress: Reason = { code: 'no-address', field }
const present = notes({ code: 'address-present', field })
// What most people have is the same for all of them, and a page has a thousand.
const nothing: EmailChannel = { ...absent(noAddress), suppression: null }
const reachable: EmailChannel = { ...weigh([present]), suppression: null }
const reachableUntold: EmailChannel = { ...weigh([present, ...notTold]), suppression: null }

/** The verdict on email. */
export const judgeEmail = (user: UserFacts): EmailChannel => {
  const { email, facts, malformed } = user
  const suppression = facts.suppression ?? null
  const known = suppressed(user)
  const address = addressOf(email, malformed)
  if (address === null)
    return suppression === null
      ? nothing
      : { ...absent(noAddress, ...known.map(({ reason }) => reason)), suppression }
  if (address === present && known.length === 0) return reachable
  if (address === present && known === notTold) return reachableUntold
  // Of an address that is suppressed nobody needs to hear that it is there.
  const found = suppression === null ? [address, ...known] : [...known, address].filter(isAgainst)
  return { ...weigh(found), suppression }
}

/** What is to be said of the address itself; null when there is none. */
const addressOf = (email: string | null, malformed: readonly string[]): Weighed | null => {
  if (email === null || email === '') return malformed.includes(field) ? unreadable(field) : null
  const form = addressForm(email)
  if (form === 'malformed') return blocks({ code: 'address-malformed', field })
  return form === 'dotless' ? risks({ code: 'address-dotless', field }) : present
}

const isAgainst = ({ reach }: Weighed): boolean => reach !== 'reachable'
