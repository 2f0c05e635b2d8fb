import type { ReactNode } from 'react'
import { Fragment } from 'react'
import type { ChannelName } from '#src/domain/reach.ts'
import { Button } from '#src/web/ui/button.tsx'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import type { Known, Sentence } from '#src/web/users/sentence-words.ts'
import { shownReach } from '#src/web/users/sentence-words.ts'
import type { Clause } from '#src/web/users/place-sentences.ts'
import { FilterWord } from './filter-by.tsx'
import { goToProof, proofsOf } from './proof.ts'
import { openInWords } from './told-words.ts'
import { drawer as words } from '#src/web/words/drawer.ts'
import { ui } from '#src/web/words/ui.ts'

type Props = {
  readonly sentences: readonly Sentence[]
  readonly detail: Known['detail']
  /** The choices were asked for, and no usable answer came. */
  readonly noChoices: boolean
  readonly platform: string
  readonly onRetry: () => void
}

const isRest = ({ state, verdict: { reach } }: Sentence): boolean =>
  reach === 'absent' || (reach === 'unknown' && state !== 'said')

/**
 * What an operator would say to a colleague, worst first, each leading to its proof. What is still looked for
 * stands in its place, and makes no claim; channels of which nothing is ever told or that were never set up
 * come after, in a line.
 */
export function Sentences({ sentences, detail, noChoices, platform, onRetry }: Props) {
  const spoken = sentences.filter((sentence) => !isRest(sentence))
  const rest = sentences.filter(isRest)
  const absent = rest.filter(({ verdict }) => verdict.reach === 'absent')
  const open = rest.filter(({ state }) => state === 'open')
  const untold = rest.filter(({ state }) => state === 'untold')
  return (
    <ul>
      {spoken.map((sentence) =>
        sentence.state === 'open' ? (
          <Open key={sentence.channel} sentence={sentence} detail={detail} />
        ) : (
          <Said key={sentence.channel} sentence={sentence} onRetry={onRetry} />
        ),
      )}
      {spoken.length === 0 && open.length === 0 && (
        <li className="py-0.5 font-medium">
          {untold.length === 0 ? words.nothingSetUp : words.nothingKnown}
        </li>
      )}
      {open.length > 0 && <Rest says={`${namesOf(open)}: ${openInWords(detail, 'unknown')}`} />}
      {noChoices && (
        <Rest says={words.choicesUnread}>
          <Again onRetry={onRetry} />
        </Rest>
      )}
      {untold.length > 0 && <Rest says={words.neverTold(platform, namesOf(untold))} />}
      {absent.length > 0 && absent.length < sentences.length && (
        <Rest says={words.notSetUp}>
          {absent.map(({ channel }, index) => (
            <Fragment key={channel}>
              {index > 0 && ', '}
              <FilterWord by={{ reach: { [channel]: ['absent'] } }} word={channelLabels[channel]} />
            </Fragment>
          ))}
        </Rest>
      )}
    </ul>
  )
}

const isToldNoMore = ({ verdict: { reasons } }: Sentence): boolean =>
  reasons.some(({ code, detail }) => code.endsWith('-not-told') && detail === 'failed')

function Said({
  sentence,
  onRetry,
}: {
  readonly sentence: Sentence
  readonly onRetry: () => void
}) {
  const { channel, verdict, headline, clauses, places } = sentence
  return (
    <Line sentence={sentence}>
      <ToProof channel={channel} field={clauses[0]?.field ?? `channels.${channel}`}>
        <span className="font-medium">{headline}</span>
        <span className="text-muted">
          {clauses.length > 0 && ': '}
          <bdi>{clauses.map(({ text }) => text).join('; ')}</bdi>.
        </span>
      </ToProof>
      {verdict.reach === 'unknown' && isToldNoMore(sentence) && <Again onRetry={onRetry} />}
      {places.map((clause) => (
        <Place key={clause.text} channel={channel} clause={clause} />
      ))}
    </Line>
  )
}

/** Something may still speak against it: it is named, and nothing is claimed of it. */
const Open = (props: { readonly sentence: Sentence; readonly detail: Known['detail'] }) => (
  <Line sentence={props.sentence}>
    <p className="py-0.5 text-muted">
      {channelLabels[props.sentence.channel]}:{' '}
      {openInWords(props.detail, props.sentence.verdict.reach)}
    </p>
  </Line>
)

const Line = (props: { readonly sentence: Sentence; readonly children: ReactNode }) => (
  <li className="flex items-start gap-2.5">
    <span className="flex h-6 items-center">
      <ReachGlyph channel={props.sentence.channel} reach={shownReach(props.sentence)} />
    </span>
    <div className="min-w-0">{props.children}</div>
  </li>
)

const Again = ({ onRetry }: { readonly onRetry: () => void }) => (
  <Button look="outline" className="my-0.5 inline-flex h-6 text-small" onClick={onRetry}>
    {ui.retry}
  </Button>
)

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
  readonly children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={(event) => goToProof(event.currentTarget, proofsOf(props.field, props.channel))}
      className="block rounded-sm py-0.5 text-start wrap-anywhere decoration-edge underline-offset-3 hover:underline"
    >
      {props.children}
    </button>
  )
}

const Rest = (props: { readonly says: string; readonly children?: ReactNode }) => (
  <li className="flex items-start gap-2.5 py-0.5 text-muted">
    <span className="flex h-5 w-4 shrink-0 items-center justify-center" aria-hidden>
      –
    </span>
    <span>
      {props.says}
      {props.children}
    </span>
  </li>
)

const namesOf = (sentences: readonly Sentence[]): string =>
  sentences.map(({ channel }) => channelLabels[channel]).join(', ')
