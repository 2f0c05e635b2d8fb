import type { KeyboardEvent, RefObject } from 'react'
import { useId, useState } from 'react'
import type { Day } from '#src/web/lib/time.ts'
import { browserZone, dayAt, isDay } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { Popover } from '#src/web/ui/popover.tsx'
import { Calendar } from './calendar.tsx'
import { exactEnds } from './created-filter.tsx'
import type { Created } from '#src/web/users/created.ts'
import { daysOf, presets } from '#src/web/users/created.ts'

type Props = {
  readonly anchor: RefObject<HTMLElement | null>
  readonly created: Created | null
  readonly zone: string
  readonly now: number
  readonly onChange: (change: { created?: Created | null; zone?: string }) => void
  readonly onClose: () => void
}

/** Presets with a letter each, first and last day typed or picked, and the zone they are meant in. */
export function CreatedPanel({ anchor, created, zone, now, onChange, onClose }: Props) {
  const days = created === null ? { from: null, to: null } : daysOf(created, zone, now)
  const setDays = (from: Day | null, to: Day | null) =>
    onChange({ created: from === null && to === null ? null : { from, to } })
  const choose = (next: Created | null) => {
    onChange({ created: next })
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
      return
    const key = event.key.toLowerCase()
    const preset = presets.find((candidate) => candidate.key === key)
    if (preset === undefined && key !== 'a') return
    event.preventDefault()
    choose(preset === undefined ? null : { preset: preset.id })
  }
  return (
    <Popover anchor={anchor} label="Filter by creation date" onClose={onClose}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- one-letter keys for the buttons inside */}
      <div onKeyDown={onKeyDown} className="flex max-sm:flex-col">
        <div
          role="group"
          aria-label="Ready-made ranges"
          className="flex w-44 shrink-0 flex-col border-line p-1.5 max-sm:w-full max-sm:border-b sm:border-r"
        >
          {presets.map((preset) => (
            <PresetButton
              key={preset.id}
              label={preset.label}
              letter={preset.key}
              chosen={created !== null && 'preset' in created && created.preset === preset.id}
              onChoose={() => choose({ preset: preset.id })}
            />
          ))}
          <PresetButton
            label="Any time"
            letter="a"
            chosen={created === null}
            onChoose={() => choose(null)}
          />
        </div>
        <div className="flex w-72 flex-col gap-3 p-3 max-sm:w-full">
          <div className="flex gap-2">
            <DayField label="First day" day={days.from} onDay={(from) => setDays(from, days.to)} />
            <DayField label="Last day" day={days.to} onDay={(to) => setDays(days.from, to)} />
          </div>
          <Calendar days={days} today={dayAt(now, zone)} onDays={setDays} />
          <ZoneSelect zone={zone} onZone={(next) => onChange({ zone: next })} />
          <p className="text-small text-muted">
            {created === null
              ? 'Days begin at midnight in this zone.'
              : `Users created ${exactEnds(created, zone, now)}.`}
          </p>
        </div>
      </div>
    </Popover>
  )
}

function PresetButton(props: {
  readonly label: string
  readonly letter: string
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={props.chosen}
      aria-keyshortcuts={props.letter}
      onClick={props.onChoose}
      className="flex h-8 items-center justify-between rounded-md px-2.5 hover:bg-hover aria-pressed:bg-chosen aria-pressed:font-medium"
    >
      {props.label}
      <Kbd>{props.letter.toUpperCase()}</Kbd>
    </button>
  )
}

/** A day to type. What is typed stands until it is left or entered, and longer if it is no day. */
function DayField(props: {
  readonly label: string
  readonly day: Day | null
  readonly onDay: (day: Day | null) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const hint = useId()
  const commit = () => {
    if (draft === null) return
    const wrong = draft !== '' && !isDay(draft)
    setRefused(wrong)
    if (wrong) return
    setDraft(null)
    if (draft !== (props.day ?? '')) props.onDay(draft || null)
  }
  return (
    <label className="flex min-w-0 flex-1 flex-col gap-1 text-small text-muted">
      {props.label}
      <input
        type="text"
        inputMode="numeric"
        placeholder="YYYY-MM-DD"
        value={draft ?? props.day ?? ''}
        maxLength={10}
        aria-invalid={refused}
        aria-describedby={refused ? hint : undefined}
        onChange={(event) => {
          setDraft(event.target.value.trim())
          setRefused(false)
        }}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className="h-7 w-full rounded-md border border-line bg-ground px-2 text-base text-text placeholder:text-muted/70 aria-invalid:border-danger"
      />
      {refused && (
        <span id={hint} className="text-danger">
          Write the day as 2026-03-01.
        </span>
      )}
    </label>
  )
}

const option = (zone: string) => (
  <option key={zone} value={zone}>
    {zone}
  </option>
)

function ZoneSelect(props: { readonly zone: string; readonly onZone: (zone: string) => void }) {
  const own = browserZone()
  const near = [...new Set([own, 'UTC', props.zone])]
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => !near.includes(zone))
  return (
    <div className="flex items-center gap-1 text-small text-muted">
      <label className="flex min-w-0 flex-1 items-center gap-2">
        Zone
        <select
          value={props.zone}
          onChange={(event) => props.onZone(event.target.value)}
          className="h-7 min-w-0 flex-1 rounded-md border border-line bg-ground px-1.5 text-base text-text"
        >
          <optgroup label="Near at hand">{near.map(option)}</optgroup>
          <optgroup label="All">{others.map(option)}</optgroup>
        </select>
      </label>
      {own !== 'UTC' && (
        <Button
          className="px-1.5 text-small"
          onClick={() => props.onZone(props.zone === 'UTC' ? own : 'UTC')}
        >
          {props.zone === 'UTC' ? 'Use mine' : 'Use UTC'}
        </Button>
      )}
    </div>
  )
}
