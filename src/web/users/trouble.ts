import { isAbout, type Activity } from '#src/domain/activity.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import { dayAt, formatDay } from '#src/web/lib/time.ts'
import { isBounce } from './activity-words.ts'
import { sentences as words } from '#src/web/words/sentences.ts'

/** The last messages of a channel failed, all of them. */
export type Trouble = {
  readonly channel: ChannelName
  readonly count: number
  /** As the platform calls it; `failed` where it has several words for it. */
  readonly word: 'bounced' | 'failed'
  /** When the newest of them was taken up, ISO 8601 UTC. */
  readonly newest: string | null
}

// One failure happens to anybody.
const fewest = 2

// What only says how things stood then: the gateway tells how they stand now.
const ofThen: ReadonlySet<string> = new Set([
  'SUPPRESSED_BOUNCE',
  'SUPPRESSED_COMPLAINT',
  'MISSING_EMAIL_RECIPIENT',
  'NO_ADDRESS',
  'USAGE_LIMIT',
])

/** Whether anything became of a message, as far as it says something of the channel as it is now. */
const tells = ({ status, failure }: Activity): boolean =>
  status !== 'pending' &&
  status !== 'skipped' &&
  // Of one device, which may be gone; the others may be well.
  failure?.device == null &&
  !ofThen.has(failure?.code ?? '')

/**
 * Whether the last messages on a channel failed or bounced, two at least and none after them that did not:
 * where a platform tells of no bounces, their only trace (contract Notiflows §8). `rows`: newest first.
 */
export function troubleOn(channel: ChannelName, rows: readonly Activity[]): Trouble | null {
  const told = rows.filter((row) => isAbout(row.channel, channel) && tells(row))
  const well = told.findIndex(({ status }) => status !== 'failed')
  const failed = well === -1 ? told : told.slice(0, well)
  if (failed.length < fewest) return null
  return {
    channel,
    count: failed.length,
    word: failed.every(isBounce) ? 'bounced' : 'failed',
    newest: failed[0]?.at ?? null,
  }
}

/** "the last 4 messages bounced, newest on 20 Nov 2026, as its activity shows". */
export function troubleInWords({ count, word, newest }: Trouble, zone: string): string {
  const say = words.trouble[word]
  return newest === null
    ? say.undated(count)
    : say.dated(count, formatDay(dayAt(Date.parse(newest), zone)))
}
