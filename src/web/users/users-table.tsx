import { FlexRender, useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { memo, useEffect, useMemo, useRef } from 'react'
import { useNow } from '#src/web/lib/use-now.ts'
import { useWidth } from '#src/web/lib/use-width.ts'
import type { Meta, Slot } from './columns.tsx'
import { columnsFitting, userColumns, userTableFeatures } from './columns.tsx'
import { ListEnd } from './list-end.tsx'
import { ReachTip } from './reach-tip.tsx'
import { recallTop, rememberTop } from './list-memory.ts'
import type { ListKey } from './queries.ts'
import type { UserRows } from './use-user-rows.ts'

/** Every row has this height, so that a row's place never depends on rows that are not here. */
export const rowHeight = 36
const skeletonRows = 40

type Props = {
  readonly list: ListKey
  readonly rows: UserRows
  readonly zone: string
  readonly tellsLastSeen: boolean
  readonly openId: string | null
  /** The row that has the list's one tab stop. */
  readonly active: number
  readonly onActive: (index: number) => void
  readonly onOpen: (id: string) => void
}

type UserTable = ReturnType<typeof useUserTable>
type TableRow = ReturnType<UserTable['getRowModel']>['rows'][number]

function useUserTable(slots: readonly Slot[], meta: Meta, width: number) {
  return useTable({
    features: userTableFeatures,
    columns: userColumns,
    // The table promises not to write to its data, but its type does not say so.
    data: useMemo(() => [...slots], [slots]),
    getRowId: (slot) => String(slot.index),
    meta,
    state: { columnVisibility: useMemo(() => columnsFitting(width), [width]) },
  })
}

/** The list itself: a grid of which only the rows near the screen are in the page. */
export function UsersTable(props: Props) {
  const { rows, list, active, onActive, onOpen } = props
  const { trail, start, slots, show } = rows
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const now = useNow()
  const meta = useMemo(
    () => ({ zone: props.zone, now, tellsLastSeen: props.tellsLastSeen }),
    [props.zone, now, props.tellsLastSeen],
  )
  const table = useUserTable(slots, meta, width)
  const tableRows = table.getRowModel().rows
  const starting = trail.next === undefined && rows.failures.length === 0

  const virtualizer = useVirtualizer({
    count: trail.rows + (starting ? skeletonRows : 1),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: () => recallTop(list),
    // The active row keeps the focus, so it stays in the page wherever the list is scrolled.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range)
      const kept = Math.min(active, trail.rows - 1)
      if (kept < 0 || indexes.includes(kept)) return indexes
      return kept < (indexes[0] ?? 0) ? [kept, ...indexes] : [...indexes, kept]
    },
    onChange: (instance) => rememberTop(list, instance.scrollOffset ?? 0),
  })
  const range = virtualizer.range
  const [first, last] = [range?.startIndex ?? 0, range?.endIndex ?? 0]
  useEffect(() => show(first, last), [show, first, last])

  const moveTo = (index: number) => {
    const target = Math.max(0, Math.min(index, trail.rows - 1))
    virtualizer.scrollToIndex(target, { align: 'auto' })
    onActive(target)
  }
  // Focus follows the active row only when the list has it already: it is never taken from elsewhere.
  useEffect(() => {
    const grid = scroller.current
    if (grid === null || !grid.contains(document.activeElement)) return
    grid.querySelector<HTMLElement>(`[data-index="${active}"]`)?.focus({ preventScroll: true })
  }, [active])

  const pageRows = Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 400) / rowHeight) - 2)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const moves: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows,
      PageUp: active - pageRows,
      Home: 0,
      End: trail.rows - 1,
    }
    const target = moves[event.key]
    const user = slots[active - start]?.user
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && user != null) onOpen(user.id)
    else return
    event.preventDefault()
  }

  const columns = table.getVisibleLeafColumns()
  const template = columns
    .map((column) => `minmax(${column.columnDef.minSize ?? 80}px, ${column.getSize()}fr)`)
    .join(' ')

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Users"
      aria-rowcount={trail.next === null ? trail.rows + 1 : -1}
      aria-colcount={columns.length}
      aria-busy={rows.busy}
      tabIndex={-1}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain outline-hidden [scrollbar-gutter:stable]"
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="sticky top-0 z-10">
        {table.getHeaderGroups().map((group) => (
          <div
            key={group.id}
            role="row"
            aria-rowindex={1}
            style={{ gridTemplateColumns: template }}
            className="grid h-8 items-center border-b border-line bg-ground text-small text-muted"
          >
            {group.headers.map((header) => (
              <div key={header.id} role="columnheader" className="truncate px-3 first:pl-4">
                <FlexRender header={header} />
              </div>
            ))}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start: top }) => {
          const row = tableRows[index - start]
          if (index >= trail.rows && !starting)
            return <ListEnd key="end" top={top} rows={rows} columns={columns.length} />
          const user = row?.original.user
          if (row === undefined || user == null)
            return <SkeletonRow key={index} index={index} top={top} template={template} />
          return (
            <UserRow
              key={index}
              row={row}
              top={top}
              template={template}
              meta={meta}
              open={user.id === props.openId}
              tabStop={index === active}
              onActive={onActive}
              onOpen={onOpen}
            />
          )
        })}
      </div>
      <ReachTip within={scroller} userOf={(index) => slots[index - start]?.user ?? null} />
    </div>
  )
}

type UserRowProps = {
  readonly row: TableRow
  readonly top: number
  readonly template: string
  /** Not read here: a new zone or a new minute makes the cells anew. */
  readonly meta: Meta
  readonly open: boolean
  readonly tabStop: boolean
  readonly onActive: (index: number) => void
  readonly onOpen: (id: string) => void
}

const UserRow = memo(function UserRow(props: UserRowProps) {
  const { row, top, template, open, tabStop, onActive, onOpen } = props
  const { index, user } = row.original
  return (
    // Keys are the grid's: it has the arrow keys, Enter and space for whichever row is active.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={open}
      data-index={index}
      tabIndex={tabStop ? 0 : -1}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 grid h-9 items-center border-b border-line/60 outline-offset-[-2px] hover:bg-hover aria-selected:bg-chosen"
      onFocus={() => onActive(index)}
      onClick={() => {
        onActive(index)
        if (user !== null && getSelection()?.isCollapsed !== false) onOpen(user.id)
      }}
    >
      {row.getVisibleCells().map((cell) => (
        <div key={cell.id} role="gridcell" className="flex min-w-0 items-center px-3 first:pl-4">
          <FlexRender cell={cell} />
        </div>
      ))}
    </div>
  )
})

function SkeletonRow({ index, top, template }: { index: number; top: number; template: string }) {
  const cells = template.split(') ').length
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      className="absolute inset-x-0 grid h-9 items-center border-b border-line/60"
    >
      {Array.from({ length: cells }, (_, cell) => (
        <div key={cell} role="gridcell" aria-label="Loading" className="px-3 first:pl-4">
          <div className="skeleton" style={{ width: `${45 + ((index * 7 + cell * 23) % 40)}%` }} />
        </div>
      ))}
    </div>
  )
}
