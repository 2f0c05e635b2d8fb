import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Environment } from '#src/domain/environment.ts'
import { AwaitedPopup } from '#src/web/lib/awaited-popup.ts'
import { doWhenHere } from '#src/web/lib/commands.ts'
import { onDemand } from '#src/web/lib/on-demand.tsx'
import { useNow } from '#src/web/lib/use-now.ts'
import { useSize } from '#src/web/lib/use-size.ts'
import type { Chip } from '#src/web/users/filters/chips.ts'
import type { ColumnSettings } from './column-settings.ts'
import { rowHeights, shownColumns } from './column-settings.ts'
import { cellText } from './columns.tsx'
import { HeaderRow } from './header-row.tsx'
import { ListEnd } from './list-end.tsx'
import { headerHeight, ListGrid } from './list-grid.tsx'
import { recallTop, rememberTop } from './list-memory.ts'
import type { ListKey } from './queries.ts'
import type { Spot } from './spot.ts'
import { useGridCommands } from './use-grid-commands.ts'
import type { ChangeSettings } from './use-column-settings.ts'
import { useRowWindow } from './use-row-window.ts'
import { useSpotFocus } from './use-spot-focus.ts'
import type { Picked, Picker, Selection } from './use-selection.ts'
import type { UserRows } from './use-user-rows.ts'
import { rangeAround } from './use-user-rows.ts'
import type { Draft } from './use-column-layout.ts'
import { useColumnLayout } from './use-column-layout.ts'
import type { RowsMenuState } from './rows-button.tsx'
import { UserRow } from './user-row.tsx'

const [SelectionTools] = onDemand(
  async () => (await import('#src/web/users/selection/selection-tools.tsx')).SelectionTools,
  {
    meanwhile: ({ menu }) => menu.isOpen && <AwaitedPopup onClose={() => menu.onOpen(false)} />,
    atIntent: true,
  },
)

const skeletonRows = 40

type Props = {
  readonly list: ListKey
  /** Names one walk through the list. Another one begins at the top, or where that list was left. */
  readonly walk: string
  readonly environment: Environment
  /** What narrows the list. */
  readonly chips: readonly Chip[]
  readonly rows: UserRows
  readonly zone: string
  readonly settings: ColumnSettings
  readonly onSettings: ChangeSettings
  readonly openId: string | null
  /** The row or cell that has the list's one tab stop. */
  readonly spot: Spot
  readonly linkTo: (id: string) => string
  readonly selection: Selection
  readonly onSelect: (next: Selection) => void
  readonly menu: RowsMenuState
  readonly onSpot: (spot: Spot) => void
  readonly onOpen: (id: string) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onRestart: () => void
}

/**
 * Rows that stay in the page wherever the list is scrolled: the active one, because it has the focus, and
 * the one before it, because it has the focus until the next has it.
 */
function useKept(active: number, rows: number): readonly number[] {
  const [steps, setSteps] = useState({ active, before: active })
  // During render and not in an effect: by then the row and its focus would be gone.
  if (steps.active !== active) setSteps({ active, before: steps.active })
  return [steps.before, active].filter((row) => row >= 0 && row < rows)
}

/** The spot, where its column is shown; else its row as a whole. The header's own commands keep to its columns. */
const shownSpot = (spot: Spot, ids: readonly string[]): Spot =>
  spot.row < 0 || spot.column === null || ids.includes(spot.column)
    ? spot
    : { row: spot.row, column: null }

/** The list itself: a grid of which only the rows near the screen are in the page. */
export function UsersTable(props: Props) {
  const { rows, list, walk, openId, environment, selection, onSpot, onOpen } = props
  const { capabilities } = environment
  const { trail, starting, start, slots, show } = rows
  const scroller = useRef<HTMLDivElement>(null)
  const { width, height } = useSize(scroller)
  const now = useNow()
  const { zone, linkTo, settings, onSettings } = props
  const { dates } = settings
  const shown = useMemo(
    () => shownColumns(settings, width, capabilities),
    [settings, width, capabilities],
  )
  const [draft, setDraft] = useState<Draft | null>(null)
  const { ids, layout, rooms } = useColumnLayout(shown, draft, capabilities.names, width)
  const meta = useMemo(
    () => ({ zone, now, dates, linkTo, rooms }),
    [zone, now, dates, linkTo, rooms],
  )
  const spot = useMemo(() => shownSpot(props.spot, ids), [props.spot, ids])
  const rowHeight = rowHeights[settings.density]
  const kept = useKept(spot.row, trail.rows)

  // Before it is measured the list is as high as the window.
  const view = (height || innerHeight) - headerHeight
  const { first, last, flies, placed, pageHeight, bring } = useRowWindow({
    scroller,
    walk,
    rows: trail.rows + (rows.late ? skeletonRows : starting ? 0 : 1),
    rowHeight,
    view,
    topOf: useCallback(() => recallTop(list), [list]),
    kept,
    onTop: useCallback((row: number) => rememberTop(list, row), [list]),
  })
  const range = rangeAround(first, last)
  const isAny = last >= first
  useEffect(() => {
    if (isAny) show(range.first, range.last)
  }, [show, isAny, range.first, range.last])
  // Not before it is known which columns there is room for: rows are what costs most to draw.
  const drawn = width === 0 ? [] : placed
  useSpotFocus(scroller, walk, spot, openId, bring)

  const page = Math.max(1, Math.floor(view / rowHeight) - 1)
  const userAt = (index: number) => slots[index - start]?.user ?? null
  const idAt = (index: number) => userAt(index)?.id ?? null
  const field = useMemo(() => ({ rows: trail.rows, page, columns: ids }), [trail.rows, page, ids])
  const picker = useRef<Picker>(null)
  const [onPick] = useState(() => (picked: Picked) => {
    doWhenHere(() => picker.current?.(picked) !== undefined)
  })
  useGridCommands({
    grid: scroller,
    spot,
    field,
    openId,
    idAt,
    textAt: ({ row, column }) => {
      const user = userAt(row)
      return user === null || column === null ? idAt(row) : cellText(column, user)
    },
    onSpot,
    onOpen,
    onStep: props.onStep,
  })

  return (
    <>
      <ListGrid
        ref={scroller}
        layout={layout}
        rowHeight={rowHeight}
        height={pageHeight}
        aria-rowcount={trail.next === null ? trail.rows + 1 : -1}
        aria-colcount={ids.length}
        aria-busy={rows.busy}
        data-selecting={selection.users.size > 0 ? '' : undefined}
        data-wide={layout.width > width}
        header={
          <HeaderRow
            shown={shown}
            pins={layout.pins}
            sorted={capabilities.order === 'newest-first' ? 'created' : null}
            active={spot.column}
            tabStop={spot.row < 0 ? (ids.find((id) => id === spot.column) ?? ids[0] ?? null) : null}
            onSpot={onSpot}
            onSettings={onSettings}
            onDraft={setDraft}
          />
        }
      >
        {drawn.map(({ row: index, top }) => {
          if (index >= trail.rows && !starting)
            return (
              <ListEnd
                key="end"
                top={top}
                rows={rows}
                columns={ids.length}
                onRestart={props.onRestart}
              />
            )
          const slot = slots[index - start]
          return (
            <UserRow
              key={index}
              index={index}
              // What is kept is kept for its focus.
              detail={flies && !kept.includes(index) ? 'glance' : 'whole'}
              user={slot?.user ?? null}
              gone={slot?.gone === true}
              top={top}
              columns={ids}
              pins={layout.pins}
              meta={meta}
              open={openId !== null && slot?.user != null && slot.user.id === openId}
              tabStop={index === spot.row ? spot.column : undefined}
              selected={slot?.user != null && selection.users.has(slot.user.id)}
              onPick={onPick}
              onSpot={onSpot}
              onOpen={onOpen}
            />
          )
        })}
      </ListGrid>
      <SelectionTools
        // What it reads for one walk it does not take into another.
        key={walk}
        name={environment.name}
        chips={props.chips}
        list={list}
        trail={trail}
        grid={scroller}
        spot={spot}
        field={field}
        openId={openId}
        picker={picker}
        selection={selection}
        onSelect={props.onSelect}
        onSpot={onSpot}
        menu={props.menu}
      />
    </>
  )
}
