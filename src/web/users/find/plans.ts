import { readEmail, readPhone } from '#src/domain/filters.ts'
import type { Day } from '#src/web/lib/time.ts'
import type { Dates } from '#src/web/users/dates.ts'
import { readTyped } from '#src/web/users/filters/typed-dates.ts'
import type { AskedFor } from './asked-for.ts'
import { askedFor } from './asked-for.ts'

/** What nobody is opened by, and whose holders are asked for. */
export type Sought = Exclude<AskedFor, 'id'>

/** Something that can be done with what was typed. */
export type Plan =
  | { readonly do: 'open'; readonly id: string }
  | { readonly do: 'ask'; readonly kind: Sought }
  /** Narrows the list of the whole environment to one address or number. */
  | { readonly do: 'look-through'; readonly by: 'email' | 'phone'; readonly value: string }
  | { readonly do: 'created'; readonly dates: Dates }

function lookThrough(kind: AskedFor, text: string): readonly Plan[] {
  const value = kind === 'email' ? readEmail(text) : kind === 'phone' ? readPhone(text) : null
  if (value === null || (kind !== 'email' && kind !== 'phone')) return []
  return [{ do: 'look-through', by: kind, value }]
}

/**
 * What can be done with what was typed, the likeliest first; nothing for nothing. `today`: the day that it is in
 * the list's zone. `masked`: addresses and numbers are, so none is put into a filter, which stands in the
 * address.
 */
export function plansFor(typed: string, today: Day, masked: boolean): readonly Plan[] {
  const text = typed.trim()
  if (text === '') return []
  const kind = askedFor(text)
  const open: Plan = { do: 'open', id: text }
  if (kind !== 'id') return [{ do: 'ask', kind }, ...(masked ? [] : lookThrough(kind, text)), open]
  const read = readTyped(text, today)
  if (!('dates' in read)) return [open]
  const created: Plan = { do: 'created', dates: read.dates }
  // Digits alone are ids in many applications, and a year as well.
  return /^\d+$/.test(text) ? [open, created] : [created, open]
}
