import { isAbout } from '#src/domain/activity.ts'
import type { Preference } from '#src/domain/preferences.ts'
import type { ChannelName, Verdict } from '#src/domain/reach.ts'
import type { Told } from '#src/domain/told.ts'

import { blocks, notes, risks, type Weighed } from './weigh.ts'

/** What stands over a channel, whatever address is there: the environment's switch and the person's choices. */
export type Choices = {
  readonly switchedOff: Told<readonly ChannelName[]>
  /** Left out in a list, where nobody is asked for them. */
  readonly preferences?: Told<readonly Preference[]> | undefined
}

/** What the person chose of a channel. */
export const choicesOn = (
  channel: ChannelName,
  preferences: readonly Preference[],
): readonly Weighed[] => {
  const listed = preferences.filter(
    (choice) => choice.channel === null || isAbout(choice.channel, channel),
  )
  const off = listed.filter(({ enabled }) => !enabled)
  if (off.length === 0) return []
  if (off.some(({ notification }) => notification === null))
    // Nothing sent is right then, and no fault (contract Notiflows §8).
    return [blocks({ code: 'opted-out', field: 'preferences' })]
  const detail = new Set(off.map(({ notification }) => notification)).size
  // There may be notifications that are not listed, so this blocks nothing yet.
  return off.length === listed.length
    ? [risks({ code: 'opted-out-of-all', field: 'preferences', detail })]
    : [notes({ code: 'opted-out-of-some', field: 'preferences', detail })]
}

const over = (channel: ChannelName, { switchedOff, preferences }: Choices): readonly Weighed[] => [
  ...(switchedOff.told && switchedOff.value.includes(channel)
    ? [blocks({ code: 'switched-off', field: 'environment' })]
    : []),
  ...(preferences?.told === true ? choicesOn(channel, preferences.value) : []),
]

/** The verdict with those choices over it: they can only make it worse. Where nothing is, they are only said. */
export const underChoices = <T extends Verdict>(
  channel: ChannelName,
  verdict: T,
  choices: Choices,
): T => {
  // In a list nothing is known of either, for every user of it.
  if (!choices.switchedOff.told && choices.preferences === undefined) return verdict
  const found = over(channel, choices)
  if (found.length === 0) return verdict
  const reasons = found.map(({ reason }) => reason)
  const reach = (['blocked', 'at-risk'] as const).find((one) =>
    found.some((each) => each.reach === one),
  )
  const isWorse =
    verdict.reach !== 'absent' &&
    (reach === 'blocked' || (reach === 'at-risk' && verdict.reach === 'reachable'))
  return isWorse
    ? { ...verdict, reach, reasons: [...reasons, ...verdict.reasons] }
    : { ...verdict, reasons: [...verdict.reasons, ...reasons] }
}
