import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import { useId, useState } from 'react'
import type { DateRange } from 'react-day-picker'
import { DayPicker } from 'react-day-picker'
import type { Day } from '#src/web/lib/time.ts'
import { browserZone, dayAt, isDay } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Kbd } from '#src/web/ui/kbd.tsx'
import { Popover } from '#src/web/ui/popover.tsx'
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

// The calendar counts in days of no zone: noon local time stands for the day, whatever the browser's zone.
const dateOf = (day: Day): Date => new Date(`${day}T12:00:00`)
const dayOf = (date: Date): Day =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

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

function Calendar(props: {
  readonly days: { readonly from: Day | null; readonly to: Day | null }
  readonly today: Day
  readonly onDays: (from: Day, to: Day) => void
}) {
  const { days, today, onDays } = props
  // The first of two clicks waits here for the second: half a range filters nothing.
  const [begun, setBegun] = useState<Day | null>(null)
  const shown = begun === null ? days : { from: begun, to: begun }
  const month = (shown.to ?? shown.from ?? today).slice(0, 7)
  const [turned, setTurned] = useState<{ of: string; to: Date } | null>(null)
  const selected: DateRange | undefined =
    shown.from === null && shown.to === null
      ? undefined
      : { from: dateOf(shown.from ?? '1970-01-01'), to: dateOf(shown.to ?? today) }
  return (
    <DayPicker
      mode="range"
      weekStartsOn={1}
      showOutsideDays
      captionLayout="dropdown"
      startMonth={dateOf('2010-01-01')}
      endMonth={dateOf(today)}
      today={dateOf(today)}
      month={turned?.of === month ? turned.to : dateOf(`${month}-01`)}
      onMonthChange={(to) => setTurned({ of: month, to })}
      disabled={{ after: dateOf(today) }}
      selected={selected}
      onSelect={(_range, clicked) => {
        const day = dayOf(clicked)
        if (begun === null) return setBegun(day)
        setBegun(null)
        return begun <= day ? onDays(begun, day) : onDays(day, begun)
      }}
      components={{
        Chevron,
      }}
      classNames={{
        root: 'w-full',
        months: 'relative',
        month_caption: 'flex h-7 items-center px-1 font-medium',
        dropdowns: 'flex gap-1',
        dropdown_root: 'relative',
        dropdown: 'absolute inset-0 cursor-pointer opacity-0',
        caption_label: 'inline-flex items-center gap-0.5 rounded-md px-1 hover:bg-hover',
        nav: 'absolute top-0 right-0 z-1 flex',
        button_previous: arrow,
        button_next: arrow,
        month_grid: 'mt-1 w-full border-collapse',
        weekday: 'h-7 text-small font-normal text-muted',
        day: 'p-0 text-center [&[data-outside]]:text-muted [&[data-disabled]]:opacity-45',
        day_button:
          'h-8 w-full rounded-md outline-offset-[-1px] hover:inset-ring hover:inset-ring-edge disabled:cursor-default disabled:hover:inset-ring-0',
        today: 'font-semibold text-accent',
        range_start: rangeEnd,
        range_middle: 'bg-chosen',
        range_end: rangeEnd,
      }}
    />
  )
}

const arrow =
  'inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover disabled:opacity-40'
const rangeEnd = 'rounded-md bg-accent text-on-accent'

const chevrons = { left: ChevronLeft, right: ChevronRight, up: ChevronDown, down: ChevronDown }

function Chevron({ orientation = 'down' }: { readonly orientation?: keyof typeof chevrons }) {
  const Icon = chevrons[orientation]
  return <Icon size={14} aria-hidden className="text-muted" />
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
