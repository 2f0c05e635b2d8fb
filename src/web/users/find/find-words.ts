import { formatCount } from '#src/web/lib/numbers.ts'
import { describeDates } from '#src/web/users/dates.ts'
import type { Plan, Sought } from './plans.ts'

const names: Readonly<Record<Sought, string>> = {
  token: 'device token',
  endpoint: 'web push endpoint',
  email: 'email address',
  phone: 'phone number',
}

const asking: Readonly<Record<Sought, (platform: string) => string>> = {
  token: () => 'Looks among the users loaded: no platform can be asked for a token.',
  endpoint: () => 'Looks among the users loaded: no platform can be asked for an endpoint.',
  email: (platform) => `Asks ${platform} for this id, and looks among the users loaded.`,
  phone: (platform) => `Asks ${platform} for this id, and looks among the users loaded.`,
}

/** What a plan will do, and how, before it does it. */
export function planInWords(
  plan: Plan,
  platform: string,
): { readonly title: string; readonly detail: string } {
  switch (plan.do) {
    case 'ask':
      return {
        title: `Looks like ${article(names[plan.kind])}: who has it?`,
        detail: asking[plan.kind](platform),
      }
    case 'look-through':
      return {
        title: 'Look through the whole environment',
        detail: `Filters the list by this ${names[plan.by]}, which then stands in the address.`,
      }
    case 'created':
      return {
        title: `Filter: Created ${describeDates(plan.dates)}`,
        detail: 'Filters the list of the whole environment.',
      }
    case 'open':
      return {
        title: 'Open it as an id',
        detail: `Asks ${platform} for it. It then stands in the address, as ids do.`,
      }
  }
}

const article = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`

/** "2 users have this device token, among the 1,200 loaded so far." Never a word on those who were not. */
export const foundInWords = (count: number, among: number, kind: Sought): string => {
  if (among === 0) return 'No user of this environment was loaded yet.'
  const where = `among the ${formatCount(among)} users loaded so far`
  if (count === 0) return `Nobody has this ${names[kind]} ${where}.`
  return `${count === 1 ? 'One user has' : `${formatCount(count)} users have`} this ${names[kind]}, ${where}.`
}

/** What was not searched, and what can be done about it. */
export function unsearchedInWords(kind: Sought, found: number, masked: boolean): string | null {
  const isAddress = kind === 'email' || kind === 'phone'
  if (isAddress && masked)
    return 'Somebody who was not loaded may have it. The whole environment is not looked through: the filter would stand in the address, and these are masked.'
  if (isAddress)
    return 'Somebody who was not loaded may have it: look through the whole environment.'
  return found === 0 ? 'Somebody who was not loaded may have it.' : null
}

/** What the platform said of the text as an id. */
export const asIdInWords = (
  platform: string,
  answer: 'looking' | 'known' | 'unknown' | 'failed',
): string | null =>
  ({
    looking: null,
    known: `${platform} has a user of this id.`,
    unknown: `${platform} has no user of this id.`,
    failed: `${platform} could not be asked for this id.`,
  })[answer]

export const findWords = {
  label: 'What to do with it',
  looking: 'Looking',
  fingerprint: 'Its fingerprint, as it stands beside devices:',
} as const
