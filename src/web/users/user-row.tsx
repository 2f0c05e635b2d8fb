import type { Row } from '@tanstack/react-table'
import { FlexRender } from '@tanstack/react-table'
import type { MouseEvent } from 'react'
import { memo } from 'react'
import type { Meta, Slot, userTableFeatures } from './columns.tsx'

type Props = {
  readonly index: number
  /** Null while its page is not here: the row stands there all the same, with its focus. */
  readonly row: Row<typeof userTableFeatures, Slot> | null
  readonly top: number
  readonly template: string
  readonly columns: number
  /** Not read here: a new zone or a new minute makes the cells anew. */
  readonly meta: Meta
  readonly open: boolean
  readonly tabStop: boolean
  readonly onActive: (index: number) => void
  readonly onOpen: (id: string) => void
}

/** One row, in any of its states: a user, not here yet, or nobody any more. */
export const UserRow = memo(function UserRow(props: Props) {
  const { index, row, top, template, columns, open, tabStop, onActive, onOpen } = props
  const user = row?.original.user ?? null
  const onClick = (event: MouseEvent) => {
    onActive(index)
    // A click with a modifier is the browser's, on the link inside; a drag over text selects it.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    if (user !== null && getSelection()?.isCollapsed !== false) onOpen(user.id)
  }
  return (
    // Keys are the grid's: it has the arrow keys, Enter and space for whichever row is active.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={user === null ? undefined : open}
      data-index={index}
      tabIndex={tabStop ? 0 : -1}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 grid h-9 items-center border-b border-line/60 outline-offset-[-2px] hover:bg-hover aria-selected:bg-chosen"
      onFocus={() => onActive(index)}
      onClick={onClick}
    >
      {row === null || user === null ? (
        <Vacant index={index} columns={columns} gone={row?.original.gone === true} />
      ) : (
        row.getVisibleCells().map((cell) => (
          <div key={cell.id} role="gridcell" className="flex min-w-0 items-center px-3 first:pl-4">
            <FlexRender cell={cell} />
          </div>
        ))
      )}
    </div>
  )
})

function Vacant(props: {
  readonly index: number
  readonly columns: number
  readonly gone: boolean
}) {
  if (props.gone)
    return (
      <div role="gridcell" aria-colspan={props.columns} className="col-span-full px-4 text-muted">
        Nobody stands here any more.
      </div>
    )
  return Array.from({ length: props.columns }, (_, cell) => (
    <div key={cell} role="gridcell" aria-label="Loading" className="px-3 first:pl-4">
      <div className="skeleton" style={{ width: `${skeletonWidth(props.index, cell)}%` }} />
    </div>
  ))
}

/** Widths that look like text, and are the same at every render. */
const skeletonWidth = (row: number, cell: number) => 45 + ((row * 7 + cell * 23) % 40)
