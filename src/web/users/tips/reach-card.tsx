import { useEffect } from 'react'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { announce } from '#src/web/lib/notice.ts'
import { Card } from '#src/web/ui/card.tsx'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels, reachLabels } from '#src/web/users/reach-labels.ts'
import { reasonsInWords, verdictInWords } from '#src/web/users/reach-words.ts'

/** A user's five verdicts with their reasons, beside an element; said as well as shown when `spoken`. */
export function ReachCard(props: {
  readonly anchor: Element
  readonly spoken: boolean
  readonly user: User
  readonly zone: string
}) {
  const { anchor, spoken, user, zone } = props
  useEffect(() => {
    if (spoken)
      announce(
        channelNames.map((name) => verdictInWords(name, user.channels[name], zone)).join('. '),
      )
  }, [spoken, user, zone])
  return (
    <Card anchor={anchor} aria-hidden className="pointer-events-none">
      {channelNames.map((name) => {
        const verdict = user.channels[name]
        return (
          <div key={name} className="flex items-center gap-2">
            <ReachGlyph channel={name} reach={verdict.reach} size={14} />
            <span className="w-16 font-medium">{channelLabels[name]}</span>
            <span className="text-muted">
              {reachLabels[verdict.reach]}, {reasonsInWords(name, verdict, zone)}
            </span>
          </div>
        )
      })}
    </Card>
  )
}
