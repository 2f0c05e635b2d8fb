import type { RefObject } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { copyText } from '#src/web/lib/notice.ts'
import { visible } from '#src/web/lib/visible.ts'
import type { Field, Spot } from './spot.ts'
import { tabStopOf } from './use-spot-focus.ts'
import { moves, moveSpot } from './spot.ts'
import { commands as words } from '#src/web/words/commands.ts'
import { isMirrored } from '#src/web/lib/direction.ts'
import { ownWord } from '#src/web/lib/own-word.ts'

// Into a row is the way it is read.
const inReading = (key: string): string =>
  isMirrored() ? (ownWord({ ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }, key) ?? key) : key

type Grid = {
  readonly grid: RefObject<HTMLElement | null>
  readonly spot: Spot
  readonly field: Field
  readonly openId: string | null
  /** The id of the user in a row that is loaded, or null. */
  readonly idAt: (row: number) => string | null
  /** The whole value of a cell that is loaded, or null. */
  readonly textAt: (spot: Spot) => string | null
  readonly onSpot: (spot: Spot) => void
  readonly onOpen: (id: string) => void
  /** Opens the user before or after the open one. Null where there is none. */
  readonly onStep: (by: 1 | -1) => void
}

/** What the keys do in the list. */
export function useGridCommands(list: Grid): void {
  const { grid, spot, field, openId, idAt, textAt, onSpot, onOpen } = list
  const within = () => grid.current
  const isHere = () => grid.current?.contains(document.activeElement) === true
  const enter = () => {
    if (grid.current !== null) tabStopOf(grid.current).focus()
  }
  const open = (row: number) => {
    const id = idAt(row)
    if (id !== null) onOpen(id)
  }
  const go = (to: Spot) => {
    onSpot(to)
    // While a user is open, the open one follows the keys.
    if (openId !== null && to.row !== spot.row) open(to.row)
  }
  const step = (by: 1 | -1) => {
    if (openId !== null) list.onStep(by)
    else if (isHere()) go(moveSpot(spot, by === 1 ? 'down' : 'up', field))
    else enter()
  }
  const act = () => {
    const own = grid.current?.querySelector<HTMLElement>(
      `:focus[role="gridcell"] :is(a[href], button)`,
    )
    if (own == null) open(spot.row)
    else own.click()
  }
  const copy = () => {
    const text = openId !== null && !isHere() ? openId : textAt(spot)
    if (text !== null) void copyText(text, visible(text))
  }
  useCommands([
    ...moves.map(({ id, keys }) => ({
      id: `list.${id}`,
      label: words.moves[id],
      group: 'List' as const,
      keys: keys.map(inReading),
      // Where the focus is nowhere they lead into the list; beside an open user they scroll what is told of them.
      within: () =>
        openId === null && document.activeElement === document.body ? document.body : grid.current,
      repeats: true,
      run: () => (isHere() ? go(moveSpot(spot, id, field)) : enter()),
    })),
    {
      id: 'list.act',
      label: words.act,
      group: 'List',
      keys: ['Enter'],
      within,
      run: act,
    },
    {
      id: 'list.open',
      label: words.openUser,
      group: 'List',
      keys: ['Space'],
      within,
      named: true,
      run: () => open(spot.row),
    },
    {
      id: 'user.next',
      label: words.nextUser,
      group: 'User',
      keys: ['j'],
      repeats: true,
      run: () => step(1),
    },
    {
      id: 'user.previous',
      label: words.previousUser,
      group: 'User',
      keys: ['k'],
      repeats: true,
      run: () => step(-1),
    },
    {
      id: 'user.copy',
      label: words.copy,
      group: 'User',
      keys: ['c'],
      // Of nobody whom nothing shows to be meant. By its name it can be asked for.
      ...(openId === null ? { within, named: true } : {}),
      run: copy,
    },
  ])
}
