import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { ChannelName, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import { formatCount } from '#src/web/lib/numbers.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { dayAt, formatDay } from '#src/web/lib/time.ts'
import { visible } from '#src/web/lib/visible.ts'
import { codeInWords } from './activity-words.ts'
import { countryName, lineInWords } from './number-words.ts'
import { channelLabels, reachLabels } from './reach-labels.ts'
import { slackErrorInWords } from './slack-error-words.ts'

// Clauses, to follow "Email is blocked: ". What each code's detail can add stands in `detailed`.
const labels: Readonly<Record<ReasonCode, string>> = {
  'switched-off': 'it is switched off for everybody in this environment',
  'opted-out': 'they opted out',
  'opted-out-of-some': 'they opted out of some notifications',
  'opted-out-of-all': 'they opted out of every notification that is listed',
  'field-unreadable': 'what the platform sent could not be read',
  'address-present': 'has an address',
  'no-address': 'no address',
  'address-malformed': 'the address is malformed',
  'address-dotless': 'the domain has no dot, which hardly any mail server takes',
  'suppressed-bounce': 'suppressed after a bounce',
  'suppressed-complaint': 'they reported mail as spam; do not lift without their consent',
  'suppression-stale': 'that was an earlier address, so lifting it is reasonable',
  'complaint-stale': 'that was an earlier address, and the person is the same: ask them first',
  'suppression-not-told': 'this platform does not tell about bounces',
  'number-not-e164': 'the number is not in international form',
  'number-american': 'the number is read as one of the USA or Canada',
  'number-impossible': 'no such number can exist',
  'number-invalid': 'the number is in no range that its country has given out',
  'line-takes-no-sms': 'the line takes no text messages',
  'no-device': 'no device',
  'device-present': 'has a device',
  'devices-not-told': 'devices are not in this platform’s list',
  'apns-sandbox-in-production':
    'it goes to Apple’s test gateway, where a released app’s token fails',
  'apns-production-in-test': 'it goes to Apple’s live gateway, where a test build’s token fails',
  'apns-environment-unrecognised':
    'it names a gateway that Apple does not have, and so goes to the test one',
  'apns-gateway-not-told':
    'which of Apple’s gateways it goes to is not told, and a test build’s token fails at the live one',
  'apn-off-apple': 'it is no device of Apple, and is registered with Apple, which cannot work',
  'apn-on-android': 'it is an Android device registered with Apple, which cannot work',
  'device-type-unrecognised': 'a push service that Rollcall does not know',
  'token-form': 'the token does not look like one of its service',
  'token-malformed': 'what stands for its token is no token of anybody',
  'token-repeated': 'one token stands there more than once, so they may get things twice',
  'tokens-share-device':
    'several tokens belong to one device: old ones fail, or it gets things twice',
  'unseen-for-long': 'not seen for so long that the token is probably dead',
  'no-subscription': 'no browser',
  'subscription-present': 'has a browser',
  'subscriptions-not-told': 'this platform does not tell about browsers',
  'endpoint-unusable': 'the endpoint is no https address',
  'push-service-unrecognised': 'a push service that Rollcall does not know',
  'keys-malformed': 'its keys are malformed, so nothing can be encrypted for it',
  'subscription-repeated': 'one browser stands there more than once, so they may get things twice',
  'no-destination': 'no destination',
  'destination-present': 'has a destination',
  'destination-malformed': 'what stands for the destination is none',
  'destination-without-connection': 'no workspace is connected',
  'connection-failed': 'the connection to the workspace failed',
  'connection-not-told': 'the workspace is the project’s own, which the platform does not tell',
  'no-access-token': 'the connection has no access token',
  'scope-missing': 'the connection may not post',
  'connection-lapses': 'the connection expires and cannot be renewed',
  'connection-lapsed': 'the connection has expired and cannot be renewed',
  'webhook-elsewhere': 'the webhook posts to another channel alone',
  'slack-not-told': 'this platform does not tell about the workspace',
  'only-an-id': 'the platform gave nothing but the id, as it does for any id: check the spelling',
  'never-completed': 'created by a run or an event, and never filled in by the application',
  'id-is-an-address': 'the id is an address: when that changes, this becomes somebody else',
  'no-timezone': 'no time zone, so scheduled messages go by the default one',
  'timezone-unrecognised': 'no such time zone, so scheduled messages go by the default one',
  'locale-unrecognised': 'no such language, so messages come in the default one',
  'never-seen': 'never seen by the platform, so the token is probably dead',
  'email-shared': 'somebody else has the same email address',
  'phone-shared': 'somebody else has the same number',
  'token-shared': 'somebody else has the same device: the wrong person may get the message',
  'test-environment': 'this is a test environment: real messages come from another one',
  'switches-not-told': 'this platform does not tell whether the channel is switched off',
  'activity-not-told': 'this platform does not tell what was sent',
  'nothing-sent': 'nothing was sent to them on this channel lately',
  'nothing-among': 'not everything that was sent to them lately could be read',
  'last-pending': 'the last message is still waiting to be sent',
  'pending-for-long': 'the last message has waited for long to be handed over',
  'last-sent': 'the last message was handed over, which is no proof that it arrived',
  'last-delivered': 'the last message arrived',
  'last-failed': 'the last message failed',
  'last-skipped': 'the platform decided not to send the last message',
  'last-unrecognised': 'the platform does not say what became of the last message',
}

const smsLabels: Partial<Record<ReasonCode, string>> = {
  'address-present': 'has a number',
  'no-address': 'no number',
}

// Why a platform that could tell did not; the detail of the reasons that end in "-not-told".
const untold: Readonly<Record<string, string>> = {
  'not-configured': 'an account token is needed to know',
  credential: 'the credential may not read it',
  failed: 'it could not be read just now',
}

const switchesUntold: Readonly<Record<string, string>> = {
  'not-configured': 'an account token is needed to know whether the channel is switched off',
  credential: 'the credential may not read whether the channel is switched off',
  failed: 'whether the channel is switched off could not be read just now',
}

type Detail = Json | undefined

/** The text that a detail, or one field of it, is, to be shown; null for anything else. */
const text = (detail: Detail, name?: string): string | null => {
  const value = name === undefined ? detail : isJsonObject(detail) ? detail[name] : undefined
  return typeof value === 'string' && value !== '' ? visible(value) : null
}
const countIn = (detail: Detail, name: string): number | null => {
  const value = isJsonObject(detail) ? detail[name] : undefined
  return typeof value === 'number' ? value : null
}

/** " on 11 Mar 2026", in the zone; empty for what is no time. */
export const onDay = (iso: string | null, zone: string): string =>
  iso === null || Number.isNaN(Date.parse(iso))
    ? ''
    : ` on ${formatDay(dayAt(Date.parse(iso), zone))}`

const inBrackets = (...parts: readonly (string | null)[]): string => {
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}

const bounceKinds: Readonly<Record<string, string>> = {
  Permanent: 'bounced for good',
  Transient: 'bounced for the moment',
  Undetermined: 'bounced',
}

const adviceOn = (type: string, subType: string | null): string => {
  if (type === 'Transient') return ', so lifting it is reasonable'
  // There is nobody at that address (contract NotificationAPI §10).
  return subType === 'NoEmail' ? ', so a new address is needed first' : ''
}

const bounce = (detail: Detail, zone: string): string => {
  const type = text(detail, 'type') ?? ''
  const kind = ownWord(bounceKinds, type) ?? labels['suppressed-bounce']
  const subType = text(detail, 'subType')
  const why = inBrackets(subType, text(detail, 'diagnostic'))
  return `${kind}${onDay(text(detail, 'at'), zone)}${why}${adviceOn(type, subType)}`
}

/** What SES's feedback types and the one subtype of complaints say (contract NotificationAPI §4). */
const complaints: Readonly<Record<string, string>> = {
  'auth-failure': 'their provider reported mail that it could not prove to be from this sender',
  fraud: 'they reported mail as fraud',
  'not-spam': 'they reported that mail was not spam, and the platform blocks it as a complaint',
  other: 'they complained about mail, for no reason that has a name',
  virus: 'their provider reported a virus in mail',
  OnAccountSuppressionList: 'mail was held back, as the address had complained before',
}

const complaint = (detail: Detail, zone: string): string => {
  const kind = text(detail, 'subType')
  const day = onDay(text(detail, 'at'), zone)
  const known = ownWord(complaints, kind ?? '')
  if (known !== undefined) return `${known}${day}; do not lift without their consent`
  const about = inBrackets(kind === 'abuse' ? null : kind)
  return `they reported mail as spam${day}${about}; do not lift without their consent`
}

type Say = (detail: Detail, zone: string) => string | null

const named =
  (say: (name: string) => string | null): Say =>
  (detail) => {
    const name = text(detail)
    return name === null ? null : say(name)
  }

const counted =
  (one: string, many: (count: string) => string): Say =>
  (detail) => {
    if (typeof detail !== 'number') return null
    return detail === 1 ? one : many(formatCount(detail))
  }

/** What a code's detail adds; null where it adds nothing, and the label stands alone. */
const detailed: Partial<Record<ReasonCode, Say>> = {
  'suppressed-bounce': bounce,
  'suppressed-complaint': complaint,
  'suppression-stale': named(
    (address) => `that was an earlier address, ${address}, so lifting it is reasonable`,
  ),
  'complaint-stale': named(
    (address) =>
      `that was an earlier address, ${address}, and the person is the same: ask them first`,
  ),
  'opted-out-of-some': counted(
    'they opted out of one notification',
    (count) => `they opted out of ${count} notifications`,
  ),
  'number-impossible': named((country) => `no number in ${countryName(country)} has this length`),
  'number-invalid': named(
    (country) => `the number is in no range that ${countryName(country)} has given out`,
  ),
  'line-takes-no-sms': named((line) => `a ${lineInWords(line)} takes no text messages`),
  'apns-environment-unrecognised': named(
    (word) =>
      `it names the gateway “${word}”, which Apple does not have, and so goes to the test one`,
  ),
  'device-type-unrecognised': named(
    (type) => `a push service that Rollcall does not know, “${type}”`,
  ),
  'token-form': named((type) =>
    type.toUpperCase() === 'APN'
      ? 'the token is none that Apple hands out'
      : 'the token looks like Apple’s, yet it is registered with Firebase',
  ),
  'token-repeated': counted(
    labels['token-repeated'],
    (count) => `one token stands there ${count} times, so they may get things as often`,
  ),
  'tokens-share-device': counted(
    labels['tokens-share-device'],
    (count) => `${count} tokens belong to one device: old ones fail, or it gets things twice`,
  ),
  'unseen-for-long': (detail, zone) => {
    const day = onDay(text(detail), zone)
    return day === '' ? null : `last seen${day}, so the token is probably dead`
  },
  'push-service-unrecognised': named(
    (origin) => `a push service that Rollcall does not know, ${origin}`,
  ),
  'opted-out-of-all': counted(
    'they opted out of the one notification that is listed (1 of 1)',
    (count) => `they opted out of ${count} of ${count} notifications that are listed`,
  ),
  'no-device': (detail) =>
    detail === 'skipped'
      ? 'no device is registered, so the step is skipped without a failure and nothing shows in deliveries'
      : null,
  'apn-off-apple': named(
    (platform) => `“${platform}” is no platform of Apple, and it is registered with Apple`,
  ),
  'webhook-elsewhere': named((place) => `the webhook posts to ${place} alone`),
  'connection-lapsed': (detail, zone) =>
    `the connection expired${onDay(text(detail), zone)} and cannot be renewed`,
  'connection-failed': named((error) => {
    const said = slackErrorInWords(error)
    return said === null
      ? `the connection to the workspace failed with “${error}”`
      : `the connection to the workspace failed: ${said} (${error})`
  }),
  'locale-unrecognised': named(
    (locale) => `“${locale}” is no language tag, so messages come in the default language`,
  ),
  'scope-missing': named((scope) => `the connection may not post for lack of the scope ${scope}`),
  'last-failed': named((code) => `the last message failed: ${codeInWords(code)}`),
  'last-skipped': named(
    (code) => `the platform decided not to send the last message: ${codeInWords(code)}`,
  ),
  'last-unrecognised': named(
    (word) => `the platform calls the last message “${word}”, which Rollcall does not know`,
  ),
  'pending-for-long': counted(
    'the last message has waited for a day to be handed over: the platform or the channel is in trouble',
    (count) =>
      `the last message has waited for ${count} days to be handed over: the platform or the channel is in trouble`,
  ),
  'nothing-among': (detail) =>
    typeof detail === 'number' && detail > 0
      ? `not among the last ${formatCount(detail)} messages to them`
      : null,
  'switches-not-told': named((why) => ownWord(switchesUntold, why) ?? null),
  'timezone-unrecognised': named(
    (zone) => `“${zone}” is no time zone, so scheduled messages go by the default one`,
  ),
}

/** How many of a person's places can be reached, of `device-present` and `subscription-present`. */
function sharesOf({ reasons }: Verdict): { readonly of: number; readonly reached: number } {
  for (const { code, detail } of reasons)
    if (isShare(code))
      return {
        of: countIn(detail, 'devices') ?? countIn(detail, 'subscriptions') ?? 0,
        reached: countIn(detail, 'reachable') ?? 0,
      }
  return { of: 0, reached: 0 }
}

const isShare = (code: ReasonCode) => code === 'device-present' || code === 'subscription-present'

/** One reason as a clause. A code of a newer gateway stands as it is. Days in the zone. */
export function reasonInWords(channel: ChannelName | null, reason: Reason, zone: string): string {
  const { code, detail } = reason
  const why = code.endsWith('-not-told') ? ownWord(untold, text(detail) ?? '') : undefined
  return (
    detailed[code]?.(detail, zone) ??
    why ??
    (channel === 'sms' ? smsLabels[code] : undefined) ??
    labels[code] ??
    code
  )
}

const inList = (channel: ChannelName, verdict: Verdict, reason: Reason, zone: string): string => {
  const { of, reached } = sharesOf(verdict)
  if (isShare(reason.code) && of > 1)
    return `${reached} of ${of} ${channel === 'push' ? 'devices' : 'browsers'}`
  return reasonInWords(channel, reason, zone)
}

/** "2 of 3 devices; goes to Apple’s …": the reasons of a verdict in one line, days in the zone. */
export const reasonsInWords = (channel: ChannelName, verdict: Verdict, zone: string): string =>
  [...new Set(verdict.reasons.map((reason) => inList(channel, verdict, reason, zone)))].join('; ')

/** "Email blocked: suppressed after a bounce" */
export const verdictInWords = (channel: ChannelName, verdict: Verdict, zone: string): string =>
  `${channelLabels[channel]} ${reachLabels[verdict.reach] ?? verdict.reach}: ${reasonsInWords(channel, verdict, zone)}`
