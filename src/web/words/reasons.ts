import type { ReasonCode } from '#src/domain/reach.ts'
import type { LineType } from '#src/domain/user.ts'
import { formatCount } from '#src/web/lib/numbers.ts'
import { inLanguage } from './language.ts'

const spam = 'they reported mail as spam'
const withConsent = (what: string) => `${what}; do not lift without their consent`
const bounced = 'suppressed after a bounce'
const strangeService = 'a push service that Rollcall does not know'

/** Why a channel reaches somebody or not: clauses, to follow "Email is blocked: ". */
export const english = {
  labels: {
    'switched-off': 'it is switched off for everybody in this environment',
    'opted-out': 'they opted out',
    'opted-out-of-some': 'they opted out of some notifications',
    'opted-out-of-all': 'they opted out of every notification that is listed',
    'field-unreadable': 'what the platform sent could not be read',
    'address-present': 'has an address',
    'no-address': 'no address',
    'address-malformed': 'the address is malformed',
    'address-dotless': 'the domain has no dot, which hardly any mail server takes',
    'suppressed-bounce': bounced,
    'suppressed-complaint': withConsent(spam),
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
    'device-type-unrecognised': strangeService,
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
    'push-service-unrecognised': strangeService,
    'keys-malformed': 'its keys are malformed, so nothing can be encrypted for it',
    'subscription-repeated':
      'one browser stands there more than once, so they may get things twice',
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
  } satisfies Record<ReasonCode, string>,
  sms: { 'address-present': 'has a number', 'no-address': 'no number' },
  // Why a platform that could tell did not; the detail of the reasons that end in "-not-told".
  untold: {
    'not-configured': 'an account token is needed to know',
    credential: 'the credential may not read it',
    failed: 'it could not be read just now',
  },
  switchesUntold: {
    'not-configured': 'an account token is needed to know whether the channel is switched off',
    credential: 'the credential may not read whether the channel is switched off',
    failed: 'whether the channel is switched off could not be read just now',
  },
  bounces: {
    Permanent: 'bounced for good',
    Transient: 'bounced for the moment',
    Undetermined: 'bounced',
    other: bounced,
  },
  needsAddress: (what: string) => `${what}, so a new address is needed first`,
  // What SES's feedback types and the one subtype of complaints say (contract NotificationAPI §4).
  complaints: {
    'auth-failure': 'their provider reported mail that it could not prove to be from this sender',
    fraud: 'they reported mail as fraud',
    'not-spam': 'they reported that mail was not spam, and the platform blocks it as a complaint',
    other: 'they complained about mail, for no reason that has a name',
    virus: 'their provider reported a virus in mail',
    OnAccountSuppressionList: 'mail was held back, as the address had complained before',
  },
  spam,
  withConsent,
  onDay: (what: string, day: string) => `${what} on ${day}`,
  liftable: (what: string) => `${what}, so lifting it is reasonable`,
  staleAddress: (address: string) =>
    `that was an earlier address, ${address}, so lifting it is reasonable`,
  staleComplaint: (address: string) =>
    `that was an earlier address, ${address}, and the person is the same: ask them first`,
  optedOutOfOne: 'they opted out of one notification',
  optedOutOf: (names: string) => `they opted out of ${names}`,
  moreOf: (count: number) => `${count} more`,
  optedOutOfMany: (count: number) => `they opted out of ${formatCount(count)} notifications`,
  wrongLength: (country: string) => `no number in ${country} has this length`,
  noRange: (country: string) => `the number is in no range that ${country} has given out`,
  noSms: (line: string) => `a ${line} takes no text messages`,
  strangeGateway: (name: string) =>
    `it names the gateway “${name}”, which Apple does not have, and so goes to the test one`,
  strangeService: (name: string) => `${strangeService}, ${name}`,
  quoted: (text: string) => `“${text}”`,
  notApples: 'the token is none that Apple hands out',
  looksApples: 'the token looks like Apple’s, yet it is registered with Firebase',
  tokenTimes: (count: number) =>
    `one token stands there ${formatCount(count)} times, so they may get things as often`,
  tokensOfOne: (count: number) =>
    `${formatCount(count)} tokens belong to one device: old ones fail, or it gets things twice`,
  lastSeen: (day: string) => `last seen on ${day}, so the token is probably dead`,
  optedOutOfTheOne: 'they opted out of the one notification that is listed (1 of 1)',
  optedOutOfAll: (count: number) =>
    `they opted out of ${formatCount(count)} of ${formatCount(count)} notifications that are listed`,
  skipped:
    'no device is registered, so the step is skipped without a failure and nothing shows in deliveries',
  offApple: (platform: string) =>
    `“${platform}” is no platform of Apple, and it is registered with Apple`,
  webhookElsewhere: (place: string) => `the webhook posts to ${place} alone`,
  lapsed: (day: string) => `the connection expired on ${day} and cannot be renewed`,
  noLocale: (locale: string) =>
    `“${locale}” is no language tag, so messages come in the default language`,
  waitedForADay:
    'the last message has waited for a day to be handed over: the platform or the channel is in trouble',
  waitedFor: (days: number) =>
    `the last message has waited for ${formatCount(days)} days to be handed over: the platform or the channel is in trouble`,
  connectionFailedWith: (error: string) => `the connection to the workspace failed with “${error}”`,
  connectionFailed: (why: string) => `the connection to the workspace failed: ${why}`,
  scopeMissing: (scope: string) => `the connection may not post for lack of the scope ${scope}`,
  lastFailed: (why: string) => `the last message failed: ${why}`,
  lastSkipped: (why: string) => `the platform decided not to send the last message: ${why}`,
  lastUnrecognised: (word: string) =>
    `the platform calls the last message “${word}”, which Rollcall does not know`,
  notAmong: (count: number) => `not among the last ${formatCount(count)} messages to them`,
  noZone: (zone: string) =>
    `“${zone}” is no time zone, so scheduled messages go by the default one`,
  devices: (reached: number, all: number) => `${reached} of ${all} devices`,
  browsers: (reached: number, all: number) => `${reached} of ${all} browsers`,
  lines: {
    mobile: 'mobile',
    'fixed-line': 'fixed line',
    'fixed-line-or-mobile': 'fixed line or mobile',
    voip: 'internet telephone',
    'toll-free': 'free-call number',
    'premium-rate': 'premium-rate number',
    'shared-cost': 'shared-cost number',
    personal: 'personal number',
    pager: 'pager',
    uan: 'company number',
    voicemail: 'voicemail',
  } satisfies Record<LineType, string>,
  device: (of: string) => `${of} device`,
  platforms: { ios: 'iOS', android: 'Android', web: 'web' },
  strangeBrowser: 'Unrecognised browser',
}

export const reasons = inLanguage('reasons', english)
