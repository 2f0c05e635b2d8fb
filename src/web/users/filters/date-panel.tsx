import type { KeyboardEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import type { Day } from '#src/web/lib/time.ts'
import { isTyping } from '#src/web/lib/keyboard.ts'
import { isDay } from '#src/web/lib/time.ts'
import { Button } from '#src/web/ui/button.tsx'
import type { Dates } from '#src/web/users/dates.ts'
import { absences, daysOf, exactEnds, presetLabel, presets } from '#src/web/users/dates.ts'
import { ZonePicker } from '#src/web/users/zone/zone-picker.tsx'
import { Calendar } from './calendar.tsx'
import { TypedDates } from './typed-field.tsx'
import { panels } from '#src/web/words/panels.ts'

type Props = {
  /** What happened then: somebody was created, or last seen. */
  readonly what: 'created' | 'seen'
  readonly dates: Dates | null
  readonly zone: string
  /** The open user's own zone, or null. */
  readonly theirs: string | null
  /** The day that it is in the zone. */
  readonly today: Day
  readonly onDates: (dates: Dates | null) => void
  readonly onZone: (zone: string) => void
  readonly onClose: () => void
}

/**
 * Presets, dates in words, first and last day typed or picked, and the zone they are meant in. Whoever types on a
 * button means the words.
 */
export function DatePanel({ what, dates, zone, theirs, today, onDates, onZone, onClose }: Props) {
  const words = useRef<HTMLInputElement>(null)
  const days = dates === null ? { from: null, to: null } : daysOf(dates, today)
  const setDays = (from: Day | null, to: Day | null) =>
    onDates(from === null && to === null ? null : { from, to })
  const choose = (next: Dates | null) => {
    onDates(next)
    onClose()
  }
  const offered = what === 'created' ? presets : [...presets, ...absences]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    // The press goes on into the field that has the focus by then.
    if (/^[\p{L}\p{N}]$/u.test(event.key)) words.current?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- for what is typed on the buttons inside
    <div onKeyDown={onKeyDown} className="flex max-sm:flex-col">
      <div
        role="group"
        aria-label={panels.dates.ranges}
        className="flex w-44 shrink-0 flex-col border-line p-1.5 max-sm:w-full max-sm:border-b sm:border-e"
      >
        {offered.map((preset) => (
          <PresetButton
            key={preset.id}
            label={presetLabel(preset.id)}
            chosen={dates !== null && 'preset' in dates && dates.preset === preset.id}
            onChoose={() => choose({ preset: preset.id })}
          />
        ))}
        <PresetButton
          label={panels.dates.any}
          chosen={dates === null}
          onChoose={() => choose(null)}
        />
      </div>
      <div className="flex w-72 flex-col gap-3 p-3 max-sm:w-full">
        <TypedDates field={words} today={today} onDates={choose} onLeave={onDates} />
        <div className="flex gap-2">
          <DayField
            label={panels.dates.first}
            day={days.from}
            onDay={(from) => setDays(from, days.to)}
          />
          <DayField
            label={panels.dates.last}
            day={days.to}
            onDay={(to) => setDays(days.from, to)}
          />
        </div>
        <Calendar days={days} today={today} onDays={setDays} />
        <ZoneField zone={zone} theirs={theirs} onZone={onZone} />
        <p className="text-small text-muted">
          {dates === null
            ? panels.dates.midnight
            : panels.dates[what](exactEnds(dates, zone, today))}
        </p>
      </div>
    </div>
  )
}

function PresetButton(props: {
  readonly label: string
  readonly chosen: boolean
  readonly onChoose: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={props.chosen}
      onClick={props.onChoose}
      className="flex h-8 items-center rounded-md px-2.5 hover:bg-hover aria-pressed:bg-chosen aria-pressed:font-medium"
    >
      {props.label}
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
        placeholder={panels.dates.form}
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
          {panels.dates.refused}
        </span>
      )}
    </label>
  )
}

/** The zone that days are meant in, and in its place all others while another is chosen. */
function ZoneField(props: {
  readonly zone: string
  readonly theirs: string | null
  readonly onZone: (zone: string) => void
}) {
  const [choosing, setChoosing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const picker = useRef<HTMLDivElement>(null)
  const wasChoosing = useRef(false)
  const close = () => setChoosing(false)
  useEffect(() => {
    if (choosing) picker.current?.querySelector('input')?.focus()
    else if (wasChoosing.current) button.current?.focus()
    wasChoosing.current = choosing
  }, [choosing])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // One layer at a time: the panel stays.
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  if (!choosing)
    return (
      <Button
        ref={button}
        look="outline"
        className="justify-start!"
        onClick={() => setChoosing(true)}
      >
        <span className="text-muted">{panels.dates.zone}</span> {props.zone}
      </Button>
    )
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape for the field inside
    <div ref={picker} onKeyDownCapture={onKeyDown} className="rounded-md border border-line">
      <ZonePicker
        zone={props.zone}
        theirs={props.theirs}
        onZone={(zone) => {
          props.onZone(zone)
          close()
        }}
      />
    </div>
  )
}
