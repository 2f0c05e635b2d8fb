import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { announce } from '#src/web/lib/notice.ts'
import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { changeColumn, moveColumn } from './column-changes.ts'
import { columnLabel } from '#src/web/users/columns.tsx'
import { columnTools as words } from '#src/web/words/column-tools.ts'

type Columns = readonly ShownColumn[]

/** What the keys do in the list of columns: go from line to line, move the column that the line is of, pin it. */
export function useListCommands(props: {
  readonly list: RefObject<HTMLElement | null>
  /** Where one searches the list: above its first line. */
  readonly field: RefObject<HTMLElement | null>
  readonly shown: Columns
  readonly movable: boolean
  readonly active: string | null
  readonly onColumns: (next: Columns) => void
}): void {
  const { list, field, shown, active, onColumns } = props
  const column = shown.find(({ id }) => id === active)
  const place = shown.findIndex(({ id }) => id === active)
  const within = () => list.current
  const lines = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]

  const focused = useRef<string | null>(null)
  useEffect(() => void (focused.current = active), [active])
  useEffect(() => {
    // A line that changed its section is another element: it keeps the focus that the old one had.
    const lost = document.activeElement === document.body || list.current === null
    const line = lines().find(({ dataset }) => dataset['line'] === focused.current)
    if (!lost || line === undefined) return
    line.focus({ preventScroll: true })
    if (line.matches(':focus-visible')) line.scrollIntoView({ block: 'nearest' })
  })

  const go = (by: number) => {
    const all = lines()
    const at = all.findIndex(({ dataset }) => dataset['line'] === active)
    if (at === 0 && by === -1) field.current?.focus()
    else all[Math.max(0, Math.min(at + by, all.length - 1))]?.focus()
  }
  const move = (by: 1 | -1) => {
    if (column === undefined) return
    const next = moveColumn(shown, column.id, place + by)
    onColumns(next)
    const to = next.findIndex(({ id }) => id === column.id)
    announce(words.place(columnLabel(column.id), to + 1, next.length))
  }
  const pin = () => {
    if (column === undefined) return
    onColumns(changeColumn(shown, column.id, { pinned: !column.pinned }))
    announce((column.pinned ? words.nowScrolls : words.nowStays)(columnLabel(column.id)))
  }
  const group = 'Columns' as const
  const movable = column !== undefined && props.movable
  useCommands([
    {
      id: 'columns.list.down',
      label: words.next,
      group,
      keys: ['ArrowDown'],
      within,
      repeats: true,
      run: () => go(1),
    },
    {
      id: 'columns.list.up',
      label: words.previous,
      group,
      keys: ['ArrowUp'],
      within,
      repeats: true,
      run: () => go(-1),
    },
    {
      id: 'columns.list.first',
      label: words.first,
      group,
      keys: ['Home'],
      within,
      run: () => go(-Infinity),
    },
    {
      id: 'columns.list.last',
      label: words.last,
      group,
      keys: ['End'],
      within,
      run: () => go(Infinity),
    },
    {
      id: 'columns.list.later',
      label: words.down,
      group,
      keys: ['Shift+ArrowDown'],
      when: movable,
      within,
      repeats: true,
      run: () => move(1),
    },
    {
      id: 'columns.list.earlier',
      label: words.up,
      group,
      keys: ['Shift+ArrowUp'],
      when: movable,
      within,
      repeats: true,
      run: () => move(-1),
    },
    {
      id: 'columns.list.pin',
      label: words.pin,
      group,
      keys: ['p'],
      when: column !== undefined,
      within,
      run: pin,
    },
  ])
}
