import Download from 'lucide-react/icons/download'
import type { RefObject } from 'react'
import { memo } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import { list } from '#src/web/words/list.ts'

/** The menu of what can be done with the users of the list, and the button that opens it. */
export type RowsMenuState = {
  readonly button: RefObject<HTMLButtonElement | null>
  readonly isOpen: boolean
  readonly onOpen: (open: boolean) => void
}

export const rowsMenu = {
  id: 'rows.menu',
  label: list.copyOrExport,
  group: 'List',
  keys: ['Shift+e'],
} as const

/** Beside the list: ways to get its users out. What it opens is loaded on intent, and stands with the list. */
export const RowsButton = memo(function RowsButton(props: {
  readonly menu: RowsMenuState
  readonly isAny: boolean
}) {
  const { isAny } = props
  const { button, isOpen, onOpen } = props.menu
  const open = () => onOpen(true)
  useCommands([{ ...rowsMenu, when: isAny, run: open }])
  return (
    <Button
      ref={button}
      aria-label={rowsMenu.label}
      aria-haspopup="menu"
      aria-expanded={isOpen}
      {...commandHints(rowsMenu)}
      disabled={!isAny}
      onClick={open}
    >
      <Download size={14} aria-hidden />
    </Button>
  )
})
