import type { ChannelName } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import type { Clause, Sentence } from '#src/web/users/sentence-words.ts'
import { sentencesOf } from '#src/web/users/sentence-words.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import { Notes } from './notes.tsx'
import { goToProof, proofsOf } from './proof.ts'

/**
 * What an operator would say to a colleague, worst first, each leading to its proof. Channels of which
 * nothing is known or that were never set up come after, in one line, and then what is to be known of the person.
 */
export function Sentences(props: {
  readonly user: User
  readonly zone: string
  readonly links: UserLinks
}) {
  const { user, zone } = props
  const sentences = sentencesOf(user, zone)
  const named = (reach: 'unknown' | 'absent') =>
    sentences
      .filter(({ verdict }) => verdict.reach === reach)
      .map(({ channel }) => channelLabels[channel])
      .join(', ')
  const spoken = sentences.filter(
    ({ verdict: { reach } }) => reach !== 'unknown' && reach !== 'absent',
  )
  return (
    <section aria-label="Reach" className="px-5 py-3.5">
      <ul>
        {spoken.map((sentence) => (
          <Said key={sentence.channel} sentence={sentence} />
        ))}
        {spoken.length === 0 && (
          <li className="py-0.5 font-medium">
            {named('unknown') === ''
              ? 'Nothing is set up to reach them.'
              : 'Nothing is known to reach them.'}
          </li>
        )}
        <Rest unknown={named('unknown')} absent={named('absent')} />
      </ul>
      <Notes user={user} zone={zone} links={props.links} />
    </section>
  )
}

function Said({ sentence }: { readonly sentence: Sentence }) {
  const { channel, verdict, headline, clauses, places } = sentence
  return (
    <li className="flex items-start gap-2.5">
      <span className="flex h-6 items-center">
        <ReachGlyph channel={channel} reach={verdict.reach} />
      </span>
      <div className="min-w-0">
        <ToProof channel={channel} field={clauses[0]?.field ?? `channels.${channel}`}>
          <span className="font-medium">{headline}</span>
          <span className="text-muted">
            {clauses.length > 0 && ': '}
            <bdi>{clauses.map(({ text }) => text).join('; ')}</bdi>.
          </span>
        </ToProof>
        {places.map((clause) => (
          <Place key={clause.text} channel={channel} clause={clause} />
        ))}
      </div>
    </li>
  )
}

const Place = ({ channel, clause }: { readonly channel: ChannelName; readonly clause: Clause }) => (
  <div className="text-muted">
    <ToProof channel={channel} field={clause.field}>
      {clause.text}.
    </ToProof>
  </div>
)

function ToProof(props: {
  readonly channel: ChannelName
  readonly field: string
  readonly children: React.ReactNode
}) {
  return (
    <button
      type="button"
      onClick={(event) => goToProof(event.currentTarget, proofsOf(props.field, props.channel))}
      className="block rounded-sm py-0.5 text-left wrap-anywhere decoration-edge underline-offset-3 hover:underline"
    >
      {props.children}
    </button>
  )
}

const Rest = ({ unknown, absent }: { readonly unknown: string; readonly absent: string }) =>
  `${unknown}${absent}` !== '' && (
    <li className="flex items-start gap-2.5 py-0.5 text-muted">
      <span className="flex h-5 w-4 items-center justify-center" aria-hidden>
        –
      </span>
      <span>
        {unknown !== '' && `Not known: ${unknown}. `}
        {absent !== '' && `Not set up: ${absent}.`}
      </span>
    </li>
  )
