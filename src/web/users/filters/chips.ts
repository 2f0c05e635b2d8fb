import type { Capabilities } from '#src/domain/environment.ts'
import type { Answerer, FilterSubject, ReachFilter } from '#src/domain/filters.ts'
import { answererOf } from '#src/domain/filters.ts'
import type { ChannelName, Reach } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import { describeDates } from '#src/web/users/dates.ts'
import { channelLabels, reachLabels } from '#src/web/users/reach-labels.ts'
import type { Filters, ViewChange } from '#src/web/users/view.ts'
import { filters as words } from '#src/web/words/filters.ts'
import { locale } from '#src/web/words/language.ts'
import { ownWord } from '#src/web/lib/own-word.ts'

/** The kinds of filter, each with a panel of its own. `has` and `reach` are two ways to one filter. */
export const panelNames = [
  'created',
  'lastSeen',
  'emailAddress',
  'phoneNumber',
  'reach',
  'has',
  'device',
] as const
export type PanelName = (typeof panelNames)[number]

/** Who answers a kind of filter; null where nobody does, or where what it asks for is masked. */
export function answererOfPanel(
  panel: PanelName,
  capabilities: Capabilities,
  masked: boolean,
): Answerer | null {
  // A filter stands in the address, where nothing stands that is masked.
  if (isMaskedPanel(panel, masked)) return null
  // A channel that any list tells is enough for both kinds.
  return answererOf(panel === 'reach' || panel === 'has' ? 'email' : panel, capabilities)
}

export const isMaskedPanel = (panel: PanelName, masked: boolean): boolean =>
  masked && (panel === 'emailAddress' || panel === 'phoneNumber')

/** A filter that narrows the list, in words that read as one: "Email: blocked", "Has no email". */
export type Chip = {
  readonly subject: FilterSubject
  readonly panel: PanelName
  /** What stands before the colon; null where the value says it all. */
  readonly label: string | null
  readonly value: string
  /** Null: this environment's list cannot answer it. */
  readonly answerer: Answerer | null
}

/** The words of a chip, as one. */
export const chipText = ({ label, value }: Pick<Chip, 'label' | 'value'>): string =>
  label === null ? value : `${label}: ${value}`

const or = new Intl.ListFormat(locale, { type: 'disjunction' })

/** Somewhere to send to, whatever stands against it. */
export const hasReaches = ['reachable', 'at-risk', 'blocked'] as const satisfies readonly Reach[]

/** Whether the wanted reaches come to "has it" or "lacks it"; null for any others, undefined for none. */
export function hasOf(wanted: readonly Reach[] | undefined): 'has' | 'lacks' | null | undefined {
  if (wanted === undefined) return undefined
  if (wanted.length === 1 && wanted[0] === 'absent') return 'lacks'
  const isHas =
    wanted.length === hasReaches.length && hasReaches.every((one) => wanted.includes(one))
  return isHas ? 'has' : null
}

/** The filter with other reaches wanted of one channel; none: the channel does not matter. */
export function withReaches(
  filter: ReachFilter,
  channel: ChannelName,
  reaches: readonly Reach[],
): ReachFilter {
  const { [channel]: _, ...others } = filter
  return reaches.length === 0 ? others : { ...others, [channel]: reaches }
}

function reachWords(
  channel: ChannelName,
  wanted: readonly Reach[],
): Pick<Chip, 'label' | 'value' | 'panel'> {
  const has = hasOf(wanted)
  if (has === 'has') return { panel: 'has', label: null, value: words.has[channel].one }
  if (has === 'lacks') return { panel: 'has', label: null, value: words.has[channel].no }
  const value = or.format(wanted.map((reach) => reachLabels[reach]))
  return { panel: 'reach', label: channelLabels[channel], value }
}

const deviceLabels = { ios: 'iOS', android: 'Android' }
export const deviceLabel = (word: string): string => ownWord(deviceLabels, word) ?? word

/** What narrows the list, always in the same order. */
export function chipsOf(filters: Filters, capabilities: Capabilities): readonly Chip[] {
  const chips: Chip[] = []
  const add = (subject: FilterSubject, chip: Omit<Chip, 'subject' | 'answerer'>) =>
    chips.push({ subject, ...chip, answerer: answererOf(subject, capabilities) })
  const { created, seen, email, phone, reach, devices } = filters
  if (created !== null)
    add('created', {
      panel: 'created',
      label: words.created,
      value: describeDates(created),
    })
  if (seen !== null)
    add('lastSeen', {
      panel: 'lastSeen',
      label: words.lastSeen,
      value: describeDates(seen),
    })
  if (email !== null)
    add('emailAddress', { panel: 'emailAddress', label: words.emailAddress, value: email })
  if (phone !== null)
    add('phoneNumber', { panel: 'phoneNumber', label: words.phoneNumber, value: phone })
  for (const channel of channelNames) {
    const wanted = reach[channel]
    if (wanted !== undefined) add(channel, reachWords(channel, wanted))
  }
  if (devices !== null)
    add('device', {
      panel: 'device',
      label: words.device,
      value: or.format(devices.map(deviceLabel)),
    })
  return chips
}

/** Those that this environment's list does not tell. */
export const unansweredOf = (chips: readonly Chip[]): readonly Chip[] =>
  chips.filter(({ answerer }) => answerer === null)

/**
 * How a list is narrowed. `platform`: by the platform. `scan`: by reading through all users. `both`: by
 * reading through those whom the platform gives.
 */
export type Narrowed = 'not' | 'platform' | 'scan' | 'both'

export function narrowedBy(chips: readonly Chip[]): Narrowed {
  const is = (answerer: Answerer) => chips.some((chip) => chip.answerer === answerer)
  return is('scan') ? (is('platform') ? 'both' : 'scan') : is('platform') ? 'platform' : 'not'
}

const and = new Intl.ListFormat(locale, { type: 'conjunction' })

/** "Email: blocked" and "Last seen: before 1 Mar 2026", quoted. */
export const chipsInWords = (chips: readonly Chip[]): string =>
  and.format(chips.map((chip) => words.quoted(chipText(chip))))

/** The change that removes these filters and leaves the others. */
export function removalOf({ reach }: Filters, chips: readonly Chip[]): ViewChange {
  const gone = new Set<FilterSubject>(chips.map(({ subject }) => subject))
  return {
    reach: channelNames.reduce(
      (filter, name) => (gone.has(name) ? withReaches(filter, name, []) : filter),
      reach,
    ),
    ...(gone.has('created') ? { created: null } : {}),
    ...(gone.has('lastSeen') ? { seen: null } : {}),
    ...(gone.has('emailAddress') ? { email: null } : {}),
    ...(gone.has('phoneNumber') ? { phone: null } : {}),
    ...(gone.has('device') ? { devices: null } : {}),
  }
}

/**
 * Where a filter is answered. `narrowed`: the platform filters by creation meanwhile, so that only
 * whom it gives is read through.
 */
export function answererInWords(
  answerer: Answerer | null,
  platform: string,
  narrowed: boolean,
): string {
  if (answerer === 'platform') return words.byPlatform(platform)
  if (answerer === null) return words.notHere(platform)
  return narrowed ? words.byScanInRange : words.byScan
}
