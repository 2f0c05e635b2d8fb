import { isJsonObject, type Json } from '#src/domain/json.ts'
import type { ChannelName, Reach, Reason, ReasonCode, Verdict } from '#src/domain/reach.ts'
import { dayAt, formatDay } from '#src/web/lib/time.ts'

export const channelLabels: Record<ChannelName, string> = {
  email: 'Email',
  sms: 'SMS',
  push: 'Push',
  webPush: 'Web push',
  slack: 'Slack',
}

export const reachLabels: Record<Reach, string> = {
  reachable: 'reachable',
  'at-risk': 'at risk',
  blocked: 'blocked',
  absent: 'absent',
  unknown: 'unknown',
}

const labels: Record<ReasonCode, string> = {
  'switched-off': 'this environment has the channel switched off for everybody',
  'opted-out': 'they opted out',
  'opted-out-of-some': 'they opted out of some notifications',
  'field-unreadable': 'what the platform sent could not be read',
  'address-present': 'has an address',
  'no-address': 'no address',
  'address-malformed': 'the address is malformed',
  'suppressed-bounce': 'suppressed after a bounce',
  'suppressed-complaint': 'suppressed after a spam complaint: do not lift without their consent',
  'suppression-stale': 'the suppression is of an earlier address',
  'suppression-not-told': 'this platform does not tell about bounces',
  'number-not-e164': 'the number is not in international form',
  'number-impossible': 'no number of this length exists in its country',
  'number-invalid': 'the number fits no range of its country',
  'line-takes-no-sms': 'the line is none that takes text messages',
  'no-device': 'no device',
  'device-present': 'has a device',
  'devices-not-told': 'devices are not in this platform’s list',
  'apns-sandbox-in-production': 'goes to Apple’s test gateway, where a released app’s token fails',
  'apns-production-in-test': 'goes to Apple’s live gateway, where a test build’s token fails',
  'apns-environment-unrecognised':
    'names a gateway that Apple does not have; treated as its test one',
  'apn-on-android': 'an Android device registered with Apple, which cannot work',
  'device-type-unrecognised': 'a push service that Rollcall does not know',
  'token-form': 'the token does not look like one of its service',
  'token-repeated': 'one token stands there more than once: they may get it twice',
  'tokens-share-device': 'one device has several tokens: old ones fail, or it gets things twice',
  'unseen-for-long': 'not seen for so long that the tokens are probably dead',
  'no-subscription': 'no browser',
  'subscription-present': 'has a browser',
  'subscriptions-not-told': 'this platform does not tell about browsers',
  'endpoint-unusable': 'the endpoint is no https address',
  'push-service-unrecognised': 'a push service that Rollcall does not know',
  'keys-malformed': 'the subscription’s keys are malformed, so nothing can be encrypted for it',
  'subscription-repeated': 'one browser stands there more than once: it may get things twice',
  'no-destination': 'no destination',
  'destination-present': 'has a destination',
  'destination-without-connection': 'a destination, but no connected workspace',
  'connection-failed': 'the connection to the workspace failed',
  'connection-not-told': 'the workspace is the project’s own, which the platform does not tell',
  'no-access-token': 'the connection has no access token',
  'scope-missing': 'the connection may not post',
  'connection-lapses': 'the connection expires and cannot be renewed',
  'slack-not-told': 'this platform does not tell about the workspace',
  'only-an-id': 'the platform answers for every id; nothing says that this one exists',
  'never-completed': 'created by a run or an event, and never filled in by the application',
  'id-is-an-address': 'the id is an address: when that changes, this becomes somebody else',
  'no-timezone': 'no time zone: scheduled messages go by the default one',
  'timezone-unrecognised':
    'the time zone is none that exists: scheduled messages go by the default one',
  'never-seen': 'never seen by the platform, though devices are registered',
  'email-shared': 'somebody else has the same email address',
  'phone-shared': 'somebody else has the same number',
  'token-shared': 'somebody else has the same device: the wrong person may get the message',
  'test-environment': 'this is a test environment',
  'activity-not-told': 'the platform does not tell what was sent',
  'nothing-sent': 'nothing was sent to them on this channel of late',
  'last-pending': 'the last message is still waiting to be sent',
  'last-sent': 'the last message was handed over, which is no proof that it arrived',
  'last-delivered': 'the last message arrived',
  'last-failed': 'the last message failed',
  'last-skipped': 'the platform decided not to send the last message',
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

const text = (detail: Json | undefined, name: string): string | null => {
  const value = isJsonObject(detail) ? detail[name] : undefined
  return typeof value === 'string' ? value : null
}
const count = (detail: Json | undefined, name: string): number | null => {
  const value = isJsonObject(detail) ? detail[name] : undefined
  return typeof value === 'number' ? value : null
}

const bounceKinds: Readonly<Record<string, string>> = {
  Permanent: 'bounced for good',
  Transient: 'bounced for the moment, so lifting it is reasonable',
}

function bounceInWords(detail: Json | undefined, zone: string): string {
  const at = text(detail, 'at')
  const kind = bounceKinds[text(detail, 'type') ?? ''] ?? labels['suppressed-bounce']
  const subType = text(detail, 'subType')
  const said = text(detail, 'diagnostic')
  const day =
    at === null || Number.isNaN(Date.parse(at))
      ? ''
      : ` on ${formatDay(dayAt(Date.parse(at), zone))}`
  const why = [subType, said].filter((part) => part !== null).join(', ')
  return `${kind}${day}${why === '' ? '' : ` (${why})`}`
}

/** How many of a person's places can be reached: "1 of 3 devices"; null where there is one, or none. */
export function shareInWords({ reasons }: Verdict): string | null {
  for (const { code, detail } of reasons) {
    const [of, name] =
      code === 'device-present'
        ? [count(detail, 'devices'), 'devices']
        : code === 'subscription-present'
          ? [count(detail, 'subscriptions'), 'browsers']
          : [null, '']
    if (of !== null && of > 1) return `${count(detail, 'reachable') ?? 0} of ${of} ${name}`
  }
  return null
}

/** One reason in words. A code of a newer gateway stands as it is. */
export function reasonInWords(channel: ChannelName | null, reason: Reason, zone: string): string {
  const { code, detail } = reason
  if (code.endsWith('-not-told') && typeof detail === 'string' && untold[detail] !== undefined)
    return untold[detail]
  if (code === 'suppressed-bounce') return bounceInWords(detail, zone)
  if (code === 'connection-failed' && typeof detail === 'string')
    return `${labels[code]}: ${detail}`
  if (code === 'scope-missing' && typeof detail === 'string')
    return `${labels[code]}: it lacks the scope ${detail}`
  if (code === 'suppression-stale' && typeof detail === 'string')
    return `${labels[code]}, ${detail}: candidate for lifting`
  return (channel === 'sms' ? smsLabels[code] : undefined) ?? labels[code] ?? code
}

/** "suppressed after a bounce, …": the reasons of a verdict in words, days in the zone. */
export const reasonsInWords = (channel: ChannelName, verdict: Verdict, zone: string): string =>
  [
    ...new Set(
      verdict.reasons.map((reason) =>
        isShare(reason)
          ? (shareInWords(verdict) ?? reasonInWords(channel, reason, zone))
          : reasonInWords(channel, reason, zone),
      ),
    ),
  ].join('; ')

const isShare = ({ code }: Reason) => code === 'device-present' || code === 'subscription-present'

/** "Email blocked: suppressed after a bounce" */
export const verdictInWords = (channel: ChannelName, verdict: Verdict, zone: string): string =>
  `${channelLabels[channel]} ${reachLabels[verdict.reach] ?? verdict.reach}: ${reasonsInWords(channel, verdict, zone)}`
