import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { copyText } from '#src/web/lib/notice.ts'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import { writeSettings } from '#src/web/users/column-settings.ts'
import { presetLabel, presets } from '#src/web/users/dates.ts'
import type { Narrowed } from '#src/web/users/filters/chips.ts'
import type { UserRows } from '#src/web/users/use-user-rows.ts'
import { canGoOn } from '#src/web/users/use-user-rows.ts'
import type { View, ViewChange } from '#src/web/users/view.ts'
import { toShare } from '#src/web/users/view.ts'
import { commands as words } from '#src/web/words/commands.ts'

/** The address of what is on the screen, whatever whoever opens it chose for themselves. */
function addressOf(settings: ColumnSettings): string {
  const { origin, pathname, search } = location
  return `${origin}${pathname}?${writeSettings(toShare(new URLSearchParams(search)), settings)}`
}

/** What can be done with the list as a whole, wherever the focus is. */
export function useListCommands(page: {
  readonly narrowed: Narrowed
  readonly rows: UserRows
  readonly view: View
  readonly settings: ColumnSettings
  readonly change: (next: ViewChange, replace?: boolean) => void
  readonly onRestart: () => void
}): void {
  const { narrowed, rows, view, settings, change } = page
  const { trail, mode, failures } = rows
  const reading = canGoOn(trail, mode) && (rows.busy || mode === 'all')
  const scans = narrowed === 'scan' || narrowed === 'both'
  const filter = (created: View['created']) => change({ created }, view.created !== null)
  const ranges = presets.map(({ id, key }): Command => ({
    id: `filters.created.${id}`,
    label: words.created(presetLabel(id)),
    group: 'Filters',
    keys: [key],
    run: () => filter({ preset: id }),
  }))
  useCommands([
    {
      id: 'list.reload',
      ...words.reload,
      group: 'List',
      keys: ['r'],
      run: page.onRestart,
    },
    {
      id: 'list.read',
      label: reading ? words.stopReading : words.readOn,
      group: 'List',
      keys: ['s'],
      words: words.readWords,
      when: trail.next !== null && (reading || scans || mode === 'stopped'),
      run: () => rows.setMode(reading ? 'stopped' : scans ? 'all' : 'auto'),
    },
    {
      id: 'list.retry',
      label: words.retry,
      group: 'List',
      when: failures.length > 0,
      run: () => failures.forEach(({ retry }) => retry()),
    },
    {
      id: 'list.link',
      ...words.link,
      group: 'List',
      keys: ['l'],
      run: () => void copyText(addressOf(settings), words.theLink),
    },
    ...ranges,
    {
      id: 'filters.created.any',
      ...words.createdAny,
      group: 'Filters',
      keys: ['a'],
      when: view.created !== null,
      run: () => change({ created: null }),
    },
  ])
}
