import type { ChannelName, Reach, ReasonCode, Verdict } from '#src/domain/reach.ts'

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

const reasonLabels: Record<ReasonCode, string> = {
  'address-present': 'has an address',
  'no-address': 'no address',
  'address-malformed': 'the address is malformed',
  'suppressed-bounce': 'suppressed after a bounce',
  'suppressed-complaint': 'suppressed after a spam complaint',
  'suppression-not-told': 'this platform does not tell about bounces',
  'number-not-e164': 'the number is not in international form',
  'no-device': 'no device',
  'device-present': 'has a device',
  'devices-not-told': 'devices are not in this platform’s list',
  'no-subscription': 'no browser',
  'subscription-present': 'has a browser',
  'subscriptions-not-told': 'this platform does not tell about browsers',
  'no-destination': 'no destination',
  'destination-present': 'has a destination',
  'destination-without-connection': 'a destination, but no connected workspace',
  'connection-failed': 'the connection to the workspace failed',
  'slack-not-told': 'this platform does not tell about the workspace',
}

const ownWords: Partial<Record<ChannelName, Partial<Record<ReasonCode, string>>>> = {
  sms: { 'address-present': 'has a number', 'no-address': 'no number' },
}

// Why a platform that could tell did not; the detail of the reasons that end in "-not-told".
const untold: Readonly<Record<string, string>> = {
  'not-configured': 'an account token is needed to know',
  credential: 'the credential may not read it',
  failed: 'it could not be read just now',
}

/** "suppressed after a bounce, …": the reasons of a verdict in words. A code of a newer gateway stands as it is. */
export const reasonsInWords = (channel: ChannelName, verdict: Verdict): string =>
  verdict.reasons
    .map(
      ({ code, detail }) =>
        (typeof detail === 'string' ? untold[detail] : undefined) ??
        ownWords[channel]?.[code] ??
        reasonLabels[code] ??
        code,
    )
    .join(', ')

/** "Email blocked: suppressed after a bounce" */
export const verdictInWords = (channel: ChannelName, verdict: Verdict): string =>
  `${channelLabels[channel]} ${reachLabels[verdict.reach] ?? verdict.reach}: ${reasonsInWords(channel, verdict)}`
