import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { useRef, useState } from 'react'
import type { Capabilities } from '#src/domain/environment.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { popupOnDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import type { ColumnSettings } from './column-settings.ts'
import type { Slot } from './columns.tsx'
import type { ChangeSettings } from './use-column-settings.ts'
import { columns } from '#src/web/words/columns.ts'

const [ColumnsPanel, loadPanel] = popupOnDemand(
  async () => (await import('#src/web/users/columns/columns-panel.tsx')).ColumnsPanel,
)

const chooseColumns = {
  id: 'columns.choose',
  ...columns.choose,
  group: 'Columns',
  keys: ['o'],
} as const

/** At the end of the header: which columns there are and how high the rows. Its panel is loaded on intent. */
export function ColumnsButton(props: {
  readonly settings: ColumnSettings
  readonly capabilities: Capabilities
  readonly slots: readonly Slot[]
  readonly onSettings: ChangeSettings
}) {
  const { settings, capabilities, onSettings } = props
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useCommands([{ ...chooseColumns, run: () => setOpen(true) }])
  return (
    <>
      <Button
        ref={button}
        aria-label={chooseColumns.label}
        aria-haspopup="dialog"
        aria-expanded={open}
        {...commandHints(chooseColumns)}
        onPointerEnter={loadPanel}
        onFocus={loadPanel}
        onClick={() => setOpen(true)}
        className="absolute top-0.5 end-4.5 z-11 bg-ground"
      >
        <SlidersHorizontal size={13} aria-hidden />
      </Button>
      {open && (
        <ColumnsPanel
          anchor={button}
          settings={settings}
          capabilities={capabilities}
          slots={props.slots}
          onSettings={onSettings}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
