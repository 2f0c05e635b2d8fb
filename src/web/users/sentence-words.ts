import type { ChannelName, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { capital } from '#src/web/lib/capital.ts'
import { visible } from '#src/web/lib/visible.ts'
import { countryName, lineInWords } from './number-words.ts'
import { browserName, deviceName } from './place-words.ts'
import { channelLabels } from './reach-labels.ts'
import { reasonInWords } from './reach-words.ts'

/** A part of a sentence, and the path of the domain field that proves it. */
export type Clause = { readonly text: string; readonly field: string }

/** What an operator would say of one channel: "Push reaches 2 of 3 devices". */
export type Sentence = {
  readonly channel: ChannelName
  readonly verdict: Verdict
  readonly headline: string
  /** Why, each thing once. */
  readonly clauses: readonly Clause[]
  /** What holds of single devices or browsers, each with its name before it. */
  readonly places: readonly Clause[]
}

type Place = Verdict & { readonly name: string }

const noPlaces: readonly Place[] = []

const placesOf = ({ channels: { push, webPush } }: User, channel: ChannelName): readonly Place[] =>
  channel === 'push'
    ? push.devices.map((device) => ({ ...device, name: deviceName(device) }))
    : channel === 'webPush'
      ? webPush.subscriptions.map((subscription) => ({
          ...subscription,
          name: browserName(subscription),
        }))
      : noPlaces

const placeFields: Partial<Record<ChannelName, string>> = {
  push: 'channels.push.devices',
  webPush: 'channels.webPush.subscriptions',
}

// Faults that several places have with each other, so that none of them is named.
const ofSeveral: ReadonlySet<ReasonCode> = new Set([
  'token-repeated',
  'tokens-share-device',
  'subscription-repeated',
])

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
  const noun = channel === 'push' ? 'device' : 'browser'
  const all = places.length
  const reached = places.filter(({ reach }) => reach === 'reachable').length
  switch (verdict.reach) {
    case 'blocked':
      if (first?.code === 'switched-off') return `${label} is switched off here`
      if (first?.code === 'opted-out') return `${label} is right not to arrive`
      if (first?.code.startsWith('suppress') === true) return `${label} is blocked`
      if (all > 1) return `${label} reaches none of ${all} ${noun}s`
      return all === 1 ? `${label} cannot reach their ${noun}` : `${label} cannot reach them`
    case 'at-risk':
      return all > 1 ? `${label} may reach none of ${all} ${noun}s` : `${label} may not arrive`
    case 'reachable':
      if (all > reached) return `${label} reaches ${reached} of ${all} ${noun}s`
      if (all > 2) return `${label} reaches all ${all} ${noun}s`
      if (all === 2) return `${label} reaches both ${noun}s`
      if (all === 1) return `${label} reaches their ${noun}`
      return isToldInPart(verdict) ? `${label} should reach them` : `${label} reaches them`
    case 'absent':
      return `${label} is not set up`
    case 'unknown':
      return `${label} is not known`
  }
}

// More names than these are no help.
const mostNames = 3

/** What is good to know where nothing is against it: which devices, which line, which Slack channel. */
function particulars(user: User, channel: ChannelName, places: readonly Place[]): string | null {
  const { sms, slack } = user.channels
  const names = [...new Set(places.map(({ name }) => name))]
  if (names.length > 0) return names.length > mostNames ? null : names.join(', ')
  if (channel === 'sms' && sms.lineType !== null)
    return [lineInWords(sms.lineType), sms.country === null ? null : countryName(sms.country)]
      .filter((part) => part !== null)
      .join(', ')
  if (channel === 'slack' && slack.destination !== null) {
    const team = slack.connection?.teamName ?? null
    return visible(`${slack.destination}${team === null ? '' : ` in ${team}`}`)
  }
  return null
}

const once = (clauses: readonly Clause[]): readonly Clause[] =>
  [...new Map(clauses.toReversed().map((clause) => [clause.text, clause])).values()].toReversed()

/** Each fault of some places once, with the name of the one that has it, or how many have. */
function placeClauses(channel: ChannelName, places: readonly Place[], zone: string) {
  const codes = new Set(places.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
  return [...codes].flatMap((code): Clause[] => {
    const having = places.flatMap((place, index) => {
      const reason = place.reasons.find((one) => one.code === code)
      return reason === undefined ? [] : [{ place, index, reason }]
    })
    const [first] = having
    if (first === undefined) return []
    const noun = channel === 'push' ? 'devices' : 'browsers'
    const why = reasonInWords(channel, first.reason, zone)
    const who =
      having.length === 1
        ? first.place.name
        : having.length === places.length
          ? `${places.length === 2 ? 'both' : `all ${places.length}`} ${noun}`
          : `${having.length} ${noun}`
    return [
      {
        text: ofSeveral.has(code) ? capital(why) : `${who}: ${why}`,
        field: `${placeFields[channel] ?? ''}.${first.index}`,
      },
    ]
  })
}

const sentenceOf = (user: User, channel: ChannelName, zone: string): Sentence => {
  const verdict = user.channels[channel]
  const places = placesOf(user, channel)
  const ofPlaces = new Set(places.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
  const clause = (reason: Reason): Clause => ({
    // The headline has said that it is switched off.
    text:
      reason.code === 'switched-off'
        ? 'nobody in this environment gets it'
        : reasonInWords(channel, reason, zone),
    field: reason.field,
  })
  const alone = places.length === 1
  const own = verdict.reasons.filter(
    ({ code }) =>
      !said.has(code) &&
      (alone || !ofPlaces.has(code)) &&
      // What is not told matters only where nothing else is against it.
      (verdict.reach === 'reachable' || !code.endsWith('-not-told')),
  )
  const clauses = own.map(clause)
  const whole = places.every(({ reach }) => reach === 'reachable')
  const extra = verdict.reach === 'reachable' && whole ? particulars(user, channel, places) : null
  const field = alone ? `${placeFields[channel] ?? ''}.0` : `channels.${channel}`
  return {
    channel,
    verdict,
    headline: headlineOf(channel, verdict, places),
    clauses: once(extra === null ? clauses : [{ text: extra, field }, ...clauses]),
    places: alone ? [] : placeClauses(channel, places, zone),
  }
}

// An opt-out is no fault: it comes after what may be one.
const severity = ({ verdict: { reach, reasons }, places }: Sentence): number => {
  if (reach === 'blocked') return reasons[0]?.code === 'opted-out' ? 2 : 0
  if (reach === 'at-risk') return 1
  if (reach === 'reachable') return places.length > 0 ? 3 : 4
  return reach === 'unknown' ? 5 : 6
}

/** One sentence for each channel, worst first; those of which nothing is known, and those never set up, last. */
export const sentencesOf = (user: User, zone: string): readonly Sentence[] =>
  channelNames
    .map((channel) => sentenceOf(user, channel, zone))
    .toSorted((a, b) => severity(a) - severity(b))
