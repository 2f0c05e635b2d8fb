import type { LucideIcon } from 'lucide-react'
import CircleCheck from 'lucide-react/icons/circle-check'
import CircleDashed from 'lucide-react/icons/circle-dashed'
import Minus from 'lucide-react/icons/minus'
import OctagonX from 'lucide-react/icons/octagon-x'
import TriangleAlert from 'lucide-react/icons/triangle-exclamation-point'
import type { ChannelName } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import type { Why, WhyState, WhyStep } from '#src/domain/why.ts'
import { capital } from '#src/web/lib/capital.ts'
import { reasonInWords } from '#src/web/users/reach-words.ts'
import { conclusionInWords, stateInWords, stepInWords } from '#src/web/users/why-words.ts'
import { ActivityRow } from './activity-row.tsx'
import { goToProof, proofsOf } from './proof.ts'
import { why as words } from '#src/web/words/why.ts'

// Told apart by shape as well as by colour.
const signs: Readonly<Record<WhyState, readonly [LucideIcon, string]>> = {
  clear: [CircleCheck, 'text-reachable'],
  stops: [OctagonX, 'text-blocked'],
  doubt: [TriangleAlert, 'text-at-risk'],
  unknown: [CircleDashed, 'text-unknown'],
  'not-applicable': [Minus, 'text-absent'],
}

/** Why somebody did not get something on a channel: the conclusion, the steps to it, and what it rests on. */
export function WhyAnswer(props: {
  readonly why: Why
  readonly user: User
  readonly zone: string
  readonly now: number
}) {
  const { why, user, zone, now } = props
  return (
    <>
      <p role="status" className="py-1 font-medium wrap-anywhere">
        {conclusionInWords(why, zone)}
      </p>
      <ol aria-label={words.looked} className="mt-1 grid gap-0.5">
        {why.steps.map((step) => (
          <Step key={step.step} step={step} channel={why.channel} zone={zone} />
        ))}
      </ol>
      {why.last.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 text-muted">{words.last}</h3>
          <ul>
            {why.last.map((row) => (
              <ActivityRow key={row.id} row={row} user={user} now={now} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Step(props: {
  readonly step: WhyStep
  readonly channel: ChannelName
  readonly zone: string
}) {
  const { channel, zone } = props
  const { step, state, reasons } = props.step
  const [Sign, colour] = signs[state]
  const quiet = state === 'not-applicable'
  return (
    <li className="flex items-start gap-2.5 py-0.5">
      <span className="flex h-5 items-center">
        <Sign size={15} aria-hidden className={colour} />
      </span>
      <div className="min-w-0 flex-1">
        <div className={`flex justify-between gap-2 ${quiet ? 'text-muted' : ''}`}>
          <span>{stepInWords(step, channel)}</span>
          <span className="text-small/5 text-muted">{stateInWords(props.step)}</span>
        </div>
        {reasons.map((reason) => (
          <button
            key={`${reason.code} ${reason.field}`}
            type="button"
            onClick={(event) => goToProof(event.currentTarget, proofsOf(reason.field, channel))}
            className="block rounded-sm py-0.5 text-start wrap-anywhere text-muted decoration-edge underline-offset-3 hover:underline"
          >
            {capital(reasonInWords(channel, reason, zone))}.
          </button>
        ))}
      </div>
    </li>
  )
}
