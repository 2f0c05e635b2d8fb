import type { FormEvent } from 'react'
import { useId, useState } from 'react'
import { Button } from '#src/web/ui/button.tsx'
import { panels } from '#src/web/words/panels.ts'

/** One value to look for, typed and entered. What is none is refused, and why is said. */
export function ValueField(props: {
  readonly label: string
  readonly value: string | null
  /** Gives what counts of a text, or null for what is no such value. */
  readonly read: (text: string) => string | null
  readonly refusal: string
  readonly onValue: (value: string) => void
  readonly onClose: () => void
}) {
  const { label, value, read, refusal, onValue, onClose } = props
  const [text, setText] = useState(value ?? '')
  const [refused, setRefused] = useState(false)
  const hint = useId()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = read(text)
    setRefused(wanted === null)
    if (wanted === null) return
    onValue(wanted)
    onClose()
  }
  return (
    <form onSubmit={onSubmit} className="flex w-80 max-w-full flex-col gap-1 p-3">
      <label className="flex flex-col gap-1 text-small text-muted">
        {label}
        <span className="flex gap-2">
          <input
            type="text"
            value={text}
            maxLength={320}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={refused}
            aria-describedby={hint}
            onChange={(event) => {
              setText(event.target.value)
              setRefused(false)
            }}
            className="h-7 min-w-0 flex-1 rounded-md border border-line bg-ground px-2 text-base text-text aria-invalid:border-danger"
          />
          <Button type="submit" look="outline">
            {panels.filter}
          </Button>
        </span>
      </label>
      <span
        id={hint}
        role="status"
        className={`min-h-4 text-small ${refused ? 'text-danger' : 'text-muted'}`}
      >
        {refused ? refusal : panels.inAddress}
      </span>
    </form>
  )
}
