import type { Activity } from '#src/domain/activity.ts'
import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import { formatCount } from '#src/web/lib/numbers.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { formatExact } from '#src/web/lib/time.ts'
import { visible } from '#src/web/lib/visible.ts'
import {
  activityChannelLabels,
  activityStatusLabels,
  codeInWords,
} from '#src/web/users/activity-words.ts'
import { notesOf } from '#src/web/users/note-words.ts'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import type { Sentence } from '#src/web/users/sentence-words.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'

const mostActivity = 5

export type Summarised = {
  readonly user: User
  readonly environment: Pick<Environment, 'name' | 'stage' | 'platform'>
  /** The whole address of the user in Rollcall. */
  readonly link: string
  /** Newest first; null where none is loaded. */
  readonly activity: readonly Activity[] | null
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly zone: string
}

/**
 * What a support ticket needs of a user, as Markdown: who, what reaches them and why, what happened
 * last. Redacted, because tickets travel: of addresses and numbers only as much as tells them apart.
 * The id and the link stay whole; without them nobody could find the user again.
 */
export function supportSummary(of: Summarised): string {
  const { user, environment, link, activity, now, zone } = of
  const { name, id } = user
  const sentences = sentencesOf(user, zone)
  const spoken = sentences.filter(({ verdict: { reach } }) => !silent.has(reach))
  const named = (reach: string) =>
    sentences
      .filter(({ verdict }) => verdict.reach === reach)
      .map(({ channel }) => channelLabels[channel])
      .join(', ')
  const notes = notesOf(user, zone).filter(({ quiet }) => !quiet)
  return [
    `### ${name === null ? plain(id) : `${redacted(name)} (${plain(id)})`}`,
    `${plain(environment.name)}, ${environment.stage}, ${platformLabels[environment.platform]}`,
    `<${link}>`,
    '',
    '**Reach**',
    ...spoken.map(sentence),
    ...rest('Not known', named('unknown')),
    ...rest('Not set up', named('absent')),
    ...(notes.length === 0 ? [] : ['', '**To know**']),
    ...notes.map(
      ({ text, among }) =>
        `- ${redacted(text)}${among === null ? '' : ` (among ${formatCount(among)} users loaded)`}`,
    ),
    ...(activity === null || activity.length === 0 ? [] : ['', '**Last activity**']),
    ...(activity ?? []).slice(0, mostActivity).map((row) => `- ${happened(row, zone)}`),
    '',
    `Made by Rollcall, ${formatExact(new Date(now).toISOString(), zone)} (${zone}).`,
    '',
  ].join('\n')
}

function sentence({ headline, clauses, places }: Sentence): string {
  const why = clauses.map(({ text }) => redacted(text)).join('; ')
  const said = `- ${headline}${why === '' ? '' : `: ${why}`}`
  return [said, ...places.map(({ text }) => `  - ${redacted(text)}`)].join('\n')
}

const silent: ReadonlySet<string> = new Set(['absent', 'unknown'])

const rest = (says: string, channels: string) => (channels === '' ? [] : [`- ${says}: ${channels}`])

function happened(
  { at, channel, status, statusRaw, notification, failure }: Activity,
  zone: string,
) {
  const became = status === 'other' ? (statusRaw ?? 'other') : activityStatusLabels[status]
  const code = failure?.code ?? null
  return [
    at === null ? null : formatExact(at, zone),
    `${activityChannelLabels[channel]} ${redacted(became)}`,
    notification === null ? null : redacted(notification),
    code === null ? null : redacted(codeInWords(code)),
    failure?.diagnostic == null ? null : redacted(failure.diagnostic),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** Text of a platform as Markdown that means nothing but itself. */
const plain = (text: string): string =>
  visible(text)
    .replace(/[\\`*{}[\]<>#|~]/gu, '\\$&')
    // Inside a word an underline is one.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')

// Enough of anything that a platform says, however much it was.
const longest = 500

const address = /([^\s@<>"'(),;:“”])[^\s@<>"'(),;:“”]*@([^\s@<>"'(),;:“”]+)/gu
const telephone = /\+\d[\d ]{4,}\d/gu

const redacted = (text: string): string =>
  plain(
    text
      .slice(0, longest)
      .replace(address, '$1•••@$2')
      .replace(telephone, (number) => `+•••${number.slice(-2)}`),
  )
