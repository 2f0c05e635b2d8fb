import { useState } from 'react'
import type { Capabilities } from '#src/domain/environment.ts'
import type { ReachFilter } from '#src/domain/filters.ts'
import { answererOf } from '#src/domain/filters.ts'
import type { ChannelName, Reach } from '#src/domain/reach.ts'
import { channelNames, reachValues } from '#src/domain/reach.ts'
import { ReachGlyph } from '#src/web/users/reach-glyph.tsx'
import { channelLabels, reachLabels } from '#src/web/users/reach-labels.ts'
import { withReaches } from './chips.ts'
import { panels } from '#src/web/words/panels.ts'

type Props = {
  readonly reach: ReachFilter
  readonly capabilities: Capabilities
  readonly platform: string
  /** The channel that is shown first. */
  readonly channel: ChannelName
  readonly onReach: (channel: ChannelName, reach: ReachFilter) => void
}

/** A channel at a time, and which of its verdicts are wanted: any of those marked will do. */
export function ReachPanel({ reach, capabilities, platform, channel: first, onReach }: Props) {
  const [channel, setChannel] = useState(first)
  const wanted = reach[channel] ?? []
  const toggle = (value: Reach, isWanted: boolean) => {
    const next = reachValues.filter((one) => (one === value ? isWanted : wanted.includes(one)))
    onReach(channel, withReaches(reach, channel, next))
  }
  return (
    <div className="flex">
      <div
        role="group"
        aria-label={panels.channel}
        className="flex w-36 shrink-0 flex-col border-e border-line p-1.5"
      >
        {channelNames.map((name) => {
          const isTold = answererOf(name, capabilities) !== null
          const count = reach[name]?.length ?? 0
          return (
            <button
              key={name}
              type="button"
              aria-pressed={name === channel}
              disabled={!isTold}
              title={isTold ? undefined : panels.notTold(platform)}
              onClick={() => setChannel(name)}
              className="flex h-8 items-center gap-2 rounded-md px-2.5 text-start enabled:hover:bg-hover disabled:opacity-45 aria-pressed:bg-chosen aria-pressed:font-medium"
            >
              <ReachGlyph channel={name} reach={isTold ? 'reachable' : 'unknown'} size={14} />
              <span className="flex-1">{channelLabels[name]}</span>
              {count > 0 && <span className="text-small text-muted">{count}</span>}
            </button>
          )
        })}
      </div>
      <fieldset className="flex w-64 flex-col p-1.5 max-sm:w-52">
        <legend className="sr-only">{panels.channelIs(channelLabels[channel])}</legend>
        {reachValues.map((value) => (
          <label
            key={value}
            className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 hover:bg-hover"
          >
            <input
              type="checkbox"
              checked={wanted.includes(value)}
              onChange={(event) => toggle(value, event.target.checked)}
              className="size-3.5 accent-accent"
            />
            <ReachGlyph channel={channel} reach={value} size={14} />
            <span>{reachLabels[value]}</span>
            <span className="truncate text-small text-muted max-sm:sr-only">
              {panels.meanings[value]}
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
