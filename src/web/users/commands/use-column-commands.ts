import type { Capabilities } from '#src/domain/environment.ts'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import {
  densities,
  plainSettings,
  possibleColumns,
  shownColumns,
} from '#src/web/users/column-settings.ts'
import { columnLabel } from '#src/web/users/columns.tsx'
import { toggleColumn } from '#src/web/users/columns/column-changes.ts'
import type { ChangeSettings } from '#src/web/users/use-column-settings.ts'

/** What can be done with the columns and the rows as such. */
export function useColumnCommands(
  settings: ColumnSettings,
  capabilities: Capabilities,
  onSettings: ChangeSettings,
): void {
  const shown = shownColumns(settings, Infinity, capabilities)
  const ids = new Set([...shown.map(({ id }) => id), ...possibleColumns(capabilities)])
  useCommands([
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
      group: 'Time',
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
}
