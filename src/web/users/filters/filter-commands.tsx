import type { Environment } from '#src/domain/environment.ts'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { absences, presetLabel, presets } from '#src/web/users/dates.ts'
import { useMasking } from '#src/web/users/masking.ts'
import type { View, ViewChange } from '#src/web/users/view.ts'
import { filters as words } from '#src/web/words/filters.ts'
import { panels } from '#src/web/words/panels.ts'
import type { Chip, PanelName } from './chips.ts'
import { answererOfPanel, chipText, panelNames } from './chips.ts'

/** The filters by name: each kind's panel, the ready-made ranges, and each filter that can be removed. Draws nothing. */
export function FilterCommands(props: {
  readonly environment: Environment
  readonly view: View
  readonly chips: readonly Chip[]
  readonly onPanel: (panel: PanelName) => void
  readonly onRemove: (gone: readonly Chip[]) => void
  readonly onChange: (next: ViewChange) => void
}) {
  const { environment, view, chips, onPanel, onRemove, onChange } = props
  const masked = useMasking()
  useCommands([
    ...panelNames.map((panel): Command => ({
      id: `filters.panel.${panel}`,
      label: words.by(panels.labels[panel]),
      group: 'Filters',
      when: answererOfPanel(panel, environment.capabilities, masked) !== null,
      run: () => onPanel(panel),
    })),
    ...[...presets, ...absences].map(({ id }): Command => ({
      id: `filters.seen.${id}`,
      label: words.seen(presetLabel(id)),
      group: 'Filters',
      when:
        answererOfPanel('lastSeen', environment.capabilities, masked) !== null &&
        !(view.seen !== null && 'preset' in view.seen && view.seen.preset === id),
      run: () => onChange({ seen: { preset: id } }),
    })),
    ...chips.map((chip): Command => ({
      id: `filters.remove.${chip.subject}`,
      label: words.remove(chipText(chip)),
      group: 'Filters',
      run: () => onRemove([chip]),
    })),
  ])
  return null
}
