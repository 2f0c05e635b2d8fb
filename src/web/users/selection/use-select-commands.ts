import { useQueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { useEffect, useImperativeHandle, useRef } from 'react'
import type { Command } from '#src/web/lib/commands.ts'
import { useCommands } from '#src/web/lib/commands.ts'
import { announce, tell } from '#src/web/lib/notice.ts'
import { selectionWords as words } from '#src/web/words/selection.ts'
import type { ListKey } from '#src/web/users/queries.ts'
import type { Field, Spot } from '#src/web/users/spot.ts'
import { moveSpot } from '#src/web/users/spot.ts'
import type { Trail } from '#src/web/users/trail.ts'
import type { Chosen, Picker, Selection } from '#src/web/users/use-selection.ts'
import { nobody } from '#src/web/users/use-selection.ts'
import type { Stretch } from './read-rows.ts'
import { readRows, rowsHere } from './read-rows.ts'
import { extend, only, rangeTo, toggle } from './selection.ts'
import { allSelectedWords, selectedWords } from './selection-words.ts'

/** As many can be selected: they are held whole, for copying. */
const most = 10_000

export type Selecting = {
  readonly grid: RefObject<HTMLElement | null>
  readonly list: ListKey
  readonly trail: Trail
  readonly spot: Spot
  readonly field: Field
  readonly openId: string | null
  /** Is given what takes the rows that are picked by the pointer. */
  readonly picker: RefObject<Picker>
  readonly selection: Selection
  readonly onSelect: (next: Selection) => void
  readonly onSpot: (spot: Spot) => void
}

const ranges = ['down', 'up', 'pageDown', 'pageUp'] as const
const keyOfMove = {
  down: 'ArrowDown',
  up: 'ArrowUp',
  pageDown: 'PageDown',
  pageUp: 'PageUp',
} as const

/** The row that a key was pressed in, which the list may have left since. */
const rowOf = (at: EventTarget | null = null): number | null => {
  const row = at instanceof Element ? at.closest('[data-index]') : null
  return row === null ? null : Number(row.getAttribute('data-index'))
}

/** What selects: keys, and the presses of the pointer that the rows hand on. Gives what the bar needs of it. */
export function useSelectCommands(page: Selecting) {
  const { grid, list, trail, spot, field, openId, picker, selection, onSelect, onSpot } = page
  const client = useQueryClient()
  const last = trail.rows - 1
  // Whoever does something else meanwhile is not overtaken by pages that come late.
  const turn = useRef(0)
  useEffect(() => () => void (turn.current += 1), [])

  /** Those of a stretch, at once where they are here; `then` is called with those found. */
  const find = (stretch: Stretch, then: (found: readonly Chosen[]) => void) => {
    turn.current += 1
    const mine = turn.current
    const here = rowsHere(client, list, trail, stretch)
    if (here !== null) return then(here)
    announce(words.readingAgain)
    const found: Chosen[] = []
    const read = async () => {
      for await (const more of readRows(client, list, trail, stretch)) {
        if (turn.current !== mine) return
        found.push(...more)
      }
    }
    void read().then(() => turn.current === mine && then(found))
  }

  const select = (next: Selection) => {
    turn.current += 1
    onSelect(next)
    announce(selectedWords(next.users.size))
  }
  const toggleAt = (row: number) => {
    const [chosen] = rowsHere(client, list, trail, { first: row, last: row }) ?? []
    if (chosen !== undefined) select(toggle(selection, chosen))
  }
  const extendTo = (row: number, from = Math.max(0, spot.row)) => {
    const { first, last: end } = rangeTo(selection, from, row)
    // The end that was pressed stays, whatever is cut off.
    const stretch =
      row === first
        ? { first, last: Math.min(end, first + most - 1) }
        : { first: Math.max(first, end - most + 1), last: end }
    find(stretch, (found) => {
      // Who is selected already is known, also where the page is not here any more.
      const known = [...selection.users.values()].filter(
        (one) => one.row >= stretch.first && one.row <= stretch.last,
      )
      const next = extend(selection, from, [...known, ...found])
      onSelect(next)
      const rows = new Set([...known, ...found].map((one) => one.row))
      const missed = end - first + 1 - rows.size
      const say = missed === 0 ? announce : tell
      say(selectedWords(next.users.size, missed))
    })
  }
  const selectAll = () => {
    find({ first: 0, last: Math.min(last, most - 1) }, (found) => {
      onSelect(only(found))
      tell(allSelectedWords(found.length, trail.rows, trail.complete))
    })
  }
  const clear = () => select(nobody)

  useImperativeHandle(picker, () => ({ row, range }) => {
    if (range) extendTo(row, row)
    else toggleAt(row)
    return true
  })

  const within = () => grid.current
  const isAny = selection.users.size > 0
  const onRow = spot.row >= 0
  useCommands([
    {
      id: 'select.toggle',
      label: words.commands.toggle,
      group: 'Selection',
      keys: ['x'],
      within,
      named: true,
      when: onRow,
      run: (at) => toggleAt(rowOf(at) ?? spot.row),
    },
    {
      id: 'select.more',
      label: words.commands.more,
      group: 'Selection',
      keys: ['Space'],
      within,
      when: onRow && isAny,
      run: () => toggleAt(spot.row),
    },
    ...ranges.map((move): Command => ({
      id: `select.${move}`,
      label: words.commands[move],
      group: 'Selection',
      keys: [`Shift+${keyOfMove[move]}`],
      within,
      repeats: true,
      when: onRow,
      run: () => {
        const to = moveSpot(spot, move, field)
        onSpot(to)
        if (to.row >= 0) extendTo(to.row)
      },
    })),
    {
      id: 'select.range',
      label: words.commands.range,
      group: 'Selection',
      keys: ['Shift+Space'],
      within,
      when: onRow,
      run: () => extendTo(spot.row),
    },
    {
      id: 'select.all',
      label: words.commands.all,
      group: 'Selection',
      keys: ['Mod+a'],
      // Elsewhere the keys select text.
      within: () => (document.activeElement === document.body ? document.body : grid.current),
      named: true,
      when: trail.rows > 0,
      run: selectAll,
    },
    {
      id: 'select.clear',
      label: words.commands.clear,
      group: 'Selection',
      keys: ['Escape'],
      // One layer at a time: an open user closes first.
      when: isAny && openId === null,
      run: clear,
    },
  ])
  return { selectAll, clear }
}
