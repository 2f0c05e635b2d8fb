import ArrowDown from 'lucide-react/icons/arrow-down'
import { useRef, useState } from 'react'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import type { ShownColumn } from './column-settings.ts'
import { columnLabel } from './columns.tsx'
import type { Spot } from './spot.ts'
import type { Draft } from './use-column-layout.ts'

const [HeaderTools] = onDemand(
  async () => (await import('#src/web/users/columns/header-tools.tsx')).HeaderTools,
  null,
  true,
)

type Props = {
  readonly shown: readonly ShownColumn[]
  readonly pins: ReadonlyMap<string, number>
  /** The column whose order the list has, newest first. */
  readonly sorted: string | null
  /** The column whose header has the list's one tab stop. */
  readonly tabStop: string | null
  /** The column of the active cell, wherever it is. */
  readonly active: string | null
  readonly onSpot: (spot: Spot) => void
  readonly onColumns: (next: readonly ShownColumn[]) => void
  readonly onDraft: (draft: Draft | null) => void
}

/** The names of the columns, always in sight: row -1 of the grid. */
export function HeaderRow(props: Props) {
  const { shown, pins, sorted, tabStop, onSpot } = props
  const row = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<string | null>(null)
  return (
    <>
      <div
        ref={row}
        role="row"
        aria-rowindex={1}
        data-header
        className="grid h-8 grid-cols-(--columns) items-center border-b border-line bg-ground text-small text-muted select-none"
      >
        {shown.map(({ id }, index) => {
          const left = pins.get(id)
          return (
            // Its keys are commands of the row.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={id === sorted ? 'descending' : undefined}
              aria-haspopup="menu"
              aria-expanded={id === menu}
              data-column={id}
              tabIndex={id === tabStop ? 0 : -1}
              onFocus={() => onSpot({ row: -1, column: id })}
              onClick={() => setMenu(id)}
              onContextMenu={(event) => {
                event.preventDefault()
                setMenu(id)
              }}
              style={left === undefined ? undefined : { insetInlineStart: left }}
              className={`group relative flex h-full min-w-0 cursor-pointer items-center gap-1 px-3 outline-offset-[-2px] first:ps-8 last:pe-10 hover:text-text aria-expanded:text-text ${left === undefined ? '' : 'pinned z-1'}`}
            >
              <span className="truncate">{columnLabel(id)}</span>
              {id === sorted && <ArrowDown size={12} aria-hidden className="shrink-0" />}
              <span
                aria-hidden
                data-resize
                onClick={(event) => event.stopPropagation()}
                className="absolute inset-y-0 -end-1.5 z-1 w-3 cursor-col-resize before:absolute before:inset-y-2 before:start-1/2 before:w-px before:bg-edge before:opacity-0 group-hover:before:opacity-100"
              />
            </div>
          )
        })}
      </div>
      <HeaderTools
        row={row}
        shown={shown}
        tabStop={tabStop}
        active={props.active}
        menu={menu}
        onMenu={setMenu}
        onColumns={props.onColumns}
        onDraft={props.onDraft}
      />
    </>
  )
}
