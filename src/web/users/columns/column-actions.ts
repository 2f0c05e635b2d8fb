import type { ShownColumn } from '#src/web/users/column-settings.ts'
import { fitWidth } from '#src/web/users/column-settings.ts'
import { changeColumn, moveColumn, toggleColumn } from './column-changes.ts'
import { columnTools as words } from '#src/web/words/column-tools.ts'
import { isMirrored } from '#src/web/lib/direction.ts'

type Columns = readonly ShownColumn[]

/** Something to do with one column: by a key on its header, and in its menu. */
export type ColumnAction = {
  readonly id: string
  readonly label: string
  readonly keys?: readonly string[]
  readonly repeats?: boolean
  /** Whether it would change anything. */
  readonly possible: (column: ShownColumn, columns: Columns) => boolean
  /** `drawn`: how wide the column is on the screen, in CSS pixels. */
  readonly apply: (columns: Columns, column: ShownColumn, drawn: number) => Columns
}

// Wide enough to see, fine enough to fit.
const step = 16

const placeOf = (columns: Columns, column: ShownColumn): number =>
  columns.findIndex(({ id }) => id === column.id)

/** The column that a step would change places with, which is of the same kind: pinned or not. */
const neighbour = (columns: Columns, column: ShownColumn, by: number): boolean =>
  columns[placeOf(columns, column) + by]?.pinned === column.pinned

const move = (id: string, label: string, key: string, by: 1 | -1): ColumnAction => ({
  id,
  label,
  keys: [key],
  repeats: true,
  possible: (column, columns) => neighbour(columns, column, by),
  apply: (columns, column) => moveColumn(columns, column.id, placeOf(columns, column) + by),
})

const resize = (id: string, label: string, keys: readonly string[], by: number): ColumnAction => ({
  id,
  label,
  keys,
  repeats: true,
  possible: () => true,
  apply: (columns, column, drawn) =>
    changeColumn(columns, column.id, { width: fitWidth(drawn + by) }),
})

const pin = (id: string, label: string, pinned: boolean): ColumnAction => ({
  id,
  label,
  keys: ['p'],
  possible: (column) => column.pinned !== pinned,
  apply: (columns, column) => changeColumn(columns, column.id, { pinned }),
})

export const columnActions: readonly ColumnAction[] = [
  move('left', words.left, 'Shift+ArrowLeft', isMirrored() ? 1 : -1),
  move('right', words.right, 'Shift+ArrowRight', isMirrored() ? -1 : 1),
  resize('wider', words.wider, ['+', '='], step),
  resize('narrower', words.narrower, ['-'], -step),
  {
    id: 'share',
    label: words.share,
    keys: ['0'],
    possible: ({ width }) => width !== null,
    apply: (columns, column) => changeColumn(columns, column.id, { width: null }),
  },
  pin('pin', words.pin, true),
  pin('unpin', words.unpin, false),
  {
    id: 'hide',
    label: words.hide,
    keys: ['h'],
    possible: (_column, columns) => columns.length > 1,
    apply: (columns, column) => toggleColumn(columns, column.id),
  },
]
