import type { RefObject } from 'react'
import { useId, useState } from 'react'
import type { Day } from '#src/web/lib/time.ts'
import type { Dates } from '#src/web/users/dates.ts'
import { describeDates } from '#src/web/users/dates.ts'
import { readTyped } from './typed-dates.ts'
import { panels } from '#src/web/words/panels.ts'

/**
 * Dates in words: says what it understood while one types, and takes it on Enter, when that is pressed, or when the
 * field is left for something else of the panel.
 */
export function TypedDates(props: {
  readonly field: RefObject<HTMLInputElement | null>
  readonly today: Day
  /** Chosen: done with. */
  readonly onDates: (dates: Dates) => void
  /** Left as they are, for going on. */
  readonly onLeave: (dates: Dates) => void
}) {
  const { field, today, onDates, onLeave } = props
  const [text, setText] = useState('')
  // Half a word is not wrong yet: until it is entered, it is only not understood.
  const [refused, setRefused] = useState(false)
  const [left, setLeft] = useState(true)
  const said = useId()
  const typed = text.trim() === '' ? null : readTyped(text, today)
  return (
    <div className="flex flex-col gap-1 text-small text-muted">
      <label className="flex flex-col gap-1">
        {panels.typed.label}
        <input
          ref={field}
          type="text"
          placeholder={panels.typed.placeholder}
          value={text}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={said}
          aria-invalid={refused}
          onChange={(event) => {
            setText(event.target.value)
            setRefused(false)
            setLeft(false)
          }}
          // Not where the panel goes away with it: whoever presses Escape takes nothing.
          onBlur={({ relatedTarget, currentTarget }) => {
            if (left || typed === null || !currentTarget.isConnected || relatedTarget === null)
              return
            setLeft(true)
            if ('dates' in typed) onLeave(typed.dates)
            else setRefused(true)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed === null) return
            // Or it would press the button that has the focus by then.
            event.preventDefault()
            if ('dates' in typed) onDates(typed.dates)
            else setRefused(true)
          }}
          className="h-7 w-full rounded-md border border-line bg-ground px-2 text-base text-text placeholder:text-muted/70 aria-invalid:border-danger"
        />
      </label>
      {/* Its room is there from the start, so that nothing moves while one types. */}
      <span id={said} role="status" className={`min-h-8 ${refused ? 'text-danger' : ''}`}>
        {typed === null ? (
          panels.typed.hint
        ) : 'dates' in typed ? (
          <>
            <button
              type="button"
              onClick={() => onDates(typed.dates)}
              className="rounded-sm font-medium text-text underline decoration-muted underline-offset-2 hover:decoration-text"
            >
              {describeDates(typed.dates)}
            </button>{' '}
            · {panels.typed.takes}
          </>
        ) : (
          typed.problem
        )}
      </span>
    </div>
  )
}
