import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { announce } from '#src/web/lib/notice.ts'
import type { ColumnAction } from './column-actions.ts'
import { columnActions } from './column-actions.ts'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { columnLabel } from '#src/web/users/columns.tsx'
import { columnTools as words } from '#src/web/words/column-tools.ts'

type Columns = readonly ShownColumn[]

/** How a column stands now: "Email, place 2 of 6, 236 pixels wide". */
function inWords(columns: Columns, id: string): string {
  const place = columns.findIndex((column) => column.id === id)
  const column = columns[place]
  if (column === undefined) return words.hidden(columnLabel(id))
  return [
    words.place(columnLabel(id), place + 1, columns.length),
    ...(column.width === null ? [] : [words.width(column.width)]),
    ...(column.pinned ? [words.stays] : []),
  ].join(', ')
}

/**
 * What the keys do with the column whose header has the focus. Gives a way to change the columns that
 * keeps the focus on the header, or on the one that takes its place.
 */
export function useHeaderCommands(header: {
  readonly row: RefObject<HTMLElement | null>
  readonly shown: Columns
  readonly tabStop: string | null
  /** The column of the active cell, header or not: what is asked for by its name is done with it. */
  readonly active: string | null
  readonly onColumns: (next: Columns) => void
  readonly onMenu: (id: string) => void
}): (next: Columns) => void {
  const { row, shown, tabStop, active, onColumns, onMenu } = header
  const elementOf = (id: string | null) =>
    id === null
      ? null
      : (row.current?.querySelector<HTMLElement>(`[data-column="${CSS.escape(id)}"]`) ?? null)
  const focusNext = useRef<string | null>(null)
  const cell = useRef<Element | null>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    const id = focusNext.current
    focusNext.current = null
    // An element that is moved in the page, or taken out of it, loses the focus.
    if (document.activeElement !== document.body) return
    const next = cell.current?.isConnected === true ? cell.current : elementOf(id)
    if (next instanceof HTMLElement) next.focus({ preventScroll: true })
  })

  const change = (next: Columns) => {
    const place = shown.findIndex(({ id }) => id === tabStop)
    const stays = next.some(({ id }) => id === tabStop)
    focusNext.current = stays ? tabStop : (next[Math.min(place, next.length - 1)]?.id ?? null)
    cell.current = document.activeElement?.closest('[role=gridcell]') ?? null
    onColumns(next)
    if (active !== null) announce(inWords(next, active))
  }
  const within = () => row.current
  const current = shown.find(({ id }) => id === active)
  const command = (action: ColumnAction): Command => ({
    id: `columns.${action.id}`,
    label: action.label,
    group: 'Columns',
    ...(action.keys === undefined ? {} : { keys: action.keys }),
    repeats: action.repeats === true,
    when: current !== undefined && action.possible(current, shown),
    within,
    named: true,
    ...(current === undefined ? {} : { words: columnLabel(current.id) }),
    run: () => {
      if (current !== undefined)
        change(action.apply(shown, current, elementOf(current.id)?.offsetWidth ?? 0))
    },
  })
  useCommands([
    {
      id: 'columns.menu',
      label: words.menu,
      group: 'Columns',
      keys: ['Enter', 'Space'],
      within,
      run: () => tabStop !== null && onMenu(tabStop),
    },
    ...columnActions.map(command),
  ])
  return change
}
