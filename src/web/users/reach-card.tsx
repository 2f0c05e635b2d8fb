import { Tooltip } from '@base-ui/react/tooltip'
import { useEffect } from 'react'
import { channelNames } from '#src/domain/reach.ts'
import type { User } from '#src/domain/user.ts'
import { announce } from '#src/web/lib/notice.ts'
import { ReachGlyph } from './reach-glyph.tsx'
import { channelLabels, reachLabels } from './reach-labels.ts'
import { reasonsInWords, verdictInWords } from './reach-words.ts'

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
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={8}
          className="z-30"
        >
          <Tooltip.Popup
            aria-hidden
            className="pointer-events-none grid gap-1.5 rounded-lg border border-line bg-raised px-3 py-2.5 text-small shadow-lg"
          >
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
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}
