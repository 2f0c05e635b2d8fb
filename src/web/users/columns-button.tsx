import { SlidersHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Capabilities } from '#src/domain/environment.ts'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { Button } from '#src/web/ui/button.tsx'
import { commandHints } from '#src/web/ui/keys.tsx'
import type { ColumnSettings } from './column-settings.ts'
import {
  builtInColumns,
  builtInIds,
  densities,
  plainSettings,
  toggleColumn,
} from './column-settings.ts'
import type { Slot } from './columns.tsx'
import { columnLabel } from './columns.tsx'
import type { ChangeSettings } from './use-column-settings.ts'

const [ColumnsPanel, loadPanel] = onDemand(
  async () => (await import('#src/web/users/columns/columns-panel.tsx')).ColumnsPanel,
)

const chooseColumns = {
  id: 'columns.choose',
  label: 'Choose columns and density',
  group: 'Columns',
  keys: ['o'],
  words: 'display options hide show order',
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
  // With room for all of them: a choice made beside the open drawer hides nothing for good.
  const shown = settings.columns ?? builtInColumns(Infinity, capabilities)
  const possible = builtInIds.filter((id) => id !== 'lastSeen' || capabilities.lastSeen)
  const ids = new Set([...shown.map(({ id }) => id), ...possible])
  useCommands([
    { ...chooseColumns, run: () => setOpen(true) },
    ...[...ids].map((id): Command => {
      const isShown = shown.some((column) => column.id === id)
      return {
        id: `columns.toggle.${id}`,
        label: `${isShown ? 'Hide' : 'Show'} the column ${columnLabel(id)}`,
        group: 'Columns',
        run: () => onSettings({ columns: toggleColumn(shown, id) }),
      }
    }),
    ...densities.map((density): Command => ({
      id: `columns.density.${density}`,
      label: `Rows: ${density}`,
      group: 'Columns',
      words: 'density height',
      when: density !== settings.density,
      run: () => onSettings({ density }),
    })),
    {
      id: 'columns.times',
      label: settings.dates ? 'Times as how long ago' : 'Times as dates',
      group: 'Columns',
      words: 'relative exact',
      run: () => onSettings({ dates: !settings.dates }),
    },
    {
      id: 'columns.reset',
      label: 'Reset columns and rows',
      group: 'Columns',
      words: 'default beginning',
      when: settings !== plainSettings,
      run: () => onSettings(plainSettings),
    },
  ])
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
        className="absolute top-0.5 right-4.5 z-11 bg-ground"
      >
        <SlidersHorizontal size={13} aria-hidden />
      </Button>
      {open && (
        <ColumnsPanel
          anchor={button}
          settings={settings}
          shown={shown}
          possible={possible}
          slots={props.slots}
          onSettings={onSettings}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
