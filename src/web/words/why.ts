import type { ChannelName } from '#src/domain/reach.ts'
import type { WhyState } from '#src/domain/why.ts'
import { inLanguage } from './language.ts'

const states = {
  clear: 'nothing against it',
  stops: 'stops it',
  doubt: 'may stop it',
  unknown: 'not told',
  'not-applicable': 'has no part in it',
} satisfies Record<WhyState, string>

type ForChannels = Readonly<Record<ChannelName, string>>

const addresses: ForChannels = {
  email: 'Address',
  sms: 'Number',
  push: 'Address',
  webPush: 'Address',
  slack: 'Destination',
}
const places: ForChannels = {
  email: 'Devices',
  sms: 'Devices',
  push: 'Devices',
  webPush: 'Browsers',
  slack: 'Workspace',
}

// What a channel's message is called in the middle of a sentence.
const messages: ForChannels = {
  email: 'email',
  sms: 'SMS',
  push: 'push',
  webPush: 'web push',
  slack: 'Slack messages',
}

const each = <T>(say: (channel: ChannelName) => T): Record<ChannelName, T> => ({
  email: say('email'),
  sms: say('sms'),
  push: say('push'),
  webPush: say('webPush'),
  slack: say('slack'),
})

/** Why somebody did not get something: steps, and what follows from them. */
export const english = {
  addresses,
  places,
  steps: {
    environment: 'Environment',
    suppression: 'Suppression',
    choice: 'Their choices',
    deliveries: 'Last messages',
  },
  states,
  outcomes: {
    ...states,
    clear: 'went out',
    stops: 'did not arrive',
    doubt: 'not known to arrive',
  } satisfies Record<WhyState, string>,
  stopped: {
    environment: (channel: string) =>
      `${channel} is switched off for everybody in this environment`,
    suppression: 'The platform blocks their address',
    address: each((channel) => `There is nowhere to send ${messages[channel]} to`),
    choice: each((channel) => `They chose not to get ${messages[channel]}`),
    device: each((channel) =>
      channel === 'slack'
        ? 'Their workspace cannot be posted to'
        : `None of their ${places[channel].toLowerCase()} can be reached`,
    ),
  },
  doubtful: {
    environment: 'this may not be the user that is meant',
    choice: 'they may have chosen not to get it',
    address: each((channel) => `the ${addresses[channel].toLowerCase()} may not take it`),
    device: each((channel) => `their ${places[channel].toLowerCase()} may not take it`),
  },
  notKnown: each(
    (channel) =>
      `Nothing speaks against ${messages[channel]}, and not everything can be known here`,
  ),
  arrived: each(
    (channel) => (arrival: string) =>
      `Nothing speaks against ${messages[channel]}, and ${arrival}.`,
  ),
  allWell: each(
    (channel) => `Nothing speaks against ${messages[channel]}: whatever can be looked at is well.`,
  ),
  still: (arrival: string, doubt: string) => `${arrival}; still, ${doubt}`,
  notTold: (step: string) => `${step} are not told`.toLowerCase(),
  looked: 'What was looked at',
  last: 'Last messages on this channel',
}

export const why = inLanguage('why', english)
