import type { Activity } from '#src/domain/activity.ts'
import { isAbout } from '#src/domain/activity.ts'
import { isJsonObject } from '#src/domain/json.ts'
import type { Preference } from '#src/domain/preferences.ts'
import type { ChannelName, Reach, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { visible } from '#src/web/lib/visible.ts'
import { countryName, lineInWords } from './number-words.ts'
import type { Clause, Place } from './place-sentences.ts'
import { countOf, placeClauses, placedOf, placeFields, placesOf } from './place-sentences.ts'
import { channelLabels } from './reach-labels.ts'
import { reasonInWords } from './reach-words.ts'
import { troubleInWords, troubleOn } from './trouble.ts'
import { locale } from '#src/web/words/language.ts'
import { reasons as reasonWords } from '#src/web/words/reasons.ts'
import { sentences as words } from '#src/web/words/sentences.ts'

/** What the sentences rest on besides the user. */
export type Known = {
  /**
   * Whether the platform has answered for this user alone. Until then, and when that failed, nothing is
   * known of choices, and where the list does not tell of them, of devices.
   */
  readonly detail: 'here' | 'coming' | 'failed'
  /** The person's choices, where they are told. */
  readonly preferences: readonly Preference[]
  /** What was sent to them lately, newest first, as far as it is loaded. */
  readonly activity: readonly Activity[]
  /** With what mail servers said, word for word, as a ticket needs it. */
  readonly inFull?: boolean
}

const onlyTheUser: Known = { detail: 'here', preferences: [], activity: [] }

/** What an operator would say of one channel: "Push reaches 2 of 3 devices". */
export type Sentence = {
  readonly channel: ChannelName
  /** As it stands with what activity shows. */
  readonly verdict: Verdict
  /** `open`: what the verdict rests on is still to be told, or could not be read. `untold`: it never is. */
  readonly state: 'said' | 'open' | 'untold'
  readonly headline: string
  /** Why, each thing once. */
  readonly clauses: readonly Clause[]
  /** What holds of single devices or browsers, each with its name before it. */
  readonly places: readonly Clause[]
}

/** What a channel's sign shows beside its sentence: while that is open, nothing is claimed. */
export const shownReach = ({ state, verdict }: Sentence): Reach =>
  state === 'open' ? 'unknown' : verdict.reach

// What the headline has said by itself.
const said: ReadonlySet<ReasonCode> = new Set([
  'address-present',
  'destination-present',
  'device-present',
  'subscription-present',
])

const isToldInPart = ({ reasons }: Verdict) =>
  reasons.some(({ code }) => code.endsWith('-not-told'))

function headlineOf(channel: ChannelName, verdict: Verdict, places: readonly Place[]): string {
  const label = channelLabels[channel]
  const [first] = verdict.reasons
  const say = placedOf(channel)
  const all = countOf(places)
  const reached = countOf(places.filter(({ reach }) => reach === 'reachable'))
  // Of a browser nothing tells whether it still lives (contract NotificationAPI §10).
  const reaches = isToldInPart(verdict) || channel === 'webPush' ? say.should : say.reaches
  switch (verdict.reach) {
    case 'blocked':
      if (first?.code === 'switched-off') return words.switchedOff(label)
      if (first?.code === 'opted-out') return words.right(label)
      if (first?.code.startsWith('suppress') === true) return words.blocked(label)
      if (all > 1) return say.none(label, all)
      return all === 1 ? say.cannot(label) : words.cannot(label)
    case 'at-risk':
      return all > 1 ? say.mayNone(label, all) : words.mayNot(label)
    case 'reachable':
      if (all > reached) return reaches.some(label, reached, all)
      if (all > 2) return reaches.all(label, all)
      if (all === 2) return reaches.both(label)
      return all === 1 ? reaches.one(label) : reaches.them(label)
    case 'absent':
      return words.absent(label)
    case 'unknown':
      return words.unknown(label)
  }
}

// More names than these are no help.
const mostNames = 3

/** What is good to know where nothing is against it: which devices, which line, which Slack channel. */
function particulars(user: User, channel: ChannelName, places: readonly Place[]): string | null {
  const { sms, slack } = user.channels
  const names = [...new Set(places.map(({ name }) => name))]
  const isOne = places.length > 1 && countOf(places) === 1
  if (names.length > 0) {
    const list = names.join(', ')
    return names.length > mostNames ? null : isOne ? words.tokensOf(list, places.length) : list
  }
  if (channel === 'sms' && sms.lineType !== null)
    return [lineInWords(sms.lineType), sms.country === null ? null : countryName(sms.country)]
      .filter((part) => part !== null)
      .join(', ')
  if (channel === 'slack' && slack.destination !== null) {
    const team = slack.connection?.teamName ?? null
    return visible(team === null ? slack.destination : words.inTeam(slack.destination, team))
  }
  return null
}

const once = (clauses: readonly Clause[]): readonly Clause[] =>
  [...new Map(clauses.toReversed().map((clause) => [clause.text, clause])).values()].toReversed()

const quoted = new Intl.ListFormat(locale, { type: 'conjunction' })

/** Which notifications they opted out of on a channel, by name as far as there are few; null where none has one. */
function optedOutOf(channel: ChannelName, preferences: readonly Preference[]): string | null {
  const off = preferences.filter(
    (choice) =>
      !choice.enabled &&
      choice.name !== null &&
      (choice.channel === null || isAbout(choice.channel, channel)),
  )
  const names = [...new Set(off.flatMap(({ name }) => (name === null ? [] : [visible(name)])))]
  if (names.length === 0) return null
  const left = names.length - mostNames
  const first = names.slice(0, mostNames).map(reasonWords.quoted)
  return quoted.format(left > 0 ? [...first, reasonWords.moreOf(left)] : first)
}

/** The reason without what a mail server said: that stands in the card, word for word. */
const inShort = (reason: Reason): Reason => {
  if (!isJsonObject(reason.detail)) return reason
  const { diagnostic: _, ...detail } = reason.detail
  return { ...reason, detail }
}

function clauseOf(channel: ChannelName, reason: Reason, known: Known, zone: string): Clause {
  const { code, field } = reason
  if (code === 'switched-off')
    // The headline has said that it is switched off.
    return { text: words.nobodyGetsIt, field }
  const off = code === 'opted-out-of-some' ? optedOutOf(channel, known.preferences) : null
  if (off !== null) return { text: reasonWords.optedOutOf(off), field }
  return {
    text: reasonInWords(channel, known.inFull === true ? reason : inShort(reason), zone),
    field,
  }
}

/**
 * Whether nothing is known of a channel because the platform never tells. That some notifications are off tells
 * nothing of the channel itself, and must not lead.
 */
const isNeverTold = ({ reach, reasons }: Verdict): boolean =>
  reach === 'unknown' &&
  reasons.every(
    ({ code, detail }) =>
      code === 'opted-out-of-some' ||
      (code.endsWith('-not-told') && (detail ?? 'platform') === 'platform'),
  )

const stateOf = (verdict: Verdict, { detail }: Known): Sentence['state'] => {
  const isUntold = isNeverTold(verdict)
  // What speaks against a channel stays, whatever else will be told.
  if (detail !== 'here' && (verdict.reach === 'reachable' || isUntold)) return 'open'
  return isUntold ? 'untold' : 'said'
}

function sentenceOf(user: User, channel: ChannelName, zone: string, known: Known): Sentence {
  const told = user.channels[channel]
  const trouble =
    told.reach === 'reachable' || told.reach === 'at-risk'
      ? troubleOn(channel, known.activity)
      : null
  const shown = trouble === null ? [] : [{ text: troubleInWords(trouble, zone), field: 'activity' }]
  const verdict: Verdict = trouble === null ? told : { reach: 'at-risk', reasons: told.reasons }
  const places = placesOf(user, channel)
  const ofPlaces = new Set(places.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
  const alone = places.length === 1
  const own = verdict.reasons.filter(
    ({ code }) =>
      !said.has(code) &&
      (alone || !ofPlaces.has(code)) &&
      // What is not told matters only where nothing else is against it.
      (verdict.reach === 'reachable' || verdict.reach === 'unknown' || !code.endsWith('-not-told')),
  )
  const clauses = own.map((reason) => clauseOf(channel, reason, known, zone))
  const whole = places.every(({ reach }) => reach === 'reachable')
  const extra = verdict.reach === 'reachable' && whole ? particulars(user, channel, places) : null
  const field = alone ? `${placeFields[channel] ?? ''}.0` : `channels.${channel}`
  const ofEach = alone ? [] : placeClauses(channel, places, zone)
  // Of a channel that is at risk anyway, the failures are one thing more.
  const isNew = told.reach === 'reachable'
  return {
    channel,
    verdict,
    state: stateOf(verdict, known),
    headline:
      trouble !== null && isNew
        ? words.mayNotReach(channelLabels[channel])
        : headlineOf(channel, verdict, places),
    clauses: once([
      ...(isNew ? shown : []),
      ...(extra === null ? [] : [{ text: extra, field }]),
      ...clauses,
    ]),
    places: isNew ? ofEach : [...ofEach, ...shown],
  }
}

// An opt-out is no fault: it comes after what may be one. What may be asked again comes before what is well;
// what the environment's credential keeps from us is the same for everybody.
const severity = ({ state, verdict: { reach, reasons }, places }: Sentence): number => {
  if (reach === 'blocked') return reasons[0]?.code === 'opted-out' ? 2 : 0
  if (reach === 'at-risk') return 1
  if (reach === 'reachable') return places.length > 0 ? 4 : 5
  if (reach === 'absent') return 7
  if (state !== 'said') return 6
  return reasons.some(({ detail }) => detail === 'not-configured' || detail === 'credential')
    ? 5.5
    : 3
}

/**
 * One sentence for each channel, worst first; those of which nothing is ever told, and those never set up, last.
 * Days in the zone.
 */
export const sentencesOf = (
  user: User,
  zone: string,
  known: Known = onlyTheUser,
): readonly Sentence[] =>
  channelNames
    .map((channel) => sentenceOf(user, channel, zone, known))
    .toSorted((a, b) => severity(a) - severity(b))
