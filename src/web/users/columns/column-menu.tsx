import { Menu } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { dismissAwaited } from '#src/web/lib/awaited-popup.ts'
import { KeyOf } from '#src/web/ui/keys.tsx'
import { columnActions } from './column-actions.ts'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { columnLabel } from '#src/web/users/columns.tsx'
import { columnTools as words } from '#src/web/words/column-tools.ts'

/** What can be done with one column, under its header. */
export function ColumnMenu(props: {
  readonly row: RefObject<HTMLElement | null>
  readonly column: ShownColumn
  readonly shown: readonly ShownColumn[]
  readonly onColumns: (next: readonly ShownColumn[]) => void
  readonly onClose: () => void
}) {
  const { row, column, shown, onColumns, onClose } = props
  useEffect(dismissAwaited, [])
  // Beside the grid and not in it: a grid holds rows and nothing else.
  const [room] = useState(() => document.querySelector('main') ?? document.body)
  const header = () =>
    row.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(column.id)}"]`) ?? null
  return createPortal(
    <Menu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={room}>
        <Menu.Positioner anchor={header} align="start" sideOffset={2} className="z-20">
          <Menu.Popup
            finalFocus={() => header() ?? false}
            aria-label={words.column(columnLabel(column.id))}
            className="min-w-60 rounded-lg border border-line bg-raised p-1.5 shadow-xl outline-hidden"
          >
            {columnActions
              .filter(({ possible }) => possible(column, shown))
              .map((action) => (
                <Menu.Item
                  key={action.id}
                  onClick={() => {
                    const next = action.apply(shown, column, header()?.offsetWidth ?? 0)
                    // The focus is back on the header by then, to follow it.
                    setTimeout(() => onColumns(next))
                  }}
                  className="flex h-8 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 outline-hidden data-highlighted:bg-hover"
                >
                  {action.label}
                  <KeyOf command={{ ...action, group: 'Columns' }} />
                </Menu.Item>
              ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>,
    room,
  )
}
