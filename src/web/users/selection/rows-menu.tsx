import { Menu } from '@base-ui/react/menu'
import type { RefObject } from 'react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { KeyOf } from '#src/web/ui/keys.tsx'
import { usePopup } from '#src/web/ui/use-popup.ts'
import { selectionWords as words } from '#src/web/words/selection.ts'
import type { RowAction } from './use-row-actions.ts'

/** Ways to get users out, under the button that opened it. */
export function RowsMenu(props: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly label: string
  readonly actions: readonly RowAction[]
  readonly onClose: () => void
}) {
  const { anchor, label, actions, onClose } = props
  const back = usePopup(anchor, onClose)
  const [room] = useState(() => document.querySelector('main') ?? document.body)
  return createPortal(
    <Menu.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      <Menu.Portal container={room}>
        <Menu.Positioner anchor={anchor} align="end" sideOffset={4} className="z-20">
          <Menu.Popup
            finalFocus={back}
            aria-label={label}
            className="max-w-(--available-width) min-w-60 rounded-lg border border-line bg-raised p-1.5 shadow-xl outline-hidden"
          >
            {actions.map((action) => (
              <Menu.Item
                key={action.id}
                onClick={() => action.run()}
                className="flex min-h-8 cursor-pointer items-center justify-between gap-4 rounded-md px-2.5 py-1 outline-hidden data-highlighted:bg-hover"
              >
                {action.label}
                <KeyOf command={action} />
              </Menu.Item>
            ))}
            <div className="px-2.5 pt-1.5 pb-1 text-small text-muted">{words.note}</div>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>,
    room,
  )
}
