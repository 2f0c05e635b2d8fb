import type { RefObject } from 'react'
import { useCommands } from '#src/web/lib/commands.ts'
import { copyText } from '#src/web/lib/notice.ts'
import { visible } from '#src/web/lib/visible.ts'
import type { Field, Spot } from './spot.ts'
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
    const element = grid.current
    if (openId !== null) list.onStep(by)
    else if (element === null || element.contains(document.activeElement))
      go(moveSpot(spot, by === 1 ? 'down' : 'up', field))
    else {
      const cell = element.querySelector<HTMLElement>('[tabindex="0"]')
      ;(cell ?? element).focus()
    }
  }
  const act = () => {
    const own = grid.current?.querySelector<HTMLElement>(
      `:focus[role="gridcell"] :is(a[href], button)`,
    )
    if (own == null) open(spot.row)
    else own.click()
  }
  const copy = () => {
    const inGrid = grid.current?.contains(document.activeElement) === true
    const text = openId !== null && !inGrid ? openId : textAt(spot)
    if (text !== null) void copyText(text, visible(text))
  }
  useCommands([
    ...moves.map(({ id, keys }) => ({
      id: `list.${id}`,
      label: words.moves[id],
      group: 'List' as const,
      keys: keys.map(inReading),
      within,
      repeats: true,
      run: () => go(moveSpot(spot, id, field)),
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
