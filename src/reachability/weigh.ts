import type { Reach, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import type { Untold } from '#src/domain/told.ts'

/** A reason and how far a channel can reach with it alone. `reachable`: it is said, and costs nothing. */
export type Weighed = { readonly reach: Reach; readonly reason: Reason }

// What stops a message is sure whatever else is not known; behind that, not knowing is said before any guess.
const order = ['blocked', 'unknown', 'at-risk', 'reachable'] as const satisfies readonly Reach[]
const rank = (reach: Reach): number => (order as readonly Reach[]).indexOf(reach)

export const blocks = (reason: Reason): Weighed => ({ reach: 'blocked', reason })
export const risks = (reason: Reason): Weighed => ({ reach: 'at-risk', reason })
export const notes = (reason: Reason): Weighed => ({ reach: 'reachable', reason })

/** Something stands at this field of the domain that could not be read, so that nobody may build on it. */
export const unreadable = (field: string): Weighed => ({
  reach: 'unknown',
  reason: { code: 'field-unreadable', field },
})

/**
 * The worst of what is known, with every reason, worst first and otherwise in the order given. For
 * somewhere that has an address: with nothing against it, it is reachable.
 */
export const weigh = (weighed: readonly Weighed[]): Verdict => {
  const [first] = weighed
  if (first === undefined) return { reach: 'reachable', reasons: [] }
  if (weighed.length === 1) return { reach: first.reach, reasons: [first.reason] }
  const sorted = weighed.toSorted((a, b) => rank(a.reach) - rank(b.reach))
  return { reach: sorted[0]?.reach ?? 'reachable', reasons: sorted.map(({ reason }) => reason) }
}

/** The better of what several places can do, for a channel that tries them all; `absent` for none. */
export const best = (reaches: readonly Reach[]): Reach =>
  order.findLast((reach) => reaches.includes(reach)) ?? 'absent'

/** Not knowing is a verdict of its own, and why we do not know is its reason. */
export const unknown = (code: ReasonCode, field: string, why?: Untold): Verdict => ({
  reach: 'unknown',
  reasons: [why === undefined ? { code, field } : { code, field, detail: why }],
})

export const absent = (...reasons: readonly Reason[]): Verdict => ({ reach: 'absent', reasons })
