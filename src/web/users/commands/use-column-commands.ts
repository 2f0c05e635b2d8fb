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
import { commands as words } from '#src/web/words/commands.ts'

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
        label: (isShown ? words.hideColumn : words.showColumn)(columnLabel(id)),
        group: 'Columns',
        run: () => onSettings({ columns: toggleColumn(shown, id) }),
      }
    }),
    ...densities.map((density): Command => ({
      id: `columns.density.${density}`,
      label: words.rows[density],
      group: 'Columns',
      words: words.rowsWords,
      when: density !== settings.density,
      run: () => onSettings({ density }),
    })),
    {
      id: 'columns.times',
      label: settings.dates ? words.timesAgo : words.timesDates,
      group: 'Time',
      words: words.timesWords,
      run: () => onSettings({ dates: !settings.dates }),
    },
    {
      id: 'columns.reset',
      ...words.resetColumns,
      group: 'Columns',
      when: settings !== plainSettings,
      run: () => onSettings(plainSettings),
    },
  ])
}
