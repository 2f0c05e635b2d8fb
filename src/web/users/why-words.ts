import type { ChannelName } from '#src/domain/reach.ts'
import type { Why, WhyStep, WhyStepName } from '#src/domain/why.ts'
import { capital } from '#src/web/lib/capital.ts'
import { channelLabels } from './reach-labels.ts'
import { onDay, reasonInWords } from './reach-words.ts'
import { reasons as reasonWords } from '#src/web/words/reasons.ts'
import { why as words } from '#src/web/words/why.ts'

/** "Suppression": what is looked at in a step. */
export function stepInWords(step: WhyStepName, channel: ChannelName): string {
  if (step === 'address') return words.addresses[channel]
  return step === 'device' ? words.places[channel] : words.steps[step]
}

/** "stops it": what a step says about the message. */
export const stateInWords = ({ step, state }: Pick<WhyStep, 'step' | 'state'>): string =>
  (step === 'deliveries' ? words.outcomes : words.states)[state]

type Cause = Exclude<WhyStepName, 'deliveries'>

function stopped(step: Cause, channel: ChannelName): string {
  const { environment, suppression, address, choice, device } = words.stopped
  switch (step) {
    case 'environment':
      return environment(channelLabels[channel])
    case 'suppression':
      return suppression
    case 'address':
      return address[channel]
    case 'choice':
      return choice[channel]
    case 'device':
      return device[channel]
  }
}

function doubtful(step: Cause, channel: ChannelName): string {
  const { environment, choice, address, device } = words.doubtful
  switch (step) {
    case 'environment':
      return environment
    case 'address':
    case 'suppression':
      return address[channel]
    case 'choice':
      return choice
    case 'device':
      return device[channel]
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
    return because(capital(arrival === null ? doubt : words.still(arrival, doubt)), reason)
  }
  if (code === 'not-known') {
    const untold = steps
      .filter(({ state }) => state === 'unknown')
      .map((one) => reasonsOf(one, channel, zone) || words.notTold(stepInWords(one.step, channel)))
    return because(words.notKnown[channel], untold.join('; '))
  }
  return step === 'deliveries'
    ? words.arrived[channel](arrivalInWords(why, zone) ?? '')
    : words.allWell[channel]
}

/** "the last message arrived on 11 Mar 2026"; null when it did not, or nobody knows. */
const arrivalInWords = ({ steps, last: [last] }: Why, zone: string): string | null =>
  steps.some(({ reasons }) => reasons.some(({ code }) => code === 'last-delivered'))
    ? onDay(
        reasonWords.labels['last-delivered'],
        last?.deliveredAt ?? last?.seenAt ?? last?.at ?? null,
        zone,
      )
    : null
