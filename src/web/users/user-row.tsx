import type { Row } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import type { FocusEvent, MouseEvent } from 'react'
import { memo } from 'react'
import type { Meta, Slot, userTableFeatures } from './columns.tsx'
import type { Spot } from './spot.ts'

type Props = {
  readonly index: number
  /** Null while its page is not here: the row stands there all the same, with its focus. */
  readonly row: Row<typeof userTableFeatures, Slot> | null
  readonly top: number
  /** The ids of the columns on the screen. */
  readonly columns: readonly string[]
  /** How far from the start each pinned column stays, in pixels. */
  readonly pins: ReadonlyMap<string, number>
  /** Not read here: a new zone or a new minute makes the cells anew. */
  readonly meta: Meta
  readonly open: boolean
  /** Where in this row the list's one tab stop is: null on the row itself, undefined not in this row. */
  readonly tabStop: string | null | undefined
  readonly onSpot: (spot: Spot) => void
  readonly onOpen: (id: string) => void
}

/** One row, in any of its states: a user, not here yet, or nobody any more. */
export const UserRow = memo(function UserRow(props: Props) {
  const { index, row, top, columns, pins, open, tabStop, onSpot, onOpen } = props
  const user = row?.original.user ?? null
  const gone = row?.original.gone === true
  const onClick = (event: MouseEvent) => {
    onSpot({ row: index, column: null })
    // A click with a modifier is the browser's, on the link inside; a drag over text selects it.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (user !== null && getSelection()?.isCollapsed !== false) onOpen(user.id)
  }
  const onFocus = ({ target }: FocusEvent) =>
    onSpot({
      row: index,
      column: target.role === 'gridcell' ? target.getAttribute('data-column') : null,
    })
  const cells = user === null ? undefined : row?.getAllCellsByColumnId()
  return (
    // Keys are the grid's: it has the arrow keys, Enter and space for whichever row is active.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={user === null ? undefined : open}
      data-index={index}
      data-zone={user?.timezone}
      tabIndex={tabStop === null || (gone && tabStop !== undefined) ? 0 : -1}
      style={{ transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 grid h-(--row) grid-cols-(--columns) items-center border-b border-line/60 bg-ground outline-offset-[-2px] hover:bg-hover aria-selected:bg-chosen"
      onFocus={onFocus}
      onClick={onClick}
    >
      {gone ? (
        <div
          role="gridcell"
          aria-colspan={columns.length}
          className="col-span-full px-4 text-muted"
        >
          Nobody stands here any more.
        </div>
      ) : (
        columns.map((id, column) => {
          const cell = cells?.[id]
          const left = pins.get(id)
          return (
            <div
              key={id}
              role="gridcell"
              aria-colindex={column + 1}
              aria-label={cell === undefined ? 'Loading' : undefined}
              data-column={id}
              tabIndex={tabStop === id ? 0 : -1}
              style={left === undefined ? undefined : { left }}
              className={`flex h-full min-w-0 items-center px-3 outline-offset-[-2px] first:pl-4 ${left === undefined ? '' : 'pinned'}`}
            >
              {cell === undefined ? (
                <div className="skeleton" style={{ width: `${skeletonWidth(index, column)}%` }} />
              ) : (
                <FlexRender cell={cell} />
              )}
            </div>
          )
        })
      )}
    </div>
  )
})

/** Widths that look like text, and are the same at every render. */
const skeletonWidth = (row: number, cell: number) => 45 + ((row * 7 + cell * 23) % 40)
