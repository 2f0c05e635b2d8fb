import { ChevronLeft, ChevronRight } from 'lucide-react'
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
          <DayInputs
            key={`${days.from}..${days.to}`}
            from={days.from}
            to={days.to}
            onDays={(from, to) =>
              onChange({ created: from === null && to === null ? null : { from, to } })
            }
          />
          <Calendar
            days={days}
            today={dayAt(now, zone)}
            onDays={(from, to) => onChange({ created: { from, to } })}
          />
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

function DayInputs(props: {
  readonly from: Day | null
  readonly to: Day | null
  readonly onDays: (from: Day | null, to: Day | null) => void
}) {
  const [from, setFrom] = useState(props.from ?? '')
  const [to, setTo] = useState(props.to ?? '')
  const hint = useId()
  const wrong =
    [from, to].some((day) => day !== '' && !isDay(day)) || (from !== '' && to !== '' && from > to)
  const apply = () => {
    if (!wrong && (from !== (props.from ?? '') || to !== (props.to ?? '')))
      props.onDays(from || null, to || null)
  }
  const field = (label: string, value: string, set: (day: string) => void) => (
    <label className="flex min-w-0 flex-1 flex-col gap-1 text-small text-muted">
      {label}
      <input
        type="text"
        inputMode="numeric"
        placeholder="2026-03-01"
        value={value}
        maxLength={10}
        aria-invalid={wrong}
        aria-describedby={wrong ? hint : undefined}
        onChange={(event) => set(event.target.value.trim())}
        onBlur={apply}
        onKeyDown={(event) => event.key === 'Enter' && apply()}
        className="h-7 w-full rounded-md border border-line bg-ground px-2 text-base text-text placeholder:text-muted/70 aria-invalid:border-danger"
      />
    </label>
  )
  return (
    <div>
      <div className="flex gap-2">
        {field('First day', from, setFrom)}
        {field('Last day', to, setTo)}
      </div>
      {wrong && (
        <p id={hint} className="mt-1 text-small text-danger">
          Days are written 2026-03-01, and the first comes before the last.
        </p>
      )}
    </div>
  )
}

function Calendar(props: {
  readonly days: { readonly from: Day | null; readonly to: Day | null }
  readonly today: Day
  readonly onDays: (from: Day, to: Day) => void
}) {
  const { days, today, onDays } = props
  const selected: DateRange | undefined =
    days.from === null
      ? undefined
      : { from: dateOf(days.from), to: days.to === null ? undefined : dateOf(days.to) }
  return (
    <DayPicker
      mode="range"
      weekStartsOn={1}
      showOutsideDays
      today={dateOf(today)}
      defaultMonth={dateOf(days.to ?? today)}
      disabled={{ after: dateOf(today) }}
      selected={selected}
      onSelect={(range, day) => {
        // A click on a whole range begins a new one; the second click closes it.
        const whole = days.from !== null && days.to !== null && days.from !== days.to
        const from = whole || range?.from === undefined ? day : range.from
        const to = whole || range?.to === undefined ? day : range.to
        onDays(dayOf(from), dayOf(to))
      }}
      components={{
        Chevron,
      }}
      classNames={{
        root: 'w-full',
        months: 'relative',
        month_caption: 'flex h-7 items-center px-1 font-medium',
        nav: 'absolute top-0 right-0 flex',
        button_previous:
          'inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover',
        button_next:
          'inline-flex size-7 items-center justify-center rounded-md text-muted hover:bg-hover disabled:opacity-40',
        month_grid: 'mt-1 w-full border-collapse',
        weekday: 'h-7 text-small font-normal text-muted',
        day: 'p-0 text-center [&[data-outside]]:text-muted [&[data-disabled]]:opacity-45',
        day_button: 'h-8 w-full rounded-md hover:bg-hover disabled:cursor-default',
        today: 'font-semibold text-accent',
        range_start: 'rounded-l-md bg-chosen',
        range_middle: 'bg-chosen',
        range_end: 'rounded-r-md bg-chosen',
      }}
    />
  )
}

const Chevron = ({ orientation }: { readonly orientation?: string }) =>
  orientation === 'left' ? <ChevronLeft size={14} /> : <ChevronRight size={14} />

function ZoneSelect(props: { readonly zone: string; readonly onZone: (zone: string) => void }) {
  const own = browserZone()
  const zones = [...new Set([own, 'UTC', props.zone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <div className="flex items-center gap-1 text-small text-muted">
      <label className="flex min-w-0 flex-1 items-center gap-2">
        Zone
        <select
          value={props.zone}
          onChange={(event) => props.onZone(event.target.value)}
          className="h-7 min-w-0 flex-1 rounded-md border border-line bg-ground px-1.5 text-base text-text"
        >
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone === own ? `${zone} (yours)` : zone}
            </option>
          ))}
        </select>
      </label>
      <Button
        className="px-1.5 text-small"
        onClick={() => props.onZone(props.zone === 'UTC' ? own : 'UTC')}
      >
        {props.zone === 'UTC' ? 'Use mine' : 'Use UTC'}
      </Button>
    </div>
  )
}
