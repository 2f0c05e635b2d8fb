import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { useState } from 'react'
import type { DateRange, Modifiers } from 'react-day-picker'
import { DayPicker } from 'react-day-picker'
import type { Day } from '#src/web/lib/time.ts'
import { isMirrored } from '#src/web/lib/direction.ts'
import { language, locale } from '#src/web/words/language.ts'
import { panels } from '#src/web/words/panels.ts'

// The calendar counts in days of no zone: noon local time stands for the day, whatever the browser's zone.
const dateOf = (day: Day): Date => new Date(`${day}T12:00:00`)
const dayOf = (date: Date): Day =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')

const written = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, options)
  return (date: Date) => format.format(date)
}
const monthName = written({ month: 'long' })
const monthAndYear = written({ month: 'long', year: 'numeric' })
const weekday = written({ weekday: 'short' })
const wholeDay = written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

const formatters = {
  formatCaption: monthAndYear,
  formatMonthDropdown: monthName,
  formatWeekdayName: (date: Date) => weekday(date).slice(0, 2),
}

const { dates: words } = panels

function labelDayButton(date: Date, { today, selected }: Modifiers): string {
  const day = today === true ? words.today(wholeDay(date)) : wholeDay(date)
  return selected === true ? words.chosen(day) : day
}

// The calendar's own words are English.
const labels = {
  labelPrevious: () => words.previousMonth,
  labelNext: () => words.nextMonth,
  labelNav: () => words.months,
  labelMonthDropdown: () => words.month,
  labelYearDropdown: () => words.year,
  labelGrid: monthAndYear,
  labelWeekday: written({ weekday: 'long' }),
  ...(language === 'en' ? {} : { labelGridcell: wholeDay, labelDayButton }),
}

/** Two clicks make a range of days. `today` is the last that can be chosen, and where an open range is drawn to. */
export function Calendar(props: {
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
      dir={isMirrored() ? 'rtl' : 'ltr'}
      lang={language}
      formatters={formatters}
      labels={labels}
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
        dropdown_root: 'relative min-h-6',
        dropdown: 'absolute inset-0 min-h-6 cursor-pointer opacity-0',
        caption_label: 'inline-flex items-center gap-0.5 rounded-md px-1 hover:bg-hover',
        nav: 'absolute top-0 end-0 z-1 flex',
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
