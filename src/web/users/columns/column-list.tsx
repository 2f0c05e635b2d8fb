import type { PointerEvent, ReactNode, RefObject } from 'react'
import { useId, useState } from 'react'
import { dropPlace, followPointer } from '#src/web/lib/follow-pointer.ts'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { changeColumn, moveColumn, toggleColumn } from './column-changes.ts'
import { ColumnLine } from './column-line.tsx'
import { useListCommands } from './use-list-commands.ts'
import { columnTools as words } from '#src/web/words/column-tools.ts'

type Columns = readonly ShownColumn[]
type Section = { readonly name: string; readonly ids: readonly string[] }

/** The columns to tick, with the keys and handles that move and pin the shown ones. */
export function ColumnList(props: {
  readonly list: RefObject<HTMLDivElement | null>
  readonly field: RefObject<HTMLElement | null>
  readonly sections: readonly Section[]
  readonly shown: Columns
  readonly movable: boolean
  readonly onColumns: (next: Columns) => void
}) {
  const { list, field, sections, shown, movable, onColumns } = props
  const [active, setActive] = useState<string | null>(null)
  const [drop, setDrop] = useState<{ readonly id: string; readonly to: number } | null>(null)
  useListCommands({ list, field, shown, movable, active, onColumns })
  const ids = sections.flatMap((section) => section.ids)
  const tabStop = active !== null && ids.includes(active) ? active : ids[0]

  const drag = (event: PointerEvent, id: string) => {
    event.preventDefault()
    let to: number | null = null
    followPointer(event.nativeEvent, {
      move: (_by, at) => {
        const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-shown]') ?? [])]
        const edges = rows
          .filter(({ dataset }) => dataset['shown'] !== id)
          .map((row) => {
            const { top: start, bottom: end } = row.getBoundingClientRect()
            return { start, end }
          })
        to = dropPlace(edges, at.clientY)
        setDrop({ id, to })
      },
      end: (done) => {
        setDrop(null)
        if (done && to !== null) onColumns(moveColumn(shown, id, to))
      },
    })
  }
  // While dragging, the rows stand as they will after the drop.
  const order = drop === null ? shown : moveColumn(shown, drop.id, drop.to)
  return (
    <div ref={list} className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
      {sections.map(({ name, ids: found }) => (
        <Group key={name} name={name}>
          {(name === words.shown
            ? order.map(({ id }) => id).filter((id) => found.includes(id))
            : found
          ).map((id) => (
            <ColumnLine
              key={id}
              id={id}
              column={shown.find((column) => column.id === id) ?? null}
              tabStop={id === tabStop}
              movable={movable}
              dragged={drop?.id === id}
              onActive={() => setActive(id)}
              onToggle={() => onColumns(toggleColumn(shown, id))}
              onPin={(pinned) => onColumns(changeColumn(shown, id, { pinned }))}
              onDrag={(event) => drag(event, id)}
            />
          ))}
        </Group>
      ))}
      {sections.length === 0 && <p className="px-2 py-4 text-center text-muted">{words.none}</p>}
    </div>
  )
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const title = useId()
  return (
    <div role="group" aria-labelledby={title}>
      <div id={title} className="px-2 pt-1.5 pb-1 text-small text-muted">
        {name}
      </div>
      {children}
    </div>
  )
}
