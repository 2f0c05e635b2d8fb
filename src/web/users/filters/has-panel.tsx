import type { Capabilities } from '#src/domain/environment.ts'
import type { ReachFilter } from '#src/domain/filters.ts'
import { answererOf } from '#src/domain/filters.ts'
import type { ChannelName } from '#src/domain/reach.ts'
import { channelNames } from '#src/domain/reach.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels } from '#src/web/users/reach-labels.ts'
import { hasOf, hasReaches, withReaches } from './chips.ts'
import { panels } from '#src/web/words/panels.ts'

const choices = [
  { label: panels.has.any, is: undefined, reaches: [] },
  { label: panels.has.has, is: 'has', reaches: hasReaches },
  { label: panels.has.lacks, is: 'lacks', reaches: ['absent'] },
] as const

/** For each channel whether people must have it, must lack it, or either. */
export function HasPanel(props: {
  readonly reach: ReachFilter
  readonly capabilities: Capabilities
  readonly platform: string
  readonly onReach: (channel: ChannelName, reach: ReachFilter) => void
}) {
  const { reach, capabilities, platform, onReach } = props
  return (
    <div className="flex flex-col p-1.5">
      {channelNames.map((channel) => {
        const isTold = answererOf(channel, capabilities) !== null
        const now = hasOf(reach[channel])
        return (
          <fieldset
            key={channel}
            disabled={!isTold}
            title={isTold ? undefined : panels.notTold(platform)}
            className="flex h-9 items-center gap-2.5 px-2.5 disabled:opacity-45"
          >
            <legend className="sr-only">{channelLabels[channel]}</legend>
            <ReachGlyph
              channel={channel}
              reach={now === 'lacks' ? 'absent' : 'reachable'}
              size={14}
            />
            <span aria-hidden className="w-20">
              {channelLabels[channel]}
            </span>
            <span className="flex rounded-md border border-line">
              {choices.map(({ label, is, reaches }) => (
                <label
                  key={label}
                  className="relative flex h-6.5 cursor-pointer items-center rounded-md px-2 text-muted has-checked:bg-chosen has-checked:font-medium has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-accent"
                >
                  <input
                    type="radio"
                    name={`has-${channel}`}
                    checked={now === is}
                    onChange={() => onReach(channel, withReaches(reach, channel, reaches))}
                    className="absolute inset-0 cursor-pointer opacity-0"
                  />
                  {label}
                </label>
              ))}
            </span>
          </fieldset>
        )
      })}
    </div>
  )
}
