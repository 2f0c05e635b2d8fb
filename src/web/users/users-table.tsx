import { FlexRender, useTable } from '@tanstack/react-table'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import type { Capabilities } from '#src/domain/environment.ts'
import { useNow } from '#src/web/lib/use-now.ts'
import { useWidth } from '#src/web/lib/use-width.ts'
import type { Meta, Slot } from './columns.tsx'
import { columnsFor, userColumns, userTableFeatures } from './columns.tsx'
import { ListEnd } from './list-end.tsx'
import { ReachTip } from './reach-tip.tsx'
import { useActiveRow } from './use-active-row.ts'
import { UserRow } from './user-row.tsx'
import { recallTop, rememberTop } from './list-memory.ts'
import type { ListKey } from './queries.ts'
import type { UserRows } from './use-user-rows.ts'

/** Every row has this height, so that a row's place never depends on rows that are not here. */
const rowHeight = 36
const headerHeight = 32
const skeletonRows = 40

type Props = {
  readonly list: ListKey
  readonly capabilities: Capabilities
  readonly rows: UserRows
  readonly zone: string
  readonly openId: string | null
  /** The row that has the list's one tab stop. */
  readonly active: number
  readonly linkTo: (id: string) => string
  readonly onActive: (index: number) => void
  readonly onOpen: (id: string) => void
  readonly onRestart: () => void
}

function useUserTable(
  slots: readonly Slot[],
  meta: Meta,
  width: number,
  capabilities: Capabilities,
) {
  return useTable({
    features: userTableFeatures,
    columns: userColumns,
    // The table promises not to write to its data, but its type does not say so.
    data: useMemo(() => [...slots], [slots]),
    getRowId: (slot) => String(slot.index),
    meta,
    state: useMemo(() => columnsFor(width, capabilities), [width, capabilities]),
  })
}

/** The list itself: a grid of which only the rows near the screen are in the page. */
export function UsersTable(props: Props) {
  const { rows, list, active, linkTo, onActive, onOpen } = props
  const { trail, start, slots, show } = rows
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const now = useNow()
  const meta = useMemo(() => ({ zone: props.zone, now, linkTo }), [props.zone, now, linkTo])
  const table = useUserTable(slots, meta, width, props.capabilities)
  const tableRows = table.getRowModel().rows
  const starting = trail.next === undefined && rows.failures.length === 0

  const virtualizer = useVirtualizer({
    count: trail.rows + (starting ? skeletonRows : 1),
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: headerHeight,
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
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0]
  useEffect(() => show(first, last), [show, first, last])
  useActiveRow(scroller, active, props.openId, (index) =>
    virtualizer.scrollToIndex(index, { align: 'auto' }),
  )

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
    const move = moves[event.key]
    const opens = event.key === 'Enter' || event.key === ' '
    // A button at the end of the list has its own Enter and space.
    if ((move === undefined && !opens) || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    const target = Math.max(0, Math.min(move ?? active, trail.rows - 1))
    onActive(target)
    // While a user is open, the open one follows the keys.
    const user = slots[target - start]?.user
    if (user != null && (opens || props.openId !== null)) onOpen(user.id)
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
          if (index >= trail.rows && !starting)
            return (
              <ListEnd
                key="end"
                top={top}
                rows={rows}
                columns={columns.length}
                onRestart={props.onRestart}
              />
            )
          const slot = slots[index - start]
          return (
            <UserRow
              key={index}
              index={index}
              row={tableRows[index - start] ?? null}
              top={top}
              template={template}
              columns={columns.length}
              meta={meta}
              open={props.openId !== null && slot?.user != null && slot.user.id === props.openId}
              tabStop={index === active}
              onActive={onActive}
              onOpen={onOpen}
            />
          )
        })}
      </div>
      <ReachTip
        within={scroller}
        onFocusToo={props.openId === null}
        userOf={(index) => slots[index - start]?.user ?? null}
        zone={props.zone}
      />
    </div>
  )
}
