import Search from 'lucide-react/icons/search'
import type { RefObject } from 'react'
import { useMemo, useRef, useState } from 'react'
import { attributeColumn } from '#src/domain/columns.ts'
import type { Capabilities } from '#src/domain/environment.ts'
import { findMatches } from '#src/web/lib/match.ts'
import { Button } from '#src/web/ui/button.tsx'
import { Choice } from '#src/web/ui/choice.tsx'
import { Popover } from '#src/web/ui/popover.tsx'
import { attributeKeys } from '#src/web/users/attributes.ts'
import type { ColumnSettings } from '#src/web/users/column-settings.ts'
import {
  densities,
  plainSettings,
  possibleColumns,
  shownColumns,
} from '#src/web/users/column-settings.ts'
import { canBeColumn } from './column-changes.ts'
import type { Slot } from '#src/web/users/columns.tsx'
import { columnLabel } from '#src/web/users/columns.tsx'
import type { ChangeSettings } from '#src/web/users/use-column-settings.ts'
import { ColumnList } from './column-list.tsx'
import { columnTools as words } from '#src/web/words/column-tools.ts'

/** Every column there could be, the attributes of the loaded users among them: shown, hidden, moved, pinned. */
export function ColumnsPanel(props: {
  readonly anchor: RefObject<HTMLElement | null>
  readonly settings: ColumnSettings
  readonly capabilities: Capabilities
  readonly slots: readonly Slot[]
  readonly onSettings: ChangeSettings
  readonly onClose: () => void
}) {
  const { settings, capabilities, slots, onSettings } = props
  // With room for all of them: a choice made beside the open drawer hides nothing for good.
  const shown = shownColumns(settings, Infinity, capabilities)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const attributes = useMemo(
    () =>
      attributeKeys(slots.flatMap(({ user }) => user ?? []))
        .filter(canBeColumn)
        .map(attributeColumn),
    [slots],
  )
  const isHidden = (id: string) => shown.every((column) => column.id !== id)
  const find = (ids: readonly string[]) => findMatches(ids, query, columnLabel)
  const sections = [
    { name: words.shown, ids: find(shown.map(({ id }) => id)) },
    { name: words.notShown, ids: find(possibleColumns(capabilities).filter(isHidden)) },
    { name: words.attributes, ids: find(attributes.filter(isHidden)) },
  ].filter(({ ids }) => ids.length > 0)
  return (
    <Popover anchor={props.anchor} align="end" label={words.panel} onClose={props.onClose}>
      <div className="flex max-h-[min(70vh,560px)] w-76 flex-col">
        <div className="flex h-10 shrink-0 items-center gap-2.5 border-b border-line px-3">
          <Search size={14} aria-hidden className="shrink-0 text-muted" />
          <input
            ref={field}
            type="text"
            aria-label={words.find}
            placeholder={words.findPlaceholder}
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown') return
              event.preventDefault()
              list.current?.querySelector('input')?.focus()
            }}
            className="h-full min-w-0 flex-1 bg-transparent outline-hidden placeholder:text-muted"
          />
        </div>
        <ColumnList
          list={list}
          field={field}
          sections={sections}
          shown={shown}
          // Among the found ones alone there is no place to move to.
          movable={query.trim() === ''}
          onColumns={(columns) => onSettings({ columns })}
        />
        <div className="grid shrink-0 gap-2 border-t border-line p-3">
          <Choice
            label={words.rows}
            value={settings.density}
            options={densities.map((value) => ({ value, label: words.densities[value] }))}
            onChoose={(density) => onSettings({ density })}
          />
          <Choice
            label={words.times}
            value={settings.dates ? 'dates' : 'ago'}
            options={(['ago', 'dates'] as const).map((value) => ({
              value,
              label: words[value],
            }))}
            onChoose={(value) => onSettings({ dates: value === 'dates' })}
          />
          <Button look="outline" onClick={() => onSettings(plainSettings)}>
            {words.reset}
          </Button>
        </div>
      </div>
    </Popover>
  )
}
