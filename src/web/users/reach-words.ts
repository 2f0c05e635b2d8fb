import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { ChannelName, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { dayAt, formatDay } from '#src/web/lib/time.ts'
import { visible } from '#src/web/lib/visible.ts'
import { codeInWords } from './activity-words.ts'
import { countryName, lineInWords } from './number-words.ts'
import { channelLabels, reachLabels } from './reach-labels.ts'
import { reasons as words } from '#src/web/words/reasons.ts'
import { slackErrorInWords } from './slack-error-words.ts'

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

/** The day of an instant in the zone; null for what is no time. */
const dayOf = (iso: string | null, zone: string): string | null =>
  iso === null || Number.isNaN(Date.parse(iso)) ? null : formatDay(dayAt(Date.parse(iso), zone))

/** "bounced on 11 Mar 2026", in the zone; without the day for what is no time. */
export function onDay(what: string, iso: string | null, zone: string): string {
  const day = dayOf(iso, zone)
  return day === null ? what : words.onDay(what, day)
}

const inBrackets = (...parts: readonly (string | null)[]): string => {
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? '' : ` (${known.join(', ')})`
}

const bounce = (detail: Detail, zone: string): string => {
  const type = text(detail, 'type') ?? ''
  const subType = text(detail, 'subType')
  const kind = ownWord(words.bounces, type) ?? words.bounces.other
  const why = inBrackets(subType, text(detail, 'diagnostic'))
  const said = `${onDay(kind, text(detail, 'at'), zone)}${why}`
  if (type === 'Transient') return words.liftable(said)
  // There is nobody at that address (contract NotificationAPI §10).
  return subType === 'NoEmail' ? words.needsAddress(said) : said
}

const complaint = (detail: Detail, zone: string): string => {
  const kind = text(detail, 'subType')
  const known = ownWord(words.complaints, kind ?? '')
  const about = inBrackets(known !== undefined || kind === 'abuse' ? null : kind)
  return words.withConsent(`${onDay(known ?? words.spam, text(detail, 'at'), zone)}${about}`)
}

type Say = (detail: Detail, zone: string) => string | null

const named =
  (say: (name: string) => string | null): Say =>
  (detail) => {
    const name = text(detail)
    return name === null ? null : say(name)
  }

const numbered =
  (one: string, many: (count: number) => string): Say =>
  (detail) => {
    if (typeof detail !== 'number') return null
    return detail === 1 ? one : many(detail)
  }

/** What a code's detail adds; null where it adds nothing, and the label stands alone. */
const detailed: Partial<Record<ReasonCode, Say>> = {
  'suppressed-bounce': bounce,
  'suppressed-complaint': complaint,
  'suppression-stale': named(words.staleAddress),
  'complaint-stale': named(words.staleComplaint),
  'opted-out-of-some': numbered(words.optedOutOfOne, words.optedOutOfMany),
  'number-impossible': named((country) => words.wrongLength(countryName(country))),
  'number-invalid': named((country) => words.noRange(countryName(country))),
  'line-takes-no-sms': named((line) => words.noSms(lineInWords(line))),
  'apns-environment-unrecognised': named(words.strangeGateway),
  'device-type-unrecognised': named((type) => words.strangeService(words.quoted(type))),
  'token-form': named((type) =>
    type.toUpperCase() === 'APN' ? words.notApples : words.looksApples,
  ),
  'token-repeated': numbered(words.labels['token-repeated'], words.tokenTimes),
  'tokens-share-device': numbered(words.labels['tokens-share-device'], words.tokensOfOne),
  'unseen-for-long': (detail, zone) => {
    const day = dayOf(text(detail), zone)
    return day === null ? null : words.lastSeen(day)
  },
  'push-service-unrecognised': named(words.strangeService),
  'opted-out-of-all': numbered(words.optedOutOfTheOne, words.optedOutOfAll),
  'no-device': (detail) => (detail === 'skipped' ? words.skipped : null),
  'apn-off-apple': named(words.offApple),
  'webhook-elsewhere': named(words.webhookElsewhere),
  'connection-lapsed': (detail, zone) => {
    const day = dayOf(text(detail), zone)
    return day === null ? null : words.lapsed(day)
  },
  'connection-failed': named((error) => {
    const said = slackErrorInWords(error)
    return said === null
      ? words.connectionFailedWith(error)
      : words.connectionFailed(`${said} (${error})`)
  }),
  'locale-unrecognised': named(words.noLocale),
  'scope-missing': named(words.scopeMissing),
  'last-failed': named((code) => words.lastFailed(codeInWords(code))),
  'last-skipped': named((code) => words.lastSkipped(codeInWords(code))),
  'last-unrecognised': named(words.lastUnrecognised),
  'pending-for-long': numbered(words.waitedForADay, words.waitedFor),
  'nothing-among': (detail) =>
    typeof detail === 'number' && detail > 0 ? words.notAmong(detail) : null,
  'switches-not-told': named((why) => ownWord(words.switchesUntold, why) ?? null),
  'timezone-unrecognised': named(words.noZone),
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
  const why = code.endsWith('-not-told') ? ownWord(words.untold, text(detail) ?? '') : undefined
  return (
    detailed[code]?.(detail, zone) ??
    why ??
    (channel === 'sms' ? ownWord(words.sms, code) : undefined) ??
    words.labels[code] ??
    code
  )
}

const inList = (channel: ChannelName, verdict: Verdict, reason: Reason, zone: string): string => {
  const { of, reached } = sharesOf(verdict)
  if (isShare(reason.code) && of > 1)
    return (channel === 'push' ? words.devices : words.browsers)(reached, of)
  return reasonInWords(channel, reason, zone)
}

/** "2 of 3 devices; goes to Apple’s …": the reasons of a verdict in one line, days in the zone. */
export const reasonsInWords = (channel: ChannelName, verdict: Verdict, zone: string): string =>
  [...new Set(verdict.reasons.map((reason) => inList(channel, verdict, reason, zone)))].join('; ')

/** "Email blocked: suppressed after a bounce" */
export const verdictInWords = (channel: ChannelName, verdict: Verdict, zone: string): string =>
  `${channelLabels[channel]} ${reachLabels[verdict.reach] ?? verdict.reach}: ${reasonsInWords(channel, verdict, zone)}`
