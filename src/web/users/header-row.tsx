import type { Header } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import { ArrowDown } from 'lucide-react'
import type { Slot, userTableFeatures } from './columns.tsx'
import type { Spot } from './spot.ts'

/** The names of the columns, always in sight: row -1 of the grid. `sorted`: the column whose order the list has, newest first. */
export function HeaderRow(props: {
  readonly headers: readonly Header<typeof userTableFeatures, Slot>[]
  readonly sorted: string | null
  /** The column whose header has the list's one tab stop. */
  readonly tabStop: string | null
  readonly onSpot: (spot: Spot) => void
}) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      data-header
      className="grid h-8 grid-cols-(--columns) items-center border-b border-line bg-ground text-small text-muted"
    >
      {props.headers.map((header, index) => {
        const id = header.column.id
        return (
          <div
            key={id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={id === props.sorted ? 'descending' : undefined}
            data-column={id}
            tabIndex={id === props.tabStop ? 0 : -1}
            onFocus={() => props.onSpot({ row: -1, column: id })}
            className="flex h-full min-w-0 items-center gap-1 px-3 outline-offset-[-2px] first:pl-4"
          >
            <span className="truncate">
              <FlexRender header={header} />
            </span>
            {id === props.sorted && <ArrowDown size={12} aria-hidden className="shrink-0" />}
          </div>
        )
      })}
    </div>
  )
}
