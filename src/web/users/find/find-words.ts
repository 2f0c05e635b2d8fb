import { formatCount } from '#src/web/lib/numbers.ts'
import { describeDates } from '#src/web/users/dates.ts'
import { find } from '#src/web/words/find.ts'
import type { Plan, Sought } from './plans.ts'

/** What a plan will do, and how, before it does it. */
export function planInWords(
  plan: Plan,
  platform: string,
): { readonly title: string; readonly detail: string } {
  switch (plan.do) {
    case 'ask': {
      const isAddress = plan.kind === 'email' || plan.kind === 'phone'
      return {
        title: find.looksLike[plan.kind],
        detail: isAddress ? find.asksForId(platform) : find.asksNobody,
      }
    }
    case 'look-through':
      return { title: find.lookThrough, detail: find.filtersBy(find.things[plan.by]) }
    case 'created':
      return { title: find.created(describeDates(plan.dates)), detail: find.filters }
    case 'open':
      return { title: find.open, detail: find.opens(platform) }
  }
}

/** "2 users have this device token, among the 1,200 loaded so far." Never a word on those who were not. */
export const foundInWords = (count: number, among: number, kind: Sought): string => {
  if (among === 0) return find.nobodyLoaded
  const [thing, all] = [find.things[kind], formatCount(among)]
  if (count === 0) return find.nobody(thing, all)
  return count === 1 ? find.one(thing, all) : find.many(formatCount(count), thing, all)
}

/** What was not searched, and what can be done about it. */
export function unsearchedInWords(kind: Sought, found: number, masked: boolean): string | null {
  const isAddress = kind === 'email' || kind === 'phone'
  if (isAddress && masked) return find.othersMasked
  if (isAddress) return find.othersToLookThrough
  return found === 0 ? find.others : null
}

/** What the platform said of the text as an id. */
export const asIdInWords = (
  platform: string,
  answer: 'looking' | 'known' | 'unknown' | 'failed',
): string | null =>
  ({
    looking: null,
    known: find.idKnown(platform),
    unknown: find.idUnknown(platform),
    failed: find.idFailed(platform),
  })[answer]
