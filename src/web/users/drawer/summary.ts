import type { Activity } from '#src/domain/activity.ts'
import {
  digitsIn,
  dots,
  literal,
  maskEmail,
  maskEmails,
  maskNumbers,
  spellingsOf,
} from '#src/domain/addresses.ts'
import type { Environment } from '#src/domain/environment.ts'
import type { User } from '#src/domain/user.ts'
import type { Why } from '#src/domain/why.ts'
import { platformLabels } from '#src/web/lib/platforms.ts'
import { formatPlain } from '#src/web/lib/time.ts'
import { visible } from '#src/web/lib/visible.ts'
import { activityChannelLabels, becameInWords, codeInWords } from '#src/web/users/activity-words.ts'
import { notesOf } from '#src/web/users/note-words.ts'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import type { Known, Sentence } from '#src/web/users/sentence-words.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'
import { conclusionInWords } from '#src/web/users/why-words.ts'
import { drawer } from '#src/web/words/drawer.ts'

const { summary: words } = drawer

const mostActivity = 5
const mostOthers = 3

export type Summarised = {
  readonly user: User
  readonly environment: Pick<Environment, 'name' | 'stage' | 'platform'>
  /** The whole address of the user in Rollcall. */
  readonly link: string
  readonly known: Known
  /** What followed from the questions that were asked of this user. */
  readonly whys: readonly Why[]
  /** Milliseconds since the epoch. */
  readonly now: number
  readonly zone: string
}

const isAbsent = ({ verdict }: Sentence) => verdict.reach === 'absent'
const isOpen = ({ state }: Sentence) => state !== 'said'

/**
 * What a support ticket needs of a user, as Markdown: who, what reaches them and why, what happened
 * last. Redacted, because tickets travel: of addresses and numbers only as much as tells them apart.
 * The id and the link stay whole; without them nobody could find the user again.
 */
export function supportSummary(of: Summarised): string {
  const { user, environment, link, known, whys, now, zone } = of
  const { name, id } = user
  const redacted = redactionOf(user)
  const sentences = sentencesOf(user, zone, { ...known, inFull: true })
  const named = (is: (sentence: Sentence) => boolean) =>
    sentences
      .filter(is)
      .map(({ channel }) => channelLabels[channel])
      .join(', ')
  const notes = notesOf(user, zone)
  return [
    `### ${name === null ? plain(id) : `${redacted(name)} (${plain(id)})`}`,
    whereOf(environment),
    `<${link}>`,
    '',
    `**${words.reach}**`,
    ...sentences
      .filter((one) => !isAbsent(one) && !isOpen(one))
      .map((one) => sentence(one, redacted)),
    ...rest(words.notKnown, named(isOpen)),
    ...rest(words.notSetUp, named(isAbsent)),
    ...under(
      words.toKnow,
      notes.map(({ text, others, among }) =>
        [
          redacted(text),
          ...(others.length === 0
            ? []
            : [`(${others.slice(0, mostOthers).map(plain).join(', ')})`]),
          ...(among === null ? [] : [words.among(among)]),
        ].join(' '),
      ),
    ),
    ...under(
      words.why,
      whys.map((why) => `${channelLabels[why.channel]}: ${redacted(conclusionInWords(why, zone))}`),
    ),
    ...under(
      words.activity,
      known.activity.slice(0, mostActivity).map((row) => happened(row, zone, now, redacted)),
    ),
    '',
    words.made(formatPlain(new Date(now).toISOString(), zone), zone),
    '',
  ].join('\n')
}

/** A heading and its lines; nothing where there are none. */
const under = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : ['', `**${heading}**`, ...lines.map((line) => `- ${line}`)]

/** "Orchard EU, production, Notiflows": the stage only where the name does not say it. */
const whereOf = ({ name, stage, platform }: Summarised['environment']): string =>
  [
    plain(name),
    ...(name.toLowerCase().includes(stage) ? [] : [stage]),
    platformLabels[platform],
  ].join(', ')

function sentence({ headline, clauses, places }: Sentence, redacted: Redact): string {
  const why = clauses.map(({ text }) => redacted(text)).join('; ')
  const said = `- ${headline}${why === '' ? '' : `: ${why}`}`
  return [said, ...places.map(({ text }) => `  - ${redacted(text)}`)].join('\n')
}

const rest = (says: string, channels: string) => (channels === '' ? [] : [`- ${says}: ${channels}`])

function happened(row: Activity, zone: string, now: number, redacted: Redact) {
  const { at, channel, notification, failure } = row
  const code = failure?.code ?? null
  return [
    at === null ? null : formatPlain(at, zone),
    `${activityChannelLabels[channel]} ${redacted(becameInWords(row, now))}`,
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

// Enough of anything that a platform says, however much it was. Cut after it is hidden: half an address would
// not look like one any more.
const longest = 500
const longestRead = 20_000

type Redact = (text: string) => string

const hidden = (number: string): string => `+${dots}${digitsIn(number).slice(-2).join('')}`

/**
 * Hides the user's own address and number in any spelling, and whatever else is shaped like one, as the
 * gateway's mask does (decision 0009), and makes Markdown of the rest that means nothing but itself.
 */
function redactionOf({ email, phone }: Pick<User, 'email' | 'phone'>): Redact {
  const own = email === null || email === '' ? null : new RegExp(literal(email), 'giu')
  const spellings = phone === null ? null : spellingsOf(phone)
  return (text) => {
    const read = text.slice(0, longestRead)
    const withoutOwn = own === null ? read : read.replace(own, maskEmail(email ?? ''))
    const spelt = spellings === null ? withoutOwn : withoutOwn.replace(spellings, hidden)
    return plain(maskNumbers(maskEmails(spelt), hidden).slice(0, longest))
  }
}
