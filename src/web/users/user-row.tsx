import type { FocusEvent, MouseEvent } from 'react'
import { memo } from 'react'
import type { User } from '#src/domain/user.ts'
import type { Picked } from './use-selection.ts'
import type { Detail, Meta } from './columns.tsx'
import { shownIn } from './columns.tsx'
import type { Spot } from './spot.ts'
import { list } from '#src/web/words/list.ts'
import { ui } from '#src/web/words/ui.ts'

type Props = {
  readonly index: number
  /** Null while its page is not here: the row stands there all the same, with its focus. */
  readonly user: User | null
  /** The page was read again, and nobody stands there any more. */
  readonly gone: boolean
  readonly top: number
  readonly detail: Detail
  /** The ids of the columns on the screen. */
  readonly columns: readonly string[]
  /** How far from the start each pinned column stays, in pixels. */
  readonly pins: ReadonlyMap<string, number>
  readonly meta: Meta
  readonly open: boolean
  readonly selected: boolean
  /** Where in this row the list's one tab stop is: null on the row itself, undefined not in this row. */
  readonly tabStop: string | null | undefined
  readonly onSpot: (spot: Spot) => void
  readonly onOpen: (id: string) => void
  /** The row was picked with its checkbox, or as the end of a range. */
  readonly onPick: (picked: Picked) => void
}

// Text is not selected along with a range; the row has the focus all the same.
const keepText = (event: MouseEvent<HTMLElement>) => {
  if (!event.shiftKey) return
  event.preventDefault()
  event.currentTarget.focus({ preventScroll: true })
}

/** One row, in any of its states: a user, not here yet, or nobody any more. */
export const UserRow = memo(function UserRow(props: Props) {
  const { index, user, gone, top, detail, columns, pins, meta, open, selected, tabStop } = props
  const { onSpot, onOpen, onPick } = props
  const onClick = (event: MouseEvent) => {
    onSpot({ row: index, column: null })
    const isCheck = event.target instanceof Element && event.target.closest('[data-check]') !== null
    if (isCheck || event.shiftKey) {
      // The link inside would open a window. A checkbox shows what it is told to.
      if (!isCheck) event.preventDefault()
      onPick({ row: index, range: event.shiftKey })
      return
    }
    // A click with a modifier is the browser's, on the link inside; a drag over text selects it.
    if (event.metaKey || event.ctrlKey) return
    event.preventDefault()
    if (user !== null && getSelection()?.isCollapsed !== false) onOpen(user.id)
  }
  const onFocus = ({ target }: FocusEvent) =>
    onSpot({
      row: index,
      column: target.role === 'gridcell' ? target.getAttribute('data-column') : null,
    })
  return (
    // Keys are the grid's: it has the arrow keys, Enter and space for whichever row is active.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={user === null ? undefined : selected}
      aria-current={open ? 'true' : undefined}
      data-index={index}
      data-zone={user?.timezone}
      tabIndex={tabStop === null || (gone && tabStop !== undefined) ? 0 : -1}
      style={{ top }}
      className="absolute inset-x-0 grid h-(--row) contain-strict grid-cols-(--columns) border-b border-line/60 bg-ground outline-hidden group/row ringed hover:bg-hover aria-selected:bg-chosen aria-[current=true]:bg-chosen"
      onFocus={onFocus}
      onMouseDown={keepText}
      onClick={onClick}
    >
      {gone ? (
        <div
          role="gridcell"
          aria-colspan={columns.length}
          className="col-span-full px-4 leading-(--line) whitespace-nowrap text-muted"
        >
          {list.nobodyHere}
        </div>
      ) : (
        columns.map((id, column) => {
          const left = pins.get(id)
          return (
            <div
              key={id}
              role="gridcell"
              aria-label={user === null ? ui.loading : undefined}
              {...(detail !== 'glance' && {
                'aria-colindex': column + 1,
                'data-column': id,
                tabIndex: tabStop === id ? 0 : -1,
              })}
              style={left === undefined ? undefined : { insetInlineStart: left }}
              className={`overflow-hidden px-3 leading-(--line) text-ellipsis whitespace-pre outline-offset-[-2px] first:ps-8 ${left === undefined ? 'relative' : 'pinned'}`}
            >
              {column === 0 && user !== null && detail === 'whole' && (
                <Check id={user.id} selected={selected} />
              )}
              {user === null ? (
                <div
                  className="skeleton inline-block align-middle"
                  style={{ width: `${skeletonWidth(index, column)}%` }}
                />
              ) : (
                shownIn(id, user, meta, detail)
              )}
            </div>
          )
        })
      )}
    </div>
  )
})

const nothing = () => {}

/** The checkbox of a row, in what every other table has as the margin of its first cell. */
const Check = (props: { readonly id: string; readonly selected: boolean }) => (
  <span data-check className="absolute start-0 top-0 grid h-(--line) w-8 place-items-center">
    <input
      type="checkbox"
      aria-label={list.select(props.id)}
      tabIndex={-1}
      checked={props.selected}
      onChange={nothing}
      className="size-3.5 cursor-pointer appearance-none accent-accent group-focus-within/row:appearance-auto group-hover/row:appearance-auto in-data-selecting:appearance-auto [@media(hover:none)]:appearance-auto"
    />
  </span>
)

/** Widths that look like text, and are the same at every render. */
const skeletonWidth = (row: number, cell: number) => 45 + ((row * 7 + cell * 23) % 40)
