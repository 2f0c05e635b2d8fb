import ChevronDown from 'lucide-react/icons/chevron-down'
import X from 'lucide-react/icons/x'
import { useRef, useState } from 'react'
import { selectionWords as words } from '#src/web/words/selection.ts'
import { Button } from '#src/web/ui/button.tsx'
import { RowsMenu } from './rows-menu.tsx'
import type { RowAction } from './use-row-actions.ts'

/** At the foot of the list while somebody is selected: how many, and what can be done with them. */
export function SelectionBar(props: {
  readonly count: number
  readonly actions: readonly RowAction[]
  readonly onAll: () => void
  readonly onClear: () => void
}) {
  const { count, actions, onAll, onClear } = props
  return (
    <div
      role="toolbar"
      aria-label={words.bar}
      className="flex min-h-10 flex-wrap items-center gap-1 border-t border-line bg-raised px-4 py-1 max-sm:px-2"
    >
      <span className="pe-2 font-medium">{words.inBar(count)}</span>
      <Opener label={words.copy} actions={actions.filter(({ menu }) => menu === 'copy')} />
      <Opener label={words.export} actions={actions.filter(({ menu }) => menu === 'export')} />
      <Button onClick={onAll}>{words.all}</Button>
      <span className="flex-1" />
      <Button aria-label={words.commands.clear} onClick={onClear}>
        <X size={14} aria-hidden />
        <span className="max-sm:hidden">{words.clear}</span>
      </Button>
    </div>
  )
}

function Opener({
  label,
  actions,
}: {
  readonly label: string
  readonly actions: readonly RowAction[]
}) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        ref={button}
        look="outline"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        {label}
        <ChevronDown size={13} aria-hidden />
      </Button>
      {open && (
        <RowsMenu anchor={button} label={label} actions={actions} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
