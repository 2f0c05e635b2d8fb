import type { ChannelName } from '#src/domain/reach.ts'
import type { Why, WhyState, WhyStep, WhyStepName } from '#src/domain/why.ts'
import { capital } from '#src/web/lib/capital.ts'
import { channelLabels } from './reach-labels.ts'
import { onDay, reasonInWords } from './reach-words.ts'

/** What a channel's message is called in the middle of a sentence. */
const messages: Readonly<Record<ChannelName, string>> = {
  email: 'email',
  sms: 'SMS',
  push: 'push',
  webPush: 'web push',
  slack: 'Slack messages',
}

const addresses: Readonly<Record<ChannelName, string>> = {
  email: 'Address',
  sms: 'Number',
  push: 'Address',
  webPush: 'Address',
  slack: 'Destination',
}

const places: Readonly<Record<ChannelName, string>> = {
  email: 'Devices',
  sms: 'Devices',
  push: 'Devices',
  webPush: 'Browsers',
  slack: 'Workspace',
}

/** "Suppression": what is looked at in a step. */
export function stepInWords(step: WhyStepName, channel: ChannelName): string {
  switch (step) {
    case 'environment':
      return 'Environment'
    case 'address':
      return addresses[channel]
    case 'suppression':
      return 'Suppression'
    case 'choice':
      return 'Their choices'
    case 'device':
      return places[channel]
    case 'deliveries':
      return 'Last messages'
  }
}

const states: Readonly<Record<WhyState, string>> = {
  clear: 'nothing against it',
  stops: 'stops it',
  doubt: 'may stop it',
  unknown: 'not told',
  'not-applicable': 'has no part in it',
}

const outcomes: Readonly<Record<WhyState, string>> = {
  ...states,
  clear: 'went out',
  stops: 'did not arrive',
  doubt: 'not known to arrive',
}

/** "stops it": what a step says about the message. */
export const stateInWords = ({ step, state }: Pick<WhyStep, 'step' | 'state'>): string =>
  (step === 'deliveries' ? outcomes : states)[state]

type Cause = Exclude<WhyStepName, 'deliveries'>

const stopped = (step: Cause, channel: ChannelName): string => {
  const what = messages[channel]
  switch (step) {
    case 'environment':
      return `${channelLabels[channel]} is switched off for everybody in this environment`
    case 'address':
      return `There is nowhere to send ${what} to`
    case 'suppression':
      return 'The platform blocks their address'
    case 'choice':
      return `They chose not to get ${what}`
    case 'device':
      return channel === 'slack'
        ? 'Their workspace cannot be posted to'
        : `None of their ${places[channel].toLowerCase()} can be reached`
  }
}

const doubtful = (step: Cause, channel: ChannelName): string => {
  switch (step) {
    case 'environment':
      return 'this may not be the user that is meant'
    case 'address':
    case 'suppression':
      return `the ${addresses[channel].toLowerCase()} may not take it`
    case 'choice':
      return 'they may have chosen not to get it'
    case 'device':
      return `their ${places[channel].toLowerCase()} may not take it`
  }
}

const reasonsOf = (step: WhyStep | undefined, channel: ChannelName, zone: string): string =>
  (step?.reasons ?? []).map((reason) => reasonInWords(channel, reason, zone)).join('; ')

const because = (lead: string, reasons: string): string =>
  reasons === '' ? `${lead}.` : `${lead}: ${reasons}.`

/** The one thing that follows from the steps, as a sentence; of what is not told, which. Days in the zone. */
export function conclusionInWords(why: Why, zone: string): string {
  const { channel, steps, conclusion } = why
  const { code, step } = conclusion
  const found = steps.find((one) => one.step === step)
  const [first] = found?.reasons ?? []
  const isSaid = first === undefined || first.code === 'switched-off'
  const reason = isSaid ? '' : reasonInWords(channel, first, zone)
  // What became of the last message is a sentence of its own.
  const lead = step === 'deliveries' ? null : step
  if (code === 'stopped' || code === 'doubtful') {
    if (lead === null) return `${capital(reason)}.`
    if (code === 'stopped') return because(stopped(lead, channel), reason)
    const arrival = arrivalInWords(why, zone)
    const doubt = doubtful(lead, channel)
    return because(
      arrival === null ? capital(doubt) : `${capital(arrival)}; still, ${doubt}`,
      reason,
    )
  }
  if (code === 'not-known') {
    const untold = steps
      .filter(({ state }) => state === 'unknown')
      .map((one) => reasonsOf(one, channel, zone) || notTold(one.step, channel))
    return because(
      `Nothing speaks against ${messages[channel]}, and not everything can be known here`,
      untold.join('; '),
    )
  }
  return step === 'deliveries'
    ? `Nothing speaks against ${messages[channel]}, and ${arrivalInWords(why, zone) ?? ''}.`
    : `Nothing speaks against ${messages[channel]}: whatever can be looked at is well.`
}

/** "the last message arrived on 11 Mar 2026"; null when it did not, or nobody knows. */
const arrivalInWords = ({ steps, last: [last] }: Why, zone: string): string | null =>
  steps.some(({ reasons }) => reasons.some(({ code }) => code === 'last-delivered'))
    ? `the last message arrived${onDay(last?.deliveredAt ?? last?.seenAt ?? last?.at ?? null, zone)}`
    : null

const notTold = (step: WhyStepName, channel: ChannelName): string =>
  `${stepInWords(step, channel).toLowerCase()} are not told`
