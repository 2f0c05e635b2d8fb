import { useState } from 'react'
import { Button } from '#src/web/ui/button.tsx'
import { longestName } from './view-changes.ts'
import { views as words } from '#src/web/words/views.ts'

/** A name to give. Escape leaves it as it was. */
export function NameField(props: {
  readonly label: string
  readonly name: string
  /** What entering it does, in a word. */
  readonly action: (name: string) => string
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}) {
  const [name, setName] = useState(props.name)
  return (
    <form
      className="flex gap-1.5"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') props.onName(name)
      }}
    >
      <input
        type="text"
        aria-label={props.label}
        placeholder={words.namePlaceholder}
        value={name}
        maxLength={longestName}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it has just been asked for
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          // One layer at a time: the panel stays.
          event.preventDefault()
          event.stopPropagation()
          props.onCancel()
        }}
        className="h-7 min-w-0 flex-1 rounded-md border border-line bg-ground px-2 placeholder:text-muted"
      />
      <Button type="submit" look="primary" disabled={name.trim() === ''}>
        {props.action(name)}
      </Button>
    </form>
  )
}
