import type { Activity } from '#src/domain/activity.ts'
import { ownWord } from '#src/web/lib/own-word.ts'
import { visible } from '#src/web/lib/visible.ts'
import { activity } from '#src/web/words/activity.ts'
import { slackErrorInWords } from './slack-error-words.ts'

export const activityChannelLabels = activity.channels

/** Whether the address itself sent it back, as far as the platform's own word tells. */
export const isBounce = ({ statusRaw }: Pick<Activity, 'statusRaw'>): boolean =>
  statusRaw?.toLowerCase() === 'bounced'

const dayMs = 86_400_000

/** "bounced": what became of a message, and for how long nobody has taken one that waits. */
export function becameInWords(
  row: Pick<Activity, 'at' | 'status' | 'statusRaw'>,
  now: number,
): string {
  if (row.status === 'other') return visible(row.statusRaw ?? activity.inUnknownState)
  const days = row.at === null ? 0 : Math.floor((now - Date.parse(row.at)) / dayMs)
  // For over a day it is trouble of the platform or its channel (contract Notiflows §8).
  if (row.status === 'pending' && days > 0) return activity.pendingFor(days)
  return isBounce(row) ? activity.bounced : activity.statuses[row.status]
}

/** SES has more subtypes of these than anybody lists: TRANSIENT_CONTENT_REJECTED_BOUNCE, and so on. */
const transient = (code: string): string | null => {
  const [, why] = /^TRANSIENT_([A-Z_]+)_BOUNCE$/u.exec(code) ?? []
  return why === undefined ? null : activity.bouncedForNow(why.toLowerCase().replaceAll('_', ' '))
}

/** A failure code in words; one that nobody has described stands as it is. */
export const codeInWords = (code: string): string =>
  ownWord(activity.codes, code) ?? transient(code) ?? slackErrorInWords(code) ?? code
