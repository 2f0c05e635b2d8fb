import type { Chip } from '#src/web/users/filters/chips.ts'
import type { RowsMenuState } from '#src/web/users/rows-button.tsx'
import { rowsMenu } from '#src/web/users/rows-button.tsx'
import { HandsFocusOn } from '#src/web/users/hands-focus-on.tsx'
import { RowsMenu } from './rows-menu.tsx'
import { OffPointer } from './off-pointer.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useRowActions } from './use-row-actions.ts'
import type { Selecting } from './use-select-commands.ts'
import { useSelectCommands } from './use-select-commands.ts'

// From here too, so that both are one chunk: what two chunks share is taken out of the first load, in pieces.
export { ExportStatus } from './export-status.tsx'

/** Selecting users and getting them out: keys, commands, the bar at the foot of the list, and the menu at its head. */
export function SelectionTools(
  props: Selecting & {
    /** The environment as the operator calls it. */
    readonly name: string
    readonly chips: readonly Chip[]
    readonly menu: RowsMenuState
  },
) {
  const { selection, field, menu } = props
  const { selectAll, clear } = useSelectCommands(props)
  const actions = useRowActions({ ...props, columns: field.columns })
  return (
    <>
      {selection.users.size > 0 && (
        <OffPointer>
          <HandsFocusOn>
            <SelectionBar
              count={selection.users.size}
              actions={actions}
              onAll={selectAll}
              onClear={clear}
            />
          </HandsFocusOn>
        </OffPointer>
      )}
      {menu.isOpen && (
        <RowsMenu
          anchor={menu.button}
          label={rowsMenu.label}
          actions={actions}
          onClose={() => menu.onOpen(false)}
        />
      )}
    </>
  )
}
