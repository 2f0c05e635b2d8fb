import { useQuery } from '@tanstack/react-query'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useId } from 'react'
import type { ChannelName } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { RetryButton } from '#src/web/ui/retry-button.tsx'
import { failureInWords } from '#src/web/users/failure-words.ts'
import { userQueries } from '#src/web/users/queries.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import type { Sentence } from '#src/web/users/sentence-words.ts'
import { shownReach } from '#src/web/users/sentence-words.ts'
import { drawer as words } from '#src/web/words/drawer.ts'
import { ui } from '#src/web/words/ui.ts'

const [WhyAnswer, load] = onDemand(async () => (await import('./why-answer.tsx')).WhyAnswer, {
  meanwhile: Looking,
})

/** Whether the question is open, and on which channel it was asked; null: on the user's worst. */
export type WhyAsked = { readonly open: boolean; readonly channel: ChannelName | null }

type Props = {
  readonly environment: string
  readonly user: User
  readonly sentences: readonly Sentence[]
  readonly asked: WhyAsked
  readonly onAsk: (asked: WhyAsked) => void
  readonly zone: string
  readonly now: number
}

/** The question that operators come with, asked of the platform only when they ask it. */
export function WhyNot(props: Props) {
  const { asked, onAsk, sentences } = props
  const { open } = asked
  const worst = sentences[0]?.channel ?? 'email'
  const panel = useId()
  return (
    <div className="-mt-1.5 px-5 pb-3.5">
      <Button
        aria-expanded={open}
        aria-controls={panel}
        onPointerEnter={load}
        onFocus={load}
        onClick={() => onAsk({ open: !open, channel: asked.channel ?? worst })}
        className="-ms-2 px-2"
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={`transition-transform duration-100 ${open ? 'rotate-90' : 'rtl:-scale-x-100'}`}
        />
        {words.whyNot}
      </Button>
      <div id={panel} hidden={!open} className="pt-1.5">
        {open && <Asked {...props} />}
      </div>
    </div>
  )
}

function Asked({ environment, user, sentences, asked, onAsk, zone, now }: Props) {
  const channel = asked.channel ?? 'email'
  const query = useQuery(userQueries.why(environment, user.id, channel))
  return (
    <>
      <Choice
        sentences={sentences}
        channel={channel}
        onChoose={(chosen) => onAsk({ open: true, channel: chosen })}
      />
      <div aria-busy={query.isFetching} className="mt-2 min-h-40">
        {query.data === undefined ? (
          query.error === null && <Looking />
        ) : (
          <WhyAnswer why={query.data} user={user} zone={zone} now={now} />
        )}
        {query.error !== null && (
          <p role="alert" className="flex items-center gap-3 py-1 text-muted">
            {failureInWords(query.error).title}
            <RetryButton
              retryAt={failureInWords(query.error).retryAt}
              onRetry={() => void query.refetch()}
            />
          </p>
        )}
      </div>
    </>
  )
}

/** The channels, each with the sign of its sentence, so that the two never disagree. */
function Choice(props: {
  readonly sentences: readonly Sentence[]
  readonly channel: ChannelName
  readonly onChoose: (channel: ChannelName) => void
}) {
  const { channel, sentences, onChoose } = props
  const ordered = channelNames.flatMap((name) => sentences.filter((one) => one.channel === name))
  return (
    <div
      role="group"
      aria-label={words.channel}
      className="-mx-1.5 flex justify-between gap-0.5 max-[380px]:flex-wrap"
    >
      {ordered.map((sentence) => (
        <Button
          key={sentence.channel}
          aria-pressed={sentence.channel === channel}
          onClick={() => onChoose(sentence.channel)}
          className="gap-1 px-1 sm:px-1.5 aria-pressed:bg-chosen aria-pressed:text-text"
        >
          <ReachGlyph channel={sentence.channel} reach={shownReach(sentence)} size={14} />
          {channelLabels[sentence.channel]}
        </Button>
      ))}
    </div>
  )
}

function Looking() {
  return (
    <div role="status" aria-label={ui.looking} className="grid gap-3 py-2">
      {[80, 45, 60, 40, 55].map((width) => (
        <div key={width} className="skeleton" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
